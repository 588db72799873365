import { describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	engagementOf,
	type RestrictionPeriod,
} from '../../../extensions/peer-mentoring/src/domain/journey/engagement.ts';
import type { Session } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { session } from '../support/journeys.ts';
import { oneOf, randomFrom } from '../support/random.ts';

const period = (from: string, to: string | null): RestrictionPeriod => ({
	from: day(from),
	to: to === null ? null : day(to),
});
const many = (number: number, over: Partial<Session>): Session[] =>
	Array.from({ length: number }, () => session('2023-11-16', over));
const met = (faceToFace: number, digital: number) => [
	...many(faceToFace, { mode: 'face_to_face' }),
	...many(digital, { mode: 'digital' }),
];

describe('the share of digital sessions (2.20)', () => {
	test.each([
		['none at all', 0, 0, null, false],
		['one face to face', 1, 0, 0, true],
		['three face to face', 3, 0, 0, true],
		['four face to face: one digital would be exactly 20 percent', 4, 0, 0, false],
		['exactly 20 percent', 4, 1, 20, true],
		['one face to face more', 5, 1, 16.7, true],
		['eight face to face: two digital are 20 percent', 8, 1, 11.1, false],
		['two of ten', 8, 2, 20, true],
		['already above it', 6, 2, 25, true],
		['only digital', 0, 2, 100, true],
		['a third, to one decimal', 2, 1, 33.3, true],
	])('%s', (_, face_to_face, digital, digital_percent, limit_reached) => {
		const expected = { face_to_face, digital, digital_percent, limit_reached };
		expect(engagementOf(met(face_to_face, digital), [], 20)).toEqual(expected);
	});

	test.each([
		[0, 8, 0, true],
		[25, 3, 0, false],
		[25, 2, 0, true],
		[100, 0, 5, false],
	])('of at most %i percent: %i face to face and %i digital reach it: %s', (most, faceToFace, digital, reached) => {
		expect(engagementOf(met(faceToFace, digital), [], most).limit_reached).toBe(reached);
	});

	test.each([
		['missed', { attendance: 'missed' }],
		['cancelled on the day', { attendance: 'cancelled_on_the_day' }],
		['cancelled earlier', { attendance: 'cancelled_earlier' }],
		['cancelled by the Peer Mentor', { attendance: 'cancelled_by_mentor' }],
		['of a group', { one_to_one: false }],
	] as const)('sessions %s are left out', (_, over) => {
		const all = [...met(4, 1), ...many(3, { ...over, mode: 'digital' }), ...many(3, over)];
		expect(engagementOf(all, [], 20)).toEqual(engagementOf(met(4, 1), [], 20));
	});

	it('a short session is engagement all the same', () => {
		expect(engagementOf(many(1, { mode: 'digital', minutes: 15 }), [], 20).digital).toBe(1);
	});
});

describe('face-to-face restrictions (2.25)', () => {
	const digital = (on: string) => session(on, { mode: 'digital' });

	test.each([
		['the day before', '2023-11-19', 1],
		['the first day', '2023-11-20', 0],
		['a day between', '2023-11-25', 0],
		['the last day', '2023-11-30', 0],
		['the day after', '2023-12-01', 1],
	])('a digital session on %s (%s) counts: %i', (_, on, count) => {
		const { digital: found } = engagementOf([digital(on)], [period('2023-11-20', '2023-11-30')], 20);
		expect(found).toBe(count);
	});

	it('last while they have no end', () => {
		const lasting = [period('2023-11-20', null)];
		expect(engagementOf([digital('2023-11-19'), digital('2024-11-19')], lasting, 20).digital).toBe(1);
	});

	it('several may overlap: a session under two of them is left out once', () => {
		const periods = [period('2023-11-01', '2023-11-20'), period('2023-11-10', '2023-11-30')];
		const found = engagementOf([digital('2023-11-15'), digital('2023-11-25'), digital('2023-12-05')], periods, 20);
		expect(found).toMatchObject({ digital: 1, digital_percent: 100 });
	});

	it('leave sessions face to face in the count', () => {
		const found = engagementOf([session('2023-11-25')], [period('2023-11-20', null)], 20);
		expect(found).toMatchObject({ face_to_face: 1, digital_percent: 0 });
	});

	it('where every session was digital under them, there is nothing to divide and no limit reached', () => {
		expect(engagementOf([digital('2023-11-25')], [period('2023-11-20', null)], 20)).toEqual({
			face_to_face: 0,
			digital: 0,
			digital_percent: null,
			limit_reached: false,
		});
	});
});

describe('random sessions', () => {
	it('are counted as counting them one by one does', () => {
		for (let seed = 1; seed <= 300; seed++) {
			const random = randomFrom(seed);
			const on = () => addDays(day('2023-11-01'), Math.floor(random() * 60));
			const periods = Array.from({ length: Math.floor(random() * 3) }, (): RestrictionPeriod => {
				const from = on();
				return { from, to: random() < 0.3 ? null : addDays(from, Math.floor(random() * 20)) };
			});
			const sessions = Array.from({ length: Math.floor(random() * 14) }, () =>
				session(on(), {
					mode: oneOf(random, ['face_to_face', 'face_to_face', 'digital']),
					attendance: oneOf(random, ['attended', 'attended', 'missed']),
					one_to_one: random() < 0.8,
				}),
			);
			let [faceToFace, digital] = [0, 0];
			for (const each of sessions) {
				if (each.attendance !== 'attended' || !each.one_to_one) continue;
				if (each.mode === 'face_to_face') faceToFace++;
				else if (periods.every(({ from, to }) => each.held_on < from || (to !== null && each.held_on > to))) digital++;
			}
			const found = engagementOf(sessions, periods, 20);
			expect([found.face_to_face, found.digital], `seed ${seed}`).toEqual([faceToFace, digital]);

			const all = faceToFace + digital;
			if (all === 0) expect(found.digital_percent).toBeNull();
			else expect(Math.abs((found.digital_percent as number) - (100 * digital) / all)).toBeLessThanOrEqual(0.05 + 1e-9);

			const after = engagementOf([...sessions, session('2023-10-01', { mode: 'digital' })], periods, 20);
			const passes = (digital + 1) / (all + 1) > 0.2;
			expect(found.limit_reached, `seed ${seed}`).toBe(all > 0 && passes);
			if (all > 0) expect((after.digital_percent as number) > 20, `seed ${seed}`).toBe(passes);
		}
	});
});
