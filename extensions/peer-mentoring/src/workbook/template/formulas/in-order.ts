import { setImmediate as turn } from 'node:timers/promises';
import { UNKNOWN, type HeldCells } from './cells.ts';
import { readsOfKnown } from './check.ts';
import { evaluate, type Ground } from './evaluate.ts';
import { LeftFormula } from './left.ts';
import type { Node } from './parse.ts';
import type { Standing } from './places.ts';
import type { Area, Scalar } from './values.ts';

/** A formula without a result. */
export interface OpenFormula extends Standing {
	/** Throws a {@link LeftFormula} where it is none that we work out. */
	tree: () => Node;
}

export type Result = Exclude<Scalar, null>;

const LOOKS_A_TURN = 100_000;
/** More letters than this are not held as results. */
const MOST_LETTERS = 4_000_000;

type State = 'waiting' | 'begun' | 'done';
interface Waiting extends OpenFormula {
	state: State;
	node?: Node;
	isCircular?: boolean;
}

/**
 * Works out formulas, each after those that it reads; tells what each comes to. One that reads itself, or what has no
 * result, has none.
 */
export async function workOut(
	formulas: readonly OpenFormula[],
	ground: Ground,
	told: (formula: Standing, result: Result | LeftFormula) => void,
): Promise<void> {
	const waiting: Waiting[] = formulas.map((formula) => ({ ...formula, state: 'waiting' }));
	const readIn = byPlace(waiting, ground.cells);
	for (const { sheet, cell } of waiting) ground.cells.put(sheet, cell.column, cell.row, UNKNOWN);
	let turned = 0;
	let letters = 0;
	for (const first of waiting) {
		const stack = [first];
		for (let next = stack.at(-1); next; next = stack.at(-1)) {
			if (ground.cells.looks - turned > LOOKS_A_TURN) {
				turned = ground.cells.looks;
				await turn();
			}
			if (next.state === 'done') {
				stack.pop();
				continue;
			}
			ground.cells.begin();
			const before = next.state === 'waiting' ? begun(next, ground, readIn) : [];
			markCircles(stack, before);
			for (const each of before) if (each.state === 'waiting') stack.push(each);
			if (stack.at(-1) !== next) continue;
			stack.pop();
			next.state = 'done';
			const found = resultOf(next, ground);
			letters += typeof found === 'string' ? found.length : 0;
			const result = letters > MOST_LETTERS ? new LeftFormula('many') : found;
			const { sheet, cell } = next;
			ground.cells.put(sheet, cell.column, cell.row, result instanceof LeftFormula ? UNKNOWN : result);
			told(next, result);
		}
	}
}

/** What is begun already waits for the one that reads it: nobody on the way between them is first. */
function markCircles(stack: readonly Waiting[], before: readonly Waiting[]): void {
	const begun = new Set(before.filter(({ state }) => state === 'begun'));
	if (begun.size === 0) return;
	const from = stack.findIndex((each) => begun.has(each));
	for (const each of stack.slice(from)) if (each.state === 'begun') each.isCircular = true;
}

/** What the formula reads that has no result yet. */
function begun(formula: Waiting, { places }: Ground, readIn: (area: Area) => Waiting[]): Waiting[] {
	formula.state = 'begun';
	try {
		formula.node = formula.tree();
		return readsOfKnown(formula.node, formula, places).flatMap(readIn);
	} catch (error) {
		if (!(error instanceof LeftFormula)) throw error;
		delete formula.node;
		return [];
	}
}

function resultOf(formula: Waiting, ground: Ground): Result | LeftFormula {
	if (formula.isCircular) return new LeftFormula('circular');
	try {
		return formula.node ? evaluate(formula.node, formula, ground) : new LeftFormula('written');
	} catch (error) {
		if (error instanceof LeftFormula) return error;
		throw error;
	}
}

/** The formulas in an area that are not done; each area is asked about once. */
function byPlace(formulas: readonly Waiting[], cells: HeldCells): (area: Area) => Waiting[] {
	const sheets = new Map<string, Map<number, Waiting[]>>();
	for (const formula of formulas) {
		const key = formula.sheet.toLowerCase();
		const columns = sheets.get(key) ?? new Map<number, Waiting[]>();
		sheets.set(key, columns);
		const own = columns.get(formula.cell.column) ?? [];
		columns.set(formula.cell.column, own);
		own.push(formula);
	}
	for (const columns of sheets.values()) {
		for (const own of columns.values()) own.sort((a, b) => a.cell.row - b.cell.row);
	}
	const done = new Set<string>();
	return ({ sheet, firstColumn, lastColumn, firstRow, lastRow }) => {
		const key = `${sheet.toLowerCase()}\n${firstColumn} ${lastColumn} ${firstRow} ${lastRow}`;
		if (done.has(key)) return [];
		const found: Waiting[] = [];
		for (const [column, own] of sheets.get(sheet.toLowerCase()) ?? []) {
			if (column < firstColumn || column > lastColumn) continue;
			for (let at = firstFrom(own, firstRow); at < own.length; at++) {
				const formula = own[at] as Waiting;
				if (formula.cell.row > lastRow) break;
				cells.look();
				if (formula.state !== 'done') found.push(formula);
			}
		}
		if (found.length === 0) done.add(key);
		return found;
	};
}

function firstFrom(formulas: readonly Waiting[], row: number): number {
	let [from, to] = [0, formulas.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		if ((formulas[middle] as Waiting).cell.row < row) from = middle + 1;
		else to = middle;
	}
	return from;
}
