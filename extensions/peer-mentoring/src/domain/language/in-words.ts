import { codeLists, type CodeList, type Lists } from './code-lists.ts';
import { dateNames } from './date-names.ts';
import { inLanguage, text, type Language, type Texts } from './text.ts';

/** A day as people write it: `2023-12-05` is '5 December 2023', '5 Rhagfyr 2023'. */
export function dayInWords(day: string, language: Language): string {
	return `${Number(day.slice(8))} ${monthInWords(day.slice(0, 7), language)}`;
}

/** A month as people write it: `2023-12` is 'December 2023', 'Rhagfyr 2023'. */
export function monthInWords(month: string, language: Language): string {
	return `${dateNames[language].months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** Whole pence as people read them: `123456` is `£1,234.56`. Big integers come as text. */
export function poundsText(pence: unknown): string {
	const whole = BigInt(String(pence));
	const amount = whole < 0n ? -whole : whole;
	const pounds = String(amount / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
	return `${whole < 0n ? '-' : ''}£${pounds}.${String(amount % 100n).padStart(2, '0')}`;
}

/** What people read where a list's stored value stands. */
export function labelOf(list: CodeList, value: string, language: Language, lists: Lists = codeLists): string {
	const code = lists[list].find((each) => each.value === value);
	return code ? inLanguage(code, language) : value;
}

/** What people read where a list's stored value stands, in both languages. */
export function codeText(list: CodeList, value: string): Texts {
	return text(labelOf(list, value, 'en-GB'), labelOf(list, value, 'cy-GB'));
}
