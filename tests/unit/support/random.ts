/** Numbers from 0 to below 1 that look random and are the same at each run (a linear congruential generator). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

export const oneOf = <Item>(random: () => number, items: readonly Item[]): Item =>
	items[Math.floor(random() * items.length)] as Item;
