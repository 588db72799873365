import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	agreementAfter,
	isChangeWaiting,
	lastDayOfLink,
	LONGEST_CHANGE,
	planAsRead,
	readAnswer,
	standingOfLink,
} from '../../../extensions/peer-mentoring/src/domain/journey/plan-confirmation.ts';
import { TEXTS } from '../../../extensions/peer-mentoring/src/api/journey/plan-confirmation/texts.ts';

const TODAY = day('2024-06-03');
const link = { expires_on: lastDayOfLink(TODAY), answer: null, version: 'a' };
const plan = { version: 'a', restricted: false, ended_on: null };

describe('a link to confirm a plan (Table A)', () => {
	it.each([
		['today', {}, {}, TODAY, 'works'],
		['on its last day', {}, {}, addDays(TODAY, 14), 'works'],
		['the day after', {}, {}, addDays(TODAY, 15), 'gone'],
		['once it was answered', { answer: 'agreed' as const }, {}, TODAY, 'gone'],
		['once a change was asked for', { answer: 'change_asked' as const }, {}, TODAY, 'gone'],
		['when the plan has changed', {}, { version: 'b' }, TODAY, 'changed'],
		['when it has no version any more', { version: null }, {}, TODAY, 'changed'],
		['once consent is withdrawn, or the person erased', {}, { restricted: true }, TODAY, 'gone'],
		['once the person has left', {}, { ended_on: TODAY }, TODAY, 'gone'],
		['changed and answered', { answer: 'agreed' as const }, { version: 'b' }, TODAY, 'gone'],
	])('%s', (_, ofLink, ofPlan, on, standing) => {
		expect(standingOfLink({ ...link, ...ofLink }, { ...plan, ...ofPlan }, on)).toBe(standing);
	});
});

describe('what a confirmation makes of the agreement (Table A)', () => {
	it.each([
		['a plan that was not agreed is agreed today', null, null, { agreed_on: TODAY, evidence: 'electronic' }],
		[
			'a day that was never proved is proved today',
			day('2024-05-20'),
			null,
			{ agreed_on: TODAY, evidence: 'electronic' },
		],
		['an agreement with its evidence stays', day('2024-05-20'), 'wet' as const, undefined],
		['a first electronic one stays as well', day('2024-05-20'), 'electronic' as const, undefined],
	])('%s', (_, agreed_on, evidence, after) => {
		expect(agreementAfter({ agreed_on, evidence }, TODAY)).toEqual(after);
	});
});

describe('a change that was asked for (1.13, 1.14)', () => {
	const asked = { answer: 'change_asked' as const, on: TODAY, version: 'a' };
	const before = { agreed_on: addDays(TODAY, -9), version: 'a' };
	it.each([
		['waits while nothing was agreed', asked, [], true],
		['waits while the words that were read stand', asked, [{ agreed_on: TODAY, version: 'a' }], true],
		['waits though other words stand, which nobody has agreed', asked, [{ agreed_on: null, version: 'b' }], true],
		['waits though other words were agreed before', asked, [{ ...before, version: 'b' }], true],
		['is met by other words, agreed on the same day', asked, [{ agreed_on: TODAY, version: 'b' }], false],
		['is met by a new plan, agreed later', asked, [before, { agreed_on: addDays(TODAY, 3), version: 'c' }], false],
		['waits no more once a new link asks again', { answer: null, on: null, version: 'b' }, [before], false],
		['is none where the plan was agreed to', { ...asked, answer: 'agreed' as const }, [before], false],
	])('%s', (_, newest, plans, waits) => expect(isChangeWaiting(newest, plans)).toBe(waits));
});

describe('an answer', () => {
	const long = 'x'.repeat(LONGEST_CHANGE);
	it.each([
		[{ answer: 'agreed' }, { answer: 'agreed', asked_change: null }],
		[
			{ answer: 'agreed', asked_change: 'typed and not sent' },
			{ answer: 'agreed', asked_change: null },
		],
		[
			{ answer: 'change_asked', asked_change: ' Later\r\nplease ' },
			{ answer: 'change_asked', asked_change: 'Later\nplease' },
		],
		[
			{ answer: 'change_asked', asked_change: long },
			{ answer: 'change_asked', asked_change: long },
		],
		[{ answer: 'change_asked', asked_change: `${long}x` }, 'change_too_long'],
		[{ answer: 'change_asked', asked_change: ' \n ' }, 'change_missing'],
		[{ answer: 'change_asked' }, 'change_missing'],
		[{ answer: 'change_asked', asked_change: ['x'] }, 'change_missing'],
		[{ answer: 'change_asked', asked_change: 'a\0b' }, 'change_not_text'],
		[{ answer: 'yes' }, 'answer_missing'],
		[{ answer: { agreed: true } }, 'answer_missing'],
		[{}, 'answer_missing'],
	])('is taken, or told what it lacks: %#', (given, read) => expect(readAnswer(given)).toEqual(read));
});

it('the words of a plan are its goal and its actions in their order; progress is none of them', () => {
	const action = { measure: 'A place', achievable: ' Free ', relevance: '', local_service: 'key' };
	const actions = [
		{ ...action, what: 'Second', due_on: '2024-07-02', status: 'done' },
		{ ...action, what: 'Last', due_on: null, status: 'open' },
		{ ...action, what: 'First', due_on: '2024-07-01', status: 'open' },
	];
	const read = planAsRead({ goal: ' A job ', agreed_on: TODAY }, actions);
	expect(read.goal).toBe('A job');
	expect(read.actions.map(({ what }) => what)).toEqual(['First', 'Second', 'Last']);
	expect(read.actions[0]).toEqual({
		...{ what: 'First', measure: 'A place', achievable: 'Free', relevance: null },
		due_on: '2024-07-01',
	});
	const moved = planAsRead(
		{ goal: 'A job' },
		actions.toReversed().map((each) => ({ ...each, status: 'done' })),
	);
	expect(moved).toEqual(read);
});

it('no page and no letter says what the service is for', () => {
	const words = JSON.stringify(TEXTS);
	expect(words).not.toMatch(/drug|alcohol|addict|dependen|substance|recover|cyffur|alcohol|caeth|dibyn|sylwedd|adfer/i);
});
