import { expect, it, test } from 'vitest';
import {
	freePlace,
	wrongSide,
	type Place,
} from '../../../extensions/peer-mentoring/src/domain/platform/panel-place.ts';

const at = (position_x: number, position_y: number, width = 18, height = 12): Place => ({
	position_x,
	position_y,
	width,
	height,
});

test.each<[string, Place, Place[], [number, number]]>([
	['stays where nothing is', at(7, 9), [], [7, 9]],
	['stays beside another', at(19, 1), [at(1, 1)], [19, 1]],
	['stays below another', at(1, 13), [at(1, 1)], [1, 13]],
	['goes beside the one that it would hide', at(1, 1), [at(1, 1)], [19, 1]],
	['goes beside the second', at(1, 1), [at(1, 1), at(19, 1)], [37, 1]],
	['goes below where a desk has no more columns', at(1, 1), [at(1, 1), at(19, 1), at(37, 1)], [1, 13]],
	['goes below a wide one', at(1, 1), [at(1, 1, 54, 6)], [1, 7]],
	['goes below, where it is too wide to stand beside', at(1, 1, 40), [at(1, 1)], [1, 13]],
	['goes to the left, however wide it is', at(1, 1, 80), [at(1, 1)], [1, 13]],
	['goes into a gap that is large enough', at(1, 1, 10, 6), [at(1, 1), at(29, 1)], [19, 1]],
	['goes past a gap that is too small', at(1, 1), [at(1, 1), at(24, 1, 31)], [1, 13]],
	['leaves its place when it covers only a corner', at(10, 6), [at(1, 1)], [19, 1]],
])('a panel %s', (_, panel, others, [position_x, position_y]) => {
	expect(freePlace(panel, others)).toEqual({ position_x, position_y });
});

it('twenty panels put into one corner hide none of one another', () => {
	const placed: Place[] = [];
	for (let number = 0; number < 20; number++) {
		const panel = at(1, 1, 10 + ((number * 7) % 30), 6 + (number % 5));
		placed.push({ ...panel, ...freePlace(panel, placed) });
	}
	for (const [index, panel] of placed.entries()) {
		const others = placed.toSpliced(index, 1);
		expect(freePlace(panel, others)).toEqual({ position_x: panel.position_x, position_y: panel.position_y });
	}
});

test.each<[Parameters<typeof wrongSide>[0], string | undefined]>([
	[at(1, 1), undefined],
	[{}, undefined],
	[{ width: 5000 }, undefined],
	[{ width: 5001 }, 'width'],
	[{ position_x: 0 }, 'position_x'],
	[{ position_y: -5 }, 'position_y'],
	[{ height: 1.5 }, 'height'],
	[{ position_x: '1' }, 'position_x'],
	[{ width: null }, 'width'],
	[{ width: [10] }, 'width'],
	[{ height: 1e300 }, 'height'],
])('of %j, %s is no place on a grid', (panel, side) => {
	expect(wrongSide(panel)).toBe(side);
});

it('a dashboard with hundreds of panels takes one more at once, below them all', () => {
	const others = Array.from({ length: 400 }, (_, index) => at(1, 1, 10 + (index % 40), 5 + (index % 17)));
	expect(freePlace(at(1, 1), others)).toEqual({ position_x: 1, position_y: 22 });
});
