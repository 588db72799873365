import { MANY, part, rule, type Argument, type Call, type Functions } from '../call.ts';
import { doubt, LeftFormula } from '../left.ts';
import type { Node } from '../parse.ts';
import { checkedSum, errorOf, finite, FormulaError, isArea, kindOfText, numberOf, type Scalar } from '../values.ts';

/**
 * The numbers of the arguments: of cells those that are numbers. An error among them is the result; which of several is
 * nobody's to say.
 */
export function numbersIn(parts: readonly Argument[], { cells }: Call): number[] {
	const numbers: number[] = [];
	const errors = new Set<FormulaError>();
	for (const each of parts) {
		// An argument that is left empty counts to some programs.
		if (each.isMissing) throw doubt();
		const value = each.value();
		if (!isArea(value)) {
			if (value instanceof FormulaError) errors.add(value);
			// A text that is a number is one to some programs.
			else if (typeof value === 'string' && kindOfText(value) !== 'text') throw doubt();
			else numbers.push(numberOf(value));
			continue;
		}
		for (const held of cells.filled(value)) {
			if (typeof held === 'number') numbers.push(held);
			else if (held instanceof FormulaError) errors.add(held);
			// A truth is a number to some programs.
			else if (typeof held === 'boolean') throw doubt();
		}
	}
	if (errors.size > 1) throw doubt();
	for (const error of errors) throw error;
	return numbers;
}

/** Numbers added up so that the order does not tell; a sum that is only residue is nobody's to say. */
export function sumOf(numbers: readonly number[]): number {
	let sum = 0;
	let lost = 0;
	let largest = 0;
	for (const number of numbers) {
		const next = sum + number;
		lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum;
		sum = next;
		largest = Math.max(largest, Math.abs(number), Math.abs(sum));
	}
	return checkedSum(sum + lost, largest);
}

export function averageOf(numbers: readonly number[]): number {
	if (numbers.length === 0) throw errorOf('#DIV/0!');
	return finite(sumOf(numbers) / numbers.length);
}

export function largestOf(numbers: readonly number[]): number {
	return numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0);
}

export function smallestOf(numbers: readonly number[]): number {
	return numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0);
}

const ofNumbers = (work: (numbers: number[]) => number) => rule(1, MANY, (parts, call) => work(numbersIn(parts, call)));

/** How many of the arguments are such. */
function counted(parts: readonly Argument[], { cells }: Call, isOne: (value: Scalar) => boolean): number {
	let count = 0;
	for (const each of parts) {
		if (each.isMissing) throw doubt();
		const value = each.value();
		if (isArea(value)) {
			for (const held of cells.filled(value)) if (isOne(held)) count++;
		} else if (value !== null && typeof value !== 'number') throw doubt();
		else if (isOne(value)) count++;
	}
	return count;
}

function isNumber(value: Scalar): boolean {
	if (typeof value === 'boolean') throw doubt();
	return typeof value === 'number';
}

/** The number at a place from the top or the bottom. */
const inOrder = (order: (a: number, b: number) => number) =>
	rule(2, 2, (parts, call) => {
		const numbers = numbersIn(parts.slice(0, 1), call).sort(order);
		const place = part(parts, 1).number();
		if (!Number.isInteger(place)) throw doubt();
		const found = numbers[place - 1];
		if (found === undefined) throw doubt();
		return found;
	});

function median(numbers: number[]): number {
	if (numbers.length === 0) throw doubt();
	const sorted = numbers.sort((a, b) => a - b);
	const middle = sorted.length / 2;
	if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] as number;
	return finite(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2);
}

const SUM = ofNumbers(sumOf);
const AVERAGE = ofNumbers(averageOf);
const MAX = ofNumbers(largestOf);
const MIN = ofNumbers(smallestOf);
const COUNT = rule(1, MANY, (parts, call) => counted(parts, call, isNumber));
const COUNTA = rule(1, MANY, (parts, call) => counted(parts, call, (value) => value !== null));

/** What a subtotal does, by its number. */
const SUBTOTALS = new Map([
	[1, AVERAGE],
	[2, COUNT],
	[3, COUNTA],
	[4, MAX],
	[5, MIN],
	[9, SUM],
]);

const subtotalOf = (node: Node | undefined) =>
	node?.kind === 'number' ? SUBTOTALS.get(node.value > 100 ? node.value - 100 : node.value) : undefined;

export const AGGREGATES: Functions = {
	SUM,
	AVERAGE,
	MAX,
	MIN,
	COUNT,
	COUNTA,
	COUNTBLANK: rule(1, 1, (parts, { cells }) => {
		const area = part(parts, 0).area();
		let filled = 0;
		for (const value of cells.filled(area)) if (value !== '') filled++;
		const size = (area.lastRow - area.firstRow + 1) * (area.lastColumn - area.firstColumn + 1);
		return size - filled;
	}),
	PRODUCT: ofNumbers((numbers) => (numbers.length === 0 ? 0 : finite(numbers.reduce((a, b) => a * b, 1)))),
	SUMSQ: ofNumbers((numbers) => sumOf(numbers.map((number) => number * number))),
	MEDIAN: ofNumbers(median),
	LARGE: inOrder((a, b) => b - a),
	SMALL: inOrder((a, b) => a - b),
	/** Plain where nothing is hidden and none of the cells is a subtotal itself. */
	SUBTOTAL: rule(
		2,
		MANY,
		([kind, ...areas], call) => {
			const work = subtotalOf(kind?.node)?.work;
			if (!work) throw new LeftFormula('function', 'SUBTOTAL');
			for (const each of areas) if (!call.cells.isPlain(each.area())) throw doubt();
			return work(areas, call);
		},
		(parts) => subtotalOf(parts[0]) === undefined,
	),
};
