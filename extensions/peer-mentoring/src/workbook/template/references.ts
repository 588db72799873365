import { LeftFormula } from './formulas/left.ts';
import { parseFormula, type Node } from './formulas/parse.ts';
import { areaOf, type Places, type Standing } from './formulas/places.ts';
import type { Area } from './formulas/values.ts';

/** What gives another result each time, or reads cells that its text does not name. */
const RESTLESS = new Set(
	'NOW TODAY RAND RANDBETWEEN RANDARRAY OFFSET INDIRECT CELL INFO SHEET SHEETS LAMBDA LET ANCHORARRAY SINGLE'.split(
		' ',
	),
);
/** These go on as far as their condition does. */
const AS_FAR_AS_CONDITION = ['SUMIF', 'AVERAGEIF'];

/** Formulas as trees, each read once. */
export class FormulaTrees {
	readonly #trees = new Map<string, Node | LeftFormula>();

	/** Throws a {@link LeftFormula} where it is written in a way that we do not read. */
	of(text: string): Node {
		const tree = this.#trees.get(text) ?? treeOf(text);
		this.#trees.set(text, tree);
		if (tree instanceof LeftFormula) throw tree;
		return tree;
	}
}

function treeOf(text: string): Node | LeftFormula {
	try {
		return parseFormula(text);
	} catch (error) {
		if (error instanceof LeftFormula) return error;
		throw error;
	}
}

/** The cells that a formula reads; `undefined` where its text does not say all of them. */
export function readsOf(
	text: string,
	standing: Standing,
	places: Places,
	trees = new FormulaTrees(),
): Area[] | undefined {
	try {
		return [...areasIn(trees.of(text), standing, places)];
	} catch (error) {
		if (error instanceof LeftFormula) return undefined;
		throw error;
	}
}

/** The ranges in a formula. Throws a {@link LeftFormula} where they are not all that it reads. */
export function* areasIn(node: Node, standing: Standing, places: Places): Generator<Area> {
	switch (node.kind) {
		case 'area':
			yield areaOf(node, standing, places);
			break;
		case 'name':
			yield* areasIn(places.named(node.name), standing, places);
			break;
		case 'table':
			yield places.inTable(node.name, node.inside, standing);
			break;
		case 'sign':
			yield* areasIn(node.of, standing, places);
			break;
		case 'binary':
			yield* areasIn(node.left, standing, places);
			yield* areasIn(node.right, standing, places);
			break;
		case 'call':
			if (RESTLESS.has(node.name.replace(/^_XLFN\./, ''))) throw new LeftFormula('function', node.name);
			for (const part of node.parts) yield* areasIn(part, standing, places);
			if (AS_FAR_AS_CONDITION.includes(node.name) && node.parts.length > 2) refuseUneven(node, standing, places);
			break;
		default:
	}
}

function refuseUneven({ name, parts }: Node & { kind: 'call' }, standing: Standing, places: Places): void {
	const [condition, taken] = [parts[0], parts[2]].map((part) => (part ? [...areasIn(part, standing, places)] : []));
	const size = (area: Area | undefined) =>
		area && `${area.lastRow - area.firstRow} ${area.lastColumn - area.firstColumn}`;
	if (size(condition?.[0]) !== size(taken?.[0])) throw new LeftFormula('function', name);
}

export function overlap(a: Area, b: Area): boolean {
	return (
		a.sheet.toLowerCase() === b.sheet.toLowerCase() &&
		a.firstColumn <= b.lastColumn &&
		b.firstColumn <= a.lastColumn &&
		a.firstRow <= b.lastRow &&
		b.firstRow <= a.lastRow
	);
}
