import { expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { claimProblems, type TravelledSession } from '../../../extensions/peer-mentoring/src/domain/journey/travel.ts';

const held_on = day('2023-11-06');
const attended: TravelledSession = {
	mentee: 'M',
	attendance: 'attended',
	mode: 'face_to_face',
	held_on,
	claimed: false,
};

test.each<[string, TravelledSession | undefined, string | undefined, string[]]>([
	['attended face to face', attended, 'M', []],
	['missed', { ...attended, attendance: 'missed' }, 'M', ['session_not_claimable']],
	['cancelled on the day', { ...attended, attendance: 'cancelled_on_the_day' }, 'M', ['session_not_claimable']],
	['attended by video', { ...attended, mode: 'digital' }, 'M', ['session_not_claimable']],
	['of somebody else', attended, 'N', ['session_not_claimable']],
	['of nobody', attended, undefined, ['session_not_claimable']],
	['that is not there', undefined, 'M', ['session_not_claimable']],
	['that another claim is for', { ...attended, claimed: true }, 'M', ['session_claimed']],
	['of another day', { ...attended, held_on: day('2023-11-07') }, 'M', ['travelled_another_day']],
])('travel to a session %s (2.25)', (_, session, mentee, codes) => {
	expect(claimProblems(session, { mentee, travelled_on: held_on }).map(({ code }) => code)).toEqual(codes);
});

test('travel whose day is not said yet is claimed for its session alone (2.25)', () => {
	expect(claimProblems(attended, { mentee: 'M', travelled_on: null })).toEqual([]);
});
