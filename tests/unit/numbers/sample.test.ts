import { describe, expect, it, test } from 'vitest';
import { drawSample, hashOf } from '../../../extensions/peer-mentoring/src/domain/numbers/sample.ts';

const KEYS = Array.from({ length: 20 }, (_, index) => `activity-${index + 1}`);
const seeds = Array.from({ length: 4000 }, (_, index) => `2023-Q4 ${index}`);

describe('a random sample (3.10)', () => {
	it('is drawn again from its seed, on every machine and in every version', () => {
		expect(drawSample('PM-CPA9 2023-Q4', KEYS, 5)).toEqual([
			'activity-18',
			'activity-12',
			'activity-19',
			'activity-20',
			'activity-3',
		]);
		expect(drawSample('', ['ä', '漢', '😀'], 3)).toEqual(['漢', 'ä', '😀']);
	});

	it('does not depend on the order of the keys', () => {
		for (const seed of seeds.slice(0, 50)) {
			const drawn = drawSample(seed, KEYS, 7);
			expect(drawSample(seed, KEYS.toReversed(), 7)).toEqual(drawn);
			expect(drawSample(seed, KEYS.toSorted(), 7)).toEqual(drawn);
		}
	});

	test.each([
		[0, 0],
		[1, 1],
		[19, 19],
		[20, 20],
		[21, 20],
	])('of %i: %i keys, none twice, none invented', (size, number) => {
		for (const seed of seeds.slice(0, 50)) {
			const drawn = drawSample(seed, KEYS, size);
			expect(drawn).toHaveLength(number);
			expect(new Set(drawn).size).toBe(number);
			expect(KEYS).toEqual(expect.arrayContaining(drawn));
		}
	});

	it('of two keys to which the seed gives the same number draws them in the order of their names', () => {
		const alike = ['plan-1jig6k23t6', 'plan-j25y1u2kwk'];
		expect(new Set(alike.map((key) => hashOf(`2023-Q4 ${key}`))).size).toBe(1);
		expect(drawSample('2023-Q4', alike, 2)).toEqual(alike);
		expect(drawSample('2023-Q4', alike.toReversed(), 2)).toEqual(alike);
	});

	it('of one more is the same draw, carried on', () => {
		const all = drawSample('seed', KEYS, KEYS.length);
		for (let size = 0; size <= KEYS.length; size++) expect(drawSample('seed', KEYS, size)).toEqual(all.slice(0, size));
	});

	it('of no keys is empty, and leaves the keys given as they were', () => {
		expect(drawSample('seed', [], 5)).toEqual([]);
		const given = [...KEYS];
		drawSample('seed', given, 5);
		expect(given).toEqual(KEYS);
	});

	it('draws each key, and each pair of keys, about equally often', () => {
		const alone = new Map<string, number>();
		const pairs = new Map<string, number>();
		const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1);
		for (const seed of seeds) {
			const drawn = drawSample(seed, KEYS, 5).sort();
			drawn.forEach((key, index) => {
				add(alone, key);
				for (const other of drawn.slice(index + 1)) add(pairs, `${key} ${other}`);
			});
		}
		// Five standard deviations: 4000 draws of 5 in 20 give 1000 and 210.5.
		expect(alone.size).toBe(20);
		for (const [key, number] of alone) expect(Math.abs(number - 1000), key).toBeLessThan(140);
		expect(pairs.size).toBe(190);
		for (const [key, number] of pairs) expect(Math.abs(number - 210.5), key).toBeLessThan(72);
	});

	it('draws first each key about equally often', () => {
		const first = seeds.map((seed) => drawSample(seed, KEYS, 1)[0]);
		for (const key of KEYS) {
			expect(Math.abs(first.filter((each) => each === key).length - 200), key).toBeLessThan(70);
		}
	});
});
