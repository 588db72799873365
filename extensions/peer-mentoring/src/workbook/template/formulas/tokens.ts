import { LAST_ROW, parseColumn } from '../../../domain/returns/templates/cell-address.ts';
import { LeftFormula } from './left.ts';
import type { ErrorCode } from './values.ts';

/** One end of a range: its numbers, and what of it stays where it is when the formula moves. */
export interface Corner {
	column: number;
	row: number;
	fixedColumn: boolean;
	fixedRow: boolean;
}

/** A range as it is written; of its own sheet where none is named. */
export interface WrittenArea {
	kind: 'area';
	sheet: string | undefined;
	from: Corner;
	to: Corner;
}

export type Token =
	| { kind: 'number'; value: number }
	| { kind: 'text'; value: string }
	| { kind: 'boolean'; value: boolean }
	| { kind: 'error'; code: ErrorCode }
	| WrittenArea
	| { kind: 'name'; name: string }
	| { kind: 'table'; name: string; inside: string }
	| { kind: 'function'; name: string }
	| { kind: 'sign'; sign: string };

/** The most letters of a formula (Excel). */
const LONGEST = 8192;
export const LAST_COLUMN = 16_384;

const SPACE = /[ \t\r\n]+/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const ERROR = /#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)/iy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?![\p{L}_])/iuy;
const FUNCTION = /([\p{L}_][\p{L}\d_.]*)\(/uy;
const TABLE = /([\p{L}_\\][\p{L}\d_.\\]*)?\[/uy;
const NAME = /[\p{L}_\\][\p{L}\d_.\\?]*(?![!:#])/uy;
const SIGN = /<>|<=|>=|[-+*/^&=<>%(),;{}]/y;
const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const ROW = String.raw`\$?\d{1,7}`;
const AREA = new RegExp(
	String.raw`(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\d_.]*))!)?` +
		`(?:(${COLUMN})(${ROW})(?::(${COLUMN})(${ROW}))?|(${COLUMN}):(${COLUMN})|(${ROW}):(${ROW}))` +
		String.raw`(?![\p{L}\d_.(!#:[$])`,
	'iuy',
);

/** Takes a formula apart; what is no part of one that we know throws a {@link LeftFormula}. */
export function tokensOf(formula: string): Token[] {
	if (formula.length > LONGEST) throw new LeftFormula('written');
	const tokens: Token[] = [];
	let at = 0;
	const next = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const match = pattern.exec(formula);
		if (match) at += match[0].length;
		return match;
	};
	while (at < formula.length) {
		if (next(SPACE)) continue;
		const text = next(TEXT);
		if (text) {
			tokens.push({ kind: 'text', value: (text[1] as string).replaceAll('""', '"') });
			continue;
		}
		const error = next(ERROR);
		if (error) {
			tokens.push({ kind: 'error', code: error[0].toUpperCase() as ErrorCode });
			continue;
		}
		const area = next(AREA);
		if (area) {
			tokens.push(areaOf(area));
			continue;
		}
		const called = next(FUNCTION);
		if (called) {
			tokens.push({ kind: 'function', name: (called[1] as string).toUpperCase() });
			continue;
		}
		const table = next(TABLE);
		if (table) {
			const inside = insideBrackets(formula, at);
			tokens.push({ kind: 'table', name: table[1] ?? '', inside });
			at += inside.length + 1;
			continue;
		}
		const number = next(NUMBER);
		const sign = number ? null : next(SIGN);
		const name = number || sign ? null : next(NAME);
		if (number) tokens.push({ kind: 'number', value: Number(number[0]) });
		else if (sign) tokens.push({ kind: 'sign', sign: sign[0] });
		else if (name && /^(true|false)$/i.test(name[0])) {
			tokens.push({ kind: 'boolean', value: name[0].length === 'true'.length });
		} else if (name) tokens.push({ kind: 'name', name: name[0] });
		else throw new LeftFormula('written');
	}
	return tokens;
}

function areaOf([, quoted, plain, c1, r1, c2, r2, firstC, lastC, firstR, lastR]: RegExpExecArray): WrittenArea {
	const sheet = quoted?.replaceAll("''", "'") ?? plain;
	// Sheets from one to another, and those of other workbooks, are more than this knows.
	if (sheet !== undefined && /[:[\]]/.test(sheet)) throw new LeftFormula('written');
	const from = corner(c1 ?? firstC, r1 ?? firstR, { column: 1, row: 1 });
	const to = corner(c2 ?? c1 ?? lastC, r2 ?? r1 ?? lastR, { column: LAST_COLUMN, row: LAST_ROW });
	return { kind: 'area', sheet, from, to };
}

function corner(
	letters: string | undefined,
	digits: string | undefined,
	whole: { column: number; row: number },
): Corner {
	const column = letters === undefined ? whole.column : parseColumn(letters.replace('$', ''));
	const row = digits === undefined ? whole.row : Number(digits.replace('$', ''));
	if (column === undefined || row < 1 || row > LAST_ROW) throw new LeftFormula('written');
	return {
		column,
		row,
		fixedColumn: letters?.startsWith('$') ?? true,
		fixedRow: digits?.startsWith('$') ?? true,
	};
}

/** What stands between a bracket and the one that closes it; an apostrophe takes the next letter as it is. */
function insideBrackets(formula: string, from: number): string {
	let depth = 1;
	for (let at = from; at < formula.length; at++) {
		const letter = formula[at];
		if (letter === "'") at++;
		else if (letter === '[') depth++;
		else if (letter === ']' && --depth === 0) return formula.slice(from, at);
	}
	throw new LeftFormula('written');
}
