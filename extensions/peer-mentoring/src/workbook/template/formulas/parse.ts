import { LeftFormula } from './left.ts';
import { tokensOf, type Token, type WrittenArea } from './tokens.ts';
import type { ErrorCode } from './values.ts';

/** A formula as a tree. */
export type Node =
	| { kind: 'number'; value: number }
	| { kind: 'text'; value: string }
	| { kind: 'boolean'; value: boolean }
	| { kind: 'error'; code: ErrorCode }
	/** An argument that is left empty. */
	| { kind: 'missing' }
	/** Values in braces. */
	| { kind: 'array' }
	| WrittenArea
	| { kind: 'name'; name: string }
	| { kind: 'table'; name: string; inside: string }
	| { kind: 'sign'; sign: '+' | '-' | '%'; of: Node }
	| { kind: 'binary'; sign: BinarySign; left: Node; right: Node }
	| { kind: 'call'; name: string; parts: Node[] };

export type BinarySign = '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

/** How strongly the signs between two values bind (Excel): all from left to right. */
const STRENGTH: Readonly<Record<string, number>> = {
	'=': 1,
	'<>': 1,
	'<': 1,
	'>': 1,
	'<=': 1,
	'>=': 1,
	'&': 2,
	'+': 3,
	'-': 3,
	'*': 4,
	'/': 4,
	'^': 5,
};

/** Deeper than any formula of Excel, which has 64 functions one within another. */
const DEEPEST = 100;

/** The tree of a formula; what we do not know throws a {@link LeftFormula}. */
export function parseFormula(formula: string): Node {
	return new Parser(tokensOf(formula)).whole();
}

class Parser {
	readonly #tokens: readonly Token[];
	#at = 0;
	#depth = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	whole(): Node {
		const node = this.#expression(0);
		if (this.#at < this.#tokens.length) throw new LeftFormula('written');
		return node;
	}

	#sign(): string | undefined {
		const token = this.#tokens[this.#at];
		return token?.kind === 'sign' ? token.sign : undefined;
	}

	#takes(sign: string): boolean {
		const isIt = this.#sign() === sign;
		if (isIt) this.#at++;
		return isIt;
	}

	#expect(sign: string): void {
		if (!this.#takes(sign)) throw new LeftFormula('written');
	}

	/** Values and the signs between them that bind more strongly than this. */
	#expression(weakest: number): Node {
		if (++this.#depth > DEEPEST) throw new LeftFormula('written');
		let left = this.#value();
		for (;;) {
			const sign = this.#sign() ?? '';
			const strength = STRENGTH[sign];
			if (strength === undefined || strength <= weakest) break;
			this.#at++;
			left = { kind: 'binary', sign: sign as BinarySign, left, right: this.#expression(strength) };
		}
		this.#depth--;
		return left;
	}

	/** A value with the signs before and behind it, which bind before any between two values: -2^2 is 4. */
	#value(): Node {
		const sign = this.#sign();
		if (sign === '+' || sign === '-') {
			if (++this.#depth > DEEPEST) throw new LeftFormula('written');
			this.#at++;
			const of = this.#value();
			this.#depth--;
			return { kind: 'sign', sign, of };
		}
		let node = this.#single();
		while (this.#takes('%')) node = { kind: 'sign', sign: '%', of: node };
		return node;
	}

	#single(): Node {
		const token = this.#tokens[this.#at++];
		if (token === undefined) throw new LeftFormula('written');
		if (token.kind === 'function') return { kind: 'call', name: token.name, parts: this.#parts() };
		if (token.kind !== 'sign') return token;
		if (token.sign === '{') return this.#array();
		if (token.sign !== '(') throw new LeftFormula('written');
		const node = this.#expression(0);
		this.#expect(')');
		return node;
	}

	#parts(): Node[] {
		if (this.#takes(')')) return [];
		const parts: Node[] = [];
		do {
			const isEmpty = this.#sign() === ',' || this.#sign() === ')';
			parts.push(isEmpty ? { kind: 'missing' } : this.#expression(0));
		} while (this.#takes(','));
		this.#expect(')');
		return parts;
	}

	/** Constants in braces are read over: a formula with them reads no more cells for it. */
	#array(): Node {
		for (;;) {
			const token = this.#tokens[this.#at++];
			if (token === undefined || !['sign', 'number', 'text', 'boolean', 'error'].includes(token.kind)) {
				throw new LeftFormula('written');
			}
			if (token.kind !== 'sign') continue;
			if (token.sign === '}') return { kind: 'array' };
			if (!['+', '-', ',', ';'].includes(token.sign)) throw new LeftFormula('written');
		}
	}
}
