import { areasIn } from '../references.ts';
import { FUNCTIONS } from './functions/index.ts';
import { LeftFormula } from './left.ts';
import type { Node } from './parse.ts';
import type { Places, Standing } from './places.ts';
import type { FunctionRule } from './call.ts';
import type { Area } from './values.ts';

/** The function of this name, where we have it and it is written as we work it out; throws a {@link LeftFormula}. */
export function ruleOf(name: string, parts: readonly Node[]): FunctionRule {
	const rule = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
	if (!rule || rule.leaves?.(parts)) throw new LeftFormula('function', plainName(name));
	if (parts.length < rule.least || parts.length > rule.most) throw new LeftFormula('written');
	return rule;
}

/** Later functions are stored with a mark of their age; without it, Excel does not know them. */
function plainName(name: string): string {
	return name.replace(/^_XLFN\.(?:_XLWS\.)?/, '');
}

/** The cells that a formula reads which we can work out. Throws a {@link LeftFormula} that says why we cannot. */
export function readsOfKnown(node: Node, standing: Standing, places: Places): Area[] {
	refuseUnknown(node);
	return [...areasIn(node, standing, places)];
}

function refuseUnknown(node: Node): void {
	if (node.kind === 'array') throw new LeftFormula('array');
	if (node.kind === 'sign') refuseUnknown(node.of);
	if (node.kind === 'binary') {
		refuseUnknown(node.left);
		refuseUnknown(node.right);
	}
	if (node.kind !== 'call') return;
	ruleOf(node.name, node.parts);
	node.parts.forEach(refuseUnknown);
}
