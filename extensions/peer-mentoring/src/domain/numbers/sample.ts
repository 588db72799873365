/**
 * A random selection that anybody can repeat from its seed (3.10): each key is given a number by the seed, and those
 * with the lowest are drawn. It does not depend on the order of the keys.
 * @returns the drawn keys, in the order of the draw
 */
export function drawSample<Key extends string>(seed: string, keys: readonly Key[], size: number): Key[] {
	const ranked = keys.map((key) => ({ key, rank: hashOf(`${seed} ${key}`) }));
	ranked.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
	return ranked.slice(0, size).map(({ key }) => key);
}

/** FNV-1a with a final mix: even over similar texts, the same on every machine. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
