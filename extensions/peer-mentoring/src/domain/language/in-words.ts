import { codeLists, type CodeList, type Lists } from './code-lists.ts';
import { inLanguage, text, type Language, type Texts } from './text.ts';

export { dayInWords, monthInWords } from './date-names.ts';

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const WEEKS_CY = 'un dwy tair pedair pum chwe saith wyth naw deg'.split(' ');

/** A small number as English prose writes it: 4 is 'four', 15 is '15'. Welsh, whose numbers mutate, takes figures. */
export function numberInWords(count: number): string {
	return WORDS[count - 1] ?? String(count);
}

/** A span of days as people say it: 35 is 'five weeks', 'pum wythnos'; 30 is '30 days', '30 diwrnod'. */
export function daysInWords(days: number, language: Language): string {
	const weeks = days % 7 === 0 ? days / 7 : 0;
	if (language === 'cy-GB') return weeks ? `${WEEKS_CY[weeks - 1] ?? weeks} wythnos` : `${days} diwrnod`;
	return weeks ? `${numberInWords(weeks)} ${weeks === 1 ? 'week' : 'weeks'}` : `${days} days`;
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
