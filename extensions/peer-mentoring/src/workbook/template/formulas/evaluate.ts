import { Argument, single, type Call } from './call.ts';
import type { HeldCells } from './cells.ts';
import { ruleOf } from './check.ts';
import { doubt, LeftFormula } from './left.ts';
import type { Node } from './parse.ts';
import { areaOf, type Places, type Standing } from './places.ts';
import { between, signed } from './signs.ts';
import { checkedText, errorOf, FormulaError, isArea, type Scalar, type Value } from './values.ts';

/** What a formula is worked out from. */
export interface Ground {
	cells: HeldCells;
	places: Places;
	from1904: boolean;
}

/**
 * What a formula comes to; an empty cell is nought. Throws a {@link LeftFormula} where that is nobody's to say for sure.
 */
export function evaluate(node: Node, standing: Standing, { cells, places, from1904 }: Ground): Exclude<Scalar, null> {
	const work = (each: Node): Value => {
		try {
			return valueOf(each);
		} catch (error) {
			if (error instanceof FormulaError) return error;
			throw error;
		}
	};
	const call: Call = { cells, standing, from1904, work };
	const valueOf = (each: Node): Value => {
		switch (each.kind) {
			case 'number':
			case 'text':
			case 'boolean':
				return each.value;
			case 'error':
				return errorOf(each.code);
			case 'missing':
				return null;
			case 'array':
				throw new LeftFormula('array');
			case 'area':
				return areaOf(each, standing, places);
			case 'name':
				return valueOf(places.named(each.name));
			case 'table':
				return places.inTable(each.name, each.inside, standing);
			case 'sign':
				return signed(each.sign, single(work(each.of), cells));
			case 'binary':
				return between(each.sign, single(work(each.left), cells), single(work(each.right), cells));
			case 'call':
				return called(each.name, each.parts);
		}
	};
	const called = (name: string, parts: readonly Node[]): Value => {
		const { work: function_ } = ruleOf(name, parts);
		return function_(
			parts.map((part) => new Argument(part, work, cells)),
			call,
		);
	};
	const found = work(node);
	const value = single(found, cells) ?? 0;
	// A truth that is looked up is a number to some programs.
	if (typeof value === 'boolean' && isArea(found) && node.kind !== 'area') throw doubt();
	return typeof value === 'string' ? checkedText(value) : value;
}
