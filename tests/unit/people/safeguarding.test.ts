import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { recordProblems } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';
import { concernDueOn, type ConcernSteps } from '../../../extensions/peer-mentoring/src/domain/people/safeguarding.ts';

describe('the next step of a safeguarding concern (2.25)', () => {
	test.each<[string, Partial<ConcernSteps>, string | null]>([
		['is due the day after it was raised, on a Saturday too', { raised_on: day('2024-03-01') }, '2024-03-02'],
		['is due before anybody has given it a stage', { stage: null }, '2024-03-06'],
		['is due two weeks after it was assessed', { stage: 'assessed', assessed_on: day('2024-03-06') }, '2024-03-20'],
		[
			'is due two weeks after the latest step, whichever that was',
			{ stage: 'referred', assessed_on: day('2024-03-06'), referred_on: day('2024-03-08') },
			'2024-03-22',
		],
		[
			'is due two weeks after it was looked at again',
			{ stage: 'referred', referred_on: day('2024-03-08'), reviewed_on: day('2024-03-22') },
			'2024-04-05',
		],
		['is none once it is closed', { stage: 'closed', assessed_on: day('2024-03-06') }, null],
	])('%s', (_, steps, due) => {
		const raised = { stage: 'raised', raised_on: day('2024-03-05') } as const;
		expect(concernDueOn({ assessed_on: null, referred_on: null, reviewed_on: null, ...raised, ...steps })).toBe(due);
	});
});

describe('whom a concern about a mentor is about (2.25)', () => {
	const problems = (record: Record<string, unknown>) =>
		recordProblems('safeguarding_concerns', { about: 'peer_mentor', ...record }, day('2024-03-10'));

	test.each([[{}], [{ stage: 'raised' }], [{ stage: 'assessed', assessed_on: '2024-03-06', peer_mentor: 'A' }]])(
		'may wait until somebody handles it: %j',
		(record) => expect(problems(record)).toEqual([]),
	);

	test.each(['assessed', 'referred', 'closed'])('is said at the stage %s, so that they are kept from it', (stage) => {
		expect(problems({ stage })).toContainEqual({
			field: 'peer_mentor',
			code: 'required_when',
			params: { list: 'safeguarding_stage', because: stage },
		});
	});
});
