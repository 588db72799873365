/** Repeatable chance: the same seed gives the same people every time (mulberry32). */
export class Random {
	private state: number;

	constructor(...seed: number[]) {
		this.state = seed.reduce((state, part) => Math.imul(state ^ part, 0x9e3779b1) + 0x7f4a7c15, 0x5eed);
	}

	/** From 0 up to but not including 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** A whole number from `least` to `most`, both included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	pick<const T>(from: readonly [T, ...T[]]): T {
		return from[this.between(0, from.length - 1)] ?? from[0];
	}

	/** A choice in proportion to the weights. */
	weighted<T>(choices: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
		let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [choice, weight] of choices) {
			left -= weight;
			if (left < 0) return choice;
		}
		return choices[0][0];
	}
}
