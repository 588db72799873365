import { doubt } from './left.ts';

export type ErrorCode = '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A';

/** An error as a formula has it for its result. */
export class FormulaError extends Error {
	override name = 'FormulaError';
	readonly code: ErrorCode;

	constructor(code: ErrorCode) {
		super(code);
		this.code = code;
	}
}

const ERRORS = new Map<ErrorCode, FormulaError>();

export function errorOf(code: ErrorCode): FormulaError {
	const error = ERRORS.get(code) ?? new FormulaError(code);
	ERRORS.set(code, error);
	return error;
}

/** What a cell holds or a formula comes to; `null` for an empty cell. */
export type Scalar = null | number | string | boolean | FormulaError;

/** A range of cells of a sheet. */
export interface Area {
	sheet: string;
	firstColumn: number;
	lastColumn: number;
	firstRow: number;
	lastRow: number;
}

export type Value = Scalar | Area;

export function isArea(value: Value): value is Area {
	return typeof value === 'object' && value !== null && 'firstRow' in value;
}

/** Nearer than this, two numbers may be the same to one program and different to another. */
const SAME_UP_TO = 1e-13;

/** Whether two numbers are the same; those that differ in their last digits only are nobody's to decide. */
export function isSameNumber(a: number, b: number): boolean {
	if (a === b) return true;
	const isNear = Math.abs(a - b) <= SAME_UP_TO * Math.max(Math.abs(a), Math.abs(b));
	if (isNear && !(Number.isInteger(a) && Number.isInteger(b))) throw doubt();
	return false;
}

/** A sum that is all but nothing beside its parts is what the last digits leave: nothing to one program, something to another. */
export function checkedSum(sum: number, largest: number): number {
	const isResidue = sum !== 0 && Math.abs(sum) <= SAME_UP_TO * largest;
	if (isResidue && !Number.isInteger(sum)) throw doubt();
	return finite(sum);
}

export function finite(number: number): number {
	if (!Number.isFinite(number)) throw errorOf('#NUM!');
	// Numbers nearer to nothing than programs keep them.
	if (number !== 0 && Math.abs(number) < 1e-300) throw doubt();
	return number === 0 ? 0 : number;
}

export function numberOf(value: Scalar): number {
	if (typeof value === 'number') return value;
	if (value === null) return 0;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (value instanceof FormulaError) throw value;
	const kind = kindOfText(value);
	if (kind === 'unsure') throw doubt();
	if (kind === 'text') throw errorOf('#VALUE!');
	return Number(value);
}

export function truthOf(value: Scalar): boolean {
	if (typeof value === 'boolean') return value;
	// The words for true and false are taken by some, in one language or another.
	if (typeof value === 'string')
		throw /^\s*$|true|false/i.test(value) || /\d/.test(value) ? doubt() : errorOf('#VALUE!');
	return numberOf(value) !== 0;
}

/** The most letters of a cell (Excel). */
export const LONGEST_TEXT = 32_767;

export function textOf(value: Scalar): string {
	if (value === null) return '';
	if (typeof value === 'string') return value;
	if (value instanceof FormulaError) throw value;
	// A truth is a word to one program, in its language, and a number to another.
	if (typeof value === 'boolean') throw doubt();
	const size = Math.abs(value);
	if (value !== 0 && (size >= 1e11 || size < 1e-4)) throw doubt();
	return String(Number(value.toPrecision(15)));
}

export function checkedText(text: string): string {
	if (text.length > LONGEST_TEXT) throw doubt();
	return text;
}

const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;
/** Words that stand beside digits in days, times and amounts. */
const OF_NUMBERS =
	/^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|am|pm|[aeptz]|ad|bc|gbp|eur|usd|st|nd|rd|th|true|false|inf|nan)$/i;

/** Whether a text would be read as a number: yes, no, or differently by program and country (days, amounts, percentages). */
export function kindOfText(text: string): 'number' | 'text' | 'unsure' {
	if (NUMBER.test(text)) return 'number';
	if (!/\p{Nd}/u.test(text)) return text.trim() === '' && text !== '' ? 'unsure' : 'text';
	if (/^[a-z]\d/i.test(text)) return 'text';
	const words = text.match(/\p{L}+/gu) ?? [];
	return words.some((word) => !OF_NUMBERS.test(word)) ? 'text' : 'unsure';
}

const ASCII = /^[\x20-\x7e]*$/;

/** Texts are the same whatever their case; letters that have several ways to be written are nobody's to decide. */
export function isSameText(a: string, b: string): boolean {
	const [low, other] = [a.toLowerCase(), b.toLowerCase()];
	if (low === other || (ASCII.test(a) && ASCII.test(b))) return low === other;
	const folded = (text: string) => text.normalize('NFKC').toUpperCase().toLowerCase();
	if (folded(a) === folded(b)) throw doubt();
	return false;
}

/** Two values side by side: an empty cell is what the other is. */
function likened(first: Scalar, second: Scalar): [number | string | boolean, number | string | boolean] {
	if (first instanceof FormulaError) throw first;
	if (second instanceof FormulaError) throw second;
	const [a, b] = [first ?? emptyLike(second), second ?? emptyLike(first)];
	// A truth is a number to some programs.
	if (typeof a !== typeof b && (typeof a === 'boolean' || typeof b === 'boolean')) throw doubt();
	return [a, b];
}

export function isEqual(first: Scalar, second: Scalar): boolean {
	const [a, b] = likened(first, second);
	if (typeof a === 'string' && typeof b === 'string') return isSameText(a, b);
	return typeof a === 'number' && typeof b === 'number' ? isSameNumber(a, b) : a === b;
}

/** Which of two comes first: numbers before texts. */
export function compare(first: Scalar, second: Scalar): number {
	if (isEqual(first, second)) return 0;
	const [a, b] = likened(first, second);
	if (typeof a === 'string' && typeof b === 'string') {
		// The order of other letters is a country's.
		if (!/^[a-z0-9]*$/i.test(a) || !/^[a-z0-9]*$/i.test(b)) throw doubt();
		return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
	}
	if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
	return Number(a) - Number(b);
}

function emptyLike(value: Scalar): number | string | boolean {
	if (typeof value === 'string') return '';
	return typeof value === 'boolean' ? false : 0;
}
