import { MANY, part, rule, type Argument, type Call, type FunctionRule, type Functions } from '../call.ts';
import { criterionOf, type Criterion } from '../criteria.ts';
import { doubt } from '../left.ts';
import { FormulaError, type Area, type Scalar } from '../values.ts';
import { averageOf, largestOf, smallestOf, sumOf } from './aggregates.ts';

interface Condition {
	area: Area;
	picks: Criterion;
}

const height = ({ firstRow, lastRow }: Area) => lastRow - firstRow + 1;
const width = ({ firstColumn, lastColumn }: Area) => lastColumn - firstColumn + 1;

function conditionsOf(parts: readonly Argument[]): Condition[] {
	const conditions: Condition[] = [];
	for (let index = 0; index + 1 < parts.length; index += 2) {
		conditions.push({ area: part(parts, index).area(), picks: criterionOf(part(parts, index + 1).scalar()) });
	}
	return conditions;
}

/** The cells of an area where all conditions hold, each of an area of the same size; or how many there are. */
function picked(of: Area, conditions: readonly Condition[], { cells }: Call): { values: Scalar[]; count: number } {
	const areas = [of, ...conditions.map(({ area }) => area)];
	if (areas.some((area) => height(area) !== height(of) || width(area) !== width(of))) throw doubt();
	const rows = Math.max(...areas.map((area) => cells.lastFilled(area) - area.firstRow + 1), 0);
	const at = (area: Area, row: number, column: number) =>
		cells.at(area.sheet, area.firstColumn + column, area.firstRow + row);
	const values: Scalar[] = [];
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < width(of); column++) {
			// Every condition is asked, so that one in doubt is found wherever it stands.
			const hold = conditions.map(({ area, picks }) => picks(at(area, row, column)));
			if (!hold.every(Boolean)) continue;
			// Of several conditions, an empty cell holds one to some programs and not to others.
			if (conditions.length > 1 && conditions.some(({ area }) => at(area, row, column) === null)) throw doubt();
			values.push(at(of, row, column));
		}
	}
	const empty = (height(of) - rows) * width(of);
	const isEmptyPicked = empty > 0 && conditions.every(({ picks }) => picks(null));
	if (isEmptyPicked && conditions.length > 1) throw doubt();
	return { values, count: values.length + (isEmptyPicked ? empty : 0) };
}

function numbersOf(values: readonly Scalar[]): number[] {
	const errors = new Set(values.filter((value) => value instanceof FormulaError));
	if (errors.size > 1) throw doubt();
	for (const error of errors) throw error;
	// A truth is a number to some programs.
	if (values.some((value) => typeof value === 'boolean')) throw doubt();
	return values.filter((value) => typeof value === 'number');
}

/** `SUMIF`: what is taken stands in the third argument, or is what the condition is about. */
const ofOne = (work: (numbers: readonly number[]) => number): FunctionRule =>
	rule(2, 3, (parts, call) => {
		const condition = conditionsOf(parts.slice(0, 2));
		const of = parts[2]?.area() ?? (condition[0] as Condition).area;
		return work(numbersOf(picked(of, condition, call).values));
	});

/** `SUMIFS`: what is taken comes first. */
const ofSeveral = (work: (numbers: readonly number[]) => number): FunctionRule =>
	rule(3, MANY, ([of, ...parts], call) => {
		if (parts.length % 2 === 1) throw doubt();
		return work(numbersOf(picked((of as Argument).area(), conditionsOf(parts), call).values));
	});

const counting = (most: number): FunctionRule =>
	rule(2, most, (parts, call) => {
		if (parts.length % 2 === 1) throw doubt();
		const conditions = conditionsOf(parts);
		return picked((conditions[0] as Condition).area, conditions, call).count;
	});

export const CONDITIONAL: Functions = {
	SUMIF: ofOne(sumOf),
	AVERAGEIF: ofOne(averageOf),
	COUNTIF: counting(2),
	SUMIFS: ofSeveral(sumOf),
	AVERAGEIFS: ofSeveral(averageOf),
	COUNTIFS: counting(MANY),
	'_XLFN.MAXIFS': ofSeveral(largestOf),
	'_XLFN.MINIFS': ofSeveral(smallestOf),
};
