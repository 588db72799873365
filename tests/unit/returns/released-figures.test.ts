import { expect, it } from 'vitest';
import type { CalendarMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	gatherFigure,
	releasedOccurrences,
	releasedSplits,
} from '../../../extensions/peer-mentoring/src/domain/returns/figures/released.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const month = (text: string) => text as CalendarMonth;

it('a released figure keeps nobody apart, and no day: what is alike in a month is one count', () => {
	const gathered = gatherFigure('starts');
	const facts = {
		route: 'third_party',
		mentor: 'M',
		organisation: 'O',
		stage: 'S',
		contract: 'C',
		benefit_type: ['a', 'b'],
	};
	gathered.add({ on: day('2024-01-03'), amount: 1 }, facts, 1);
	gathered.add({ on: day('2024-01-30'), amount: 1 }, { ...facts, mentor: 'N' }, 2);
	gathered.add({ on: day('2024-02-01'), amount: 1 }, { ...facts, route: 'jobcentre_plus' }, 1);
	const released = gathered.result();
	expect(released.counts).toEqual([
		[0, '2024-01', 3, 0],
		[1, '2024-02', 1, 0],
	]);
	expect(released.facts[0]).toMatchObject({ route: 'third_party', benefit_type: ['a', 'b'], cpa: null });
	expect(JSON.stringify(released)).not.toMatch(/2024-01-03|"[MNOSC]"/);
});

it.each([
	['starts', ['2024-01', '2024-02'], 2],
	['starts', ['2024-02', '2024-02'], 1],
	// A standing is read at the end of what is asked about, and not added up over its months.
	['in_support', ['2024-01', '2024-02'], 1],
] as const)('of %s in %j, %i of the counts is asked about', (count, [from, to], found) => {
	const gathered = gatherFigure(count);
	for (const on of ['2024-01-31', '2024-02-29', '2024-03-31'] as const) gathered.add({ on: day(on), amount: 1 }, {}, 1);
	expect([
		...releasedOccurrences(gathered.result(), { count, from: month(from), to: month(to), by: [], where: {} }),
	]).toHaveLength(found);
});

it('tells of nothing that names somebody, or whose months and contracts are told otherwise', () => {
	for (const split of ['mentor', 'organisation', 'stage', 'month', 'quarter', 'contract'] as const) {
		expect(releasedSplits('starts')).not.toContain(split);
	}
	expect(releasedSplits('starts')).toContain('barrier');
});
