import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Journey } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { figuresOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/figures.ts';
import { addFigures, emptyCell } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/cell.ts';
import { journey, sessions } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const context = pmiContext();
const held = (count: number) => sessions(...Array.from({ length: count }, (_, n) => addDays(day('2023-10-16'), 7 * n)));
const cell = (of: Journey) => {
	const counters = emptyCell();
	addFigures(counters, figuresOf(of, context)!, context.month);
	return counters;
};

describe('eight sessions in the return (3.8, sixteenth item)', () => {
	const started = { received_on: '2023-10-02', start_on: '2023-10-16' } as const;
	const completed = { ...started, ended_on: '2023-12-11', end_reason: 'completed' } as const;

	test.each([
		['seven, and still there', 7, started, { eight: 0, of_left: 0, completions: 0, fewer: 0 }],
		['eight, and still there', 8, started, { eight: 1, of_left: 0, completions: 0, fewer: 0 }],
		['eight, and completed', 8, completed, { eight: 1, of_left: 1, completions: 1, fewer: 0 }],
		['seven, and completed', 7, completed, { eight: 0, of_left: 0, completions: 1, fewer: 1 }],
		[
			'nine, and left early',
			9,
			{ ...completed, end_reason: 'dropout' },
			{ eight: 1, of_left: 1, completions: 0, fewer: 0 },
		],
		[
			'eight, and leaves after the month',
			8,
			{ ...completed, ended_on: '2024-01-02' },
			{ eight: 1, of_left: 0, completions: 0, fewer: 0 },
		],
	] as const)('%s', (_, count, over, expected) => {
		const found = cell(journey({ ...over, sessions: held(count) }));
		expect({
			eight: found.eight_sessions.cumulative,
			of_left: found.eight_sessions_of_left,
			completions: found.completions.cumulative,
			fewer: found.completions_fewer_than_eight.cumulative,
		}).toEqual(expected);
	});
});
