import type { Language } from '../../language/messages.ts';

/** Why a formula is left to the program that opens the workbook. */
export type LeftReason =
	| 'function'
	| 'array'
	| 'name'
	| 'table'
	| 'written'
	| 'circular'
	/** Results are cut to what their cells show. */
	| 'displayed'
	| 'many'
	/** Only found out with the values that there are. */
	| 'doubt';

/** Formulas of a sheet that the platform does not work out (3.7), for one reason. */
export interface LeftFormulas {
	reason: LeftReason;
	/** The function, the name or the table that it is about; '' where it is about none. */
	detail: string;
	sheet: string;
	/** The first of them. */
	cells: readonly string[];
	/** How many there are. */
	count: number;
}

/** What stands above them. */
export const LEFT_FORMULAS: Record<Language, string> = {
	'en-GB':
		'Not every formula is worked out by the platform. Where one of these reads what is filled in, it and whatever reads it have no stored result: the program that opens the workbook works them out, and a preview shows them empty.',
	'cy-GB':
		'Nid yw’r platfform yn cyfrifo pob fformiwla. Lle mae un o’r rhain yn darllen yr hyn sy’n cael ei lenwi, nid oes canlyniad wedi’i gadw ganddi hi na chan yr hyn sy’n ei darllen: mae’r rhaglen sy’n agor y llyfr gwaith yn eu cyfrifo, ac mae rhagolwg yn eu dangos yn wag.',
};

type Words = Record<LeftReason, (detail: string) => string> & { more: (count: number) => string };

const WORDS: Record<Language, Words> = {
	'en-GB': {
		function: (name) => `the function ${name}`,
		array: () => 'a formula for several cells at once',
		name: (name) => `the name ${name}`,
		table: (name) => `the table ${name}`,
		written: () => 'the way the formula is written',
		circular: () => 'a formula that reads itself',
		displayed: () => 'results that are cut to what is shown',
		many: () => 'more formulas than the platform works out',
		doubt: () => 'a result that is not the same in every program',
		more: (count) => ` and ${count} more`,
	},
	'cy-GB': {
		function: (name) => `y swyddogaeth ${name}`,
		array: () => 'fformiwla ar gyfer sawl cell ar unwaith',
		name: (name) => `yr enw ${name}`,
		table: (name) => `y tabl ${name}`,
		written: () => 'y ffordd y mae’r fformiwla wedi’i hysgrifennu',
		circular: () => 'fformiwla sy’n darllen ei hun',
		displayed: () => 'canlyniadau sy’n cael eu torri i’r hyn a ddangosir',
		many: () => 'mwy o fformiwlâu nag y mae’r platfform yn eu cyfrifo',
		doubt: () => 'canlyniad nad yw yr un fath ym mhob rhaglen',
		more: (count) => ` a ${count} arall`,
	},
};

/** 'Summary!B7, B9 and 3 more: the function OFFSET'. */
export function leftInWords({ reason, detail, sheet, cells, count }: LeftFormulas, language: Language): string {
	const words = WORDS[language];
	const more = count > cells.length ? words.more(count - cells.length) : '';
	return `${sheet}!${cells.join(', ')}${more}: ${words[reason](detail)}`;
}
