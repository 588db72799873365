import { expect, test } from 'vitest';
import { claimProblems, type TravelledSession } from '../../../extensions/peer-mentoring/src/domain/journey/travel.ts';

const attended: TravelledSession = { mentee: 'M', attendance: 'attended', mode: 'face_to_face' };

test.each<[string, TravelledSession | undefined, string | undefined, boolean]>([
	['attended face to face', attended, 'M', true],
	['missed', { ...attended, attendance: 'missed' }, 'M', false],
	['cancelled on the day', { ...attended, attendance: 'cancelled_on_the_day' }, 'M', false],
	['attended by video', { ...attended, mode: 'digital' }, 'M', false],
	['of somebody else', attended, 'N', false],
	['of nobody', attended, undefined, false],
	['that is not there', undefined, 'M', false],
])('travel to a session %s (2.25)', (_, session, mentee, claimable) => {
	expect(claimProblems(session, mentee).map(({ code }) => code)).toEqual(claimable ? [] : ['session_not_claimable']);
});
