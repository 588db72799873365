import { describe, expect, test } from 'vitest';
import {
	withoutSmallNumbers,
	type Count,
} from '../../../extensions/peer-mentoring/src/domain/numbers/small-numbers.ts';

const FEWER = 'fewer_than_five';
const HELD = 'withheld';

describe('no more is hidden than it takes (5.4)', () => {
	test.each<[string, [number: number, of: number][], unknown, unknown[]]>([
		[
			'a nought hides nobody, so that a larger part goes before it',
			[
				[2, 20],
				[0, 10],
				[7, 30],
			],
			9,
			[FEWER, 0, HELD],
		],
		[
			'all but one of six may be nobody of six once the nought beside it is withheld too',
			[
				[5, 6],
				[0, 10],
			],
			5,
			[HELD, HELD],
		],
	])('%s', (_, given, total, parts) => {
		const counts = given.map(([number, of]): Count => ({ number, of }));
		const sum = counts.reduce((all, each) => ({ number: all.number + each.number, of: all.of + each.of }));
		const shown = withoutSmallNumbers({ total: sum, parts: counts });
		expect([shown.total.number, shown.parts.map(({ number }) => number)]).toEqual([total, parts]);
		expect(shown.parts.map(({ of }) => of)).toEqual(counts.map(({ of }) => of));
	});
});
