import { codeLists, type CodeList } from './code-lists.ts';
import type { Language } from './message-texts.ts';

const MONTHS: Record<Language, string> = {
	'en-GB': 'January February March April May June July August September October November December',
	'cy-GB': 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
};

/** A day as people write it: `2023-12-05` is '5 December 2023', '5 Rhagfyr 2023'. */
export function dayInWords(day: string, language: Language): string {
	return `${Number(day.slice(8))} ${monthInWords(day.slice(0, 7), language)}`;
}

/** A month as people write it: `2023-12` is 'December 2023', 'Rhagfyr 2023'. */
export function monthInWords(month: string, language: Language): string {
	return `${MONTHS[language].split(' ')[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** What people read where a list's stored value stands. */
export function labelOf(list: CodeList, value: string, language: Language): string {
	const code = codeLists[list].find((each) => each.value === value);
	return code?.[language === 'cy-GB' ? 'cy' : 'en'] ?? value;
}

/** What people read where a list's stored value stands, in both languages. */
export function codeText(list: CodeList, value: string): Record<Language, string> {
	return { 'en-GB': labelOf(list, value, 'en-GB'), 'cy-GB': labelOf(list, value, 'cy-GB') };
}
