import { doubt } from './left.ts';
import type { BinarySign } from './parse.ts';
import {
	checkedSum,
	checkedText,
	compare,
	errorOf,
	finite,
	FormulaError,
	isEqual,
	numberOf,
	textOf,
	type Scalar,
} from './values.ts';

/** A value with a sign before or behind it. */
export function signed(sign: '+' | '-' | '%', value: Scalar): Scalar {
	if (sign === '+') return value;
	return sign === '-' ? finite(-numberOf(value)) : finite(numberOf(value) / 100);
}

/** Two values and a sign between them (Excel): numbers as numbers, texts side by side, and which comes first. */
export function between(sign: BinarySign, left: Scalar, right: Scalar): Scalar {
	refuseTwoErrors(left, right);
	switch (sign) {
		case '&':
			return checkedText(textOf(left) + textOf(right));
		case '=':
			return isEqual(left, right);
		case '<>':
			return !isEqual(left, right);
		case '<':
			return compare(left, right) < 0;
		case '>':
			return compare(left, right) > 0;
		case '<=':
			return compare(left, right) <= 0;
		case '>=':
			return compare(left, right) >= 0;
		default:
			refuseTwoErrors(caught(left), caught(right));
			return reckoned(sign, numberOf(left), numberOf(right));
	}
}

/** Which of two different errors is the result, is not said. */
function refuseTwoErrors(left: Scalar, right: Scalar): void {
	if (left instanceof FormulaError && right instanceof FormulaError && left.code !== right.code) throw doubt();
}

/** A value as a number, or the error that this is. */
function caught(value: Scalar): number | FormulaError {
	try {
		return numberOf(value);
	} catch (error) {
		if (error instanceof FormulaError) return error;
		throw error;
	}
}

function reckoned(sign: '+' | '-' | '*' | '/' | '^', a: number, b: number): number {
	if (sign === '+') return checkedSum(a + b, Math.max(Math.abs(a), Math.abs(b)));
	if (sign === '-') return checkedSum(a - b, Math.max(Math.abs(a), Math.abs(b)));
	if (sign === '*') return finite(a * b);
	if (sign === '^') return power(a, b);
	if (b === 0) throw errorOf('#DIV/0!');
	return finite(a / b);
}

/** A number to the power of another; programs part over the roots of numbers below nought, and over 0^0. */
export function power(base: number, exponent: number): number {
	if ((base === 0 && exponent <= 0) || (base < 0 && !Number.isInteger(exponent))) throw doubt();
	return finite(base ** exponent);
}
