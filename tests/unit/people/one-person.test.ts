import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { coverage, type FteAssignment } from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';
import { asOnePersonEach, firstOverworked } from '../../../extensions/peer-mentoring/src/domain/people/one-person.ts';

const post = (mentor: string, cpa: number, weekly_hours: number, from: string, to?: string): FteAssignment => ({
	mentor,
	cpa,
	delivery_area: `area ${cpa}`,
	weekly_hours,
	from: day(from),
	to: to === undefined ? null : day(to),
});

describe('the hours of one person (2.26)', () => {
	it.each<[string, FteAssignment[], ReturnType<typeof firstOverworked>]>([
		['48 in one place', [post('M-1', 9, 48, '2024-01-01')], undefined],
		['48 in two', [post('M-1', 9, 24, '2024-01-01'), post('M-1', 2, 24, '2024-02-01')], undefined],
		[
			'one after the other',
			[post('M-1', 9, 40, '2024-01-01', '2024-01-31'), post('M-1', 2, 40, '2024-02-01')],
			undefined,
		],
		[
			'both on one day',
			[post('M-1', 9, 40, '2024-01-01', '2024-02-01'), post('M-1', 2, 40, '2024-02-01')],
			{ from: day('2024-02-01'), hours: 80 },
		],
		[
			'half an hour too many',
			[post('M-1', 9, 40, '2024-01-01'), post('M-1', 2, 8.5, '2024-03-04')],
			{ from: day('2024-03-04'), hours: 48.5 },
		],
	])('%s', (_, assignments, expected) => {
		expect(firstOverworked(assignments)).toEqual(expected);
	});
});

describe('a Peer Mentor counts for one FTE at most (2.26, C1.2)', () => {
	const fteOn = (assignments: FteAssignment[], cpa: number, on: string) =>
		coverage(asOnePersonEach(assignments), [{ cpa, minimum: 2, maximum: 9 }], day(on), day(on))[0]?.fte_in_post;

	it('leaves alone who has no more hours than that', () => {
		const assignments = [post('M-1', 9, 40, '2024-01-01'), post('M-2', 9, 30, '2024-01-01', '2024-06-30')];
		expect(asOnePersonEach(assignments)).toEqual(assignments);
	});

	it('also with 48 hours in one place', () => {
		expect(fteOn([post('M-1', 9, 48, '2024-01-01')], 9, '2024-01-01')).toBe(1);
	});

	it('in proportion where there are two, and only while there are', () => {
		const assignments = [post('M-1', 9, 40, '2024-01-01'), post('M-1', 9, 40, '2024-02-01', '2024-02-29')];
		expect(['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01'].map((on) => fteOn(assignments, 9, on))).toEqual([
			1, 1, 1, 1,
		]);
		const apart = [post('M-1', 9, 36, '2024-01-01'), post('M-1', 2, 12, '2024-02-01', '2024-02-29')];
		expect(['2024-01-31', '2024-02-10', '2024-03-01'].map((on) => fteOn(apart, 9, on))).toEqual([0.9, 0.75, 0.9]);
		expect(fteOn(apart, 2, '2024-02-10')).toBe(0.25);
	});

	it('beside somebody else, who counts for themselves', () => {
		const assignments = [post('M-1', 9, 48, '2024-01-01'), post('M-2', 9, 40, '2024-01-01')];
		expect(fteOn(assignments, 9, '2024-01-01')).toBe(2);
	});
});
