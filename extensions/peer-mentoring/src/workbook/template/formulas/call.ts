import type { HeldCells } from './cells.ts';
import { doubt } from './left.ts';
import type { Node } from './parse.ts';
import type { Standing } from './places.ts';
import { FormulaError, isArea, numberOf, textOf, truthOf, type Area, type Scalar, type Value } from './values.ts';

/** One argument of a function, worked out where it is asked for. */
export class Argument {
	readonly node: Node;
	readonly #work: (node: Node) => Value;
	readonly #cells: HeldCells;

	constructor(node: Node, work: (node: Node) => Value, cells: HeldCells) {
		this.node = node;
		this.#work = work;
		this.#cells = cells;
	}

	get isMissing(): boolean {
		return this.node.kind === 'missing';
	}

	value(): Value {
		return this.#work(this.node);
	}

	/** One value: that of a single cell where it is one. */
	scalar(): Scalar {
		return single(this.value(), this.#cells);
	}

	/** One value that is no error; an error ends the function that asks. */
	plain(): Exclude<Scalar, FormulaError> {
		const value = this.scalar();
		if (value instanceof FormulaError) throw value;
		return value;
	}

	number(): number {
		return numberOf(this.scalar());
	}

	/** A number without what stands behind its point. */
	whole(): number {
		const number = this.number();
		const near = Math.round(number);
		if (number !== near && Math.abs(number - near) < 1e-9 * Math.max(1, Math.abs(number))) throw doubt();
		return Math.trunc(number);
	}

	text(): string {
		return textOf(this.scalar());
	}

	truth(): boolean {
		return truthOf(this.scalar());
	}

	area(): Area {
		const value = this.value();
		if (!isArea(value)) throw doubt();
		return value;
	}
}

/** The value of a cell, or the one that is there. Of several cells, which is meant hangs on where the formula stands. */
export function single(value: Value, cells: HeldCells): Scalar {
	if (!isArea(value)) return value;
	if (value.firstRow !== value.lastRow || value.firstColumn !== value.lastColumn) throw doubt();
	return cells.at(value.sheet, value.firstColumn, value.firstRow);
}

/** What a function is called in. */
export interface Call {
	cells: HeldCells;
	standing: Standing;
	from1904: boolean;
	/** Works out any part of the formula. */
	work: (node: Node) => Value;
}

/** A function that we work out as Excel does, or leave. */
export interface FunctionRule {
	least: number;
	most: number;
	work: (parts: readonly Argument[], call: Call) => Value;
	/** Whether it is left, by how it is written. */
	leaves?: (parts: readonly Node[]) => boolean;
}

export type Functions = Readonly<Record<string, FunctionRule>>;

export function rule(
	least: number,
	most: number,
	work: FunctionRule['work'],
	leaves?: FunctionRule['leaves'],
): FunctionRule {
	return { least, most, work, ...(leaves ? { leaves } : {}) };
}

/** The most arguments that a function takes (Excel). */
export const MANY = 255;
/** An argument that the check of numbers of arguments made sure of. */
export function part(parts: readonly Argument[], index: number): Argument {
	return parts[index] as Argument;
}

/** One that may be left out. */
export function optional<Result>(
	parts: readonly Argument[],
	index: number,
	read: (argument: Argument) => Result,
	missing: Result,
): Result {
	const argument = parts[index];
	return argument ? read(argument) : missing;
}
