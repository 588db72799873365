import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	inOrderOfWork,
	weekFrom,
	type Appointment,
} from '../../../extensions/peer-mentoring/src/domain/home/caseload/order.ts';
import type { ToDo } from '../../../extensions/peer-mentoring/src/domain/home/caseload/to-dos.ts';

const TODAY = day('2026-11-29');

function toDo(name: string, due: string | null, more: Partial<ToDo> = {}): ToDo {
	return {
		what: 'four_sessions',
		name,
		referral: name,
		mentee: `M ${name}`,
		due_on: due === null ? null : day(due),
		...more,
	};
}

const order = (toDos: ToDo[], seen: [string, string][] = []) => {
	const work = inOrderOfWork(toDos, new Map(seen.map(([who, when]) => [who, day(when)])), TODAY);
	return {
		groups: work.groups.map(({ when, toDos: of }) => [when, of.map(({ name }) => name)]),
		ghosts: work.ghosts.map(({ name, since }) => [name, since]),
	};
};

describe('a mentor’s work', () => {
	it('begins with what can still be saved, then who waits longest, then what has no day', () => {
		const toDos = [
			toDo('No day', null, { what: 'nino_missing' }),
			toDo('Late', '2026-11-20'),
			toDo('Soon', '2026-12-05'),
			toDo('Later', '2026-12-06'),
			toDo('Today', '2026-11-29'),
			toDo('Long late', '2026-08-01'),
		];
		expect(order(toDos)).toEqual({
			groups: [
				['today', ['Today']],
				['this_week', ['Soon']],
				['overdue', ['Long late', 'Late']],
				['any_time', ['No day']],
			],
			ghosts: [],
		});
	});

	it('ends with whoever was not heard of for half a year, all that is left for them together', () => {
		const toDos = [
			toDo('Gone', '2026-05-30', { what: 'smart_action_plan' }),
			toDo('Gone', '2026-05-01'),
			toDo('Gone', null, { what: 'disclosure_missing' }),
			toDo('Longer gone', '2025-12-01'),
			toDo('Just not', '2026-05-31'),
		];
		expect(order(toDos)).toEqual({
			groups: [['overdue', ['Just not']]],
			ghosts: [
				['Gone', '2026-05-01'],
				['Longer gone', '2025-12-01'],
			],
		});
	});

	it('counts nobody among them who was seen since', () => {
		const toDos = [toDo('Seen', '2026-01-05'), toDo('Not seen', '2026-01-05')];
		const seen: [string, string][] = [
			['Seen', '2026-11-02'],
			['Not seen', '2026-01-02'],
		];
		expect(order(toDos, seen)).toEqual({
			groups: [['overdue', ['Seen']]],
			ghosts: [['Not seen', '2026-01-05']],
		});
	});
});

it('a week has seven days from today, appointments by the clock, and what is due', () => {
	const meeting = (on: string, at: string | null, name: string): Appointment => ({
		on: day(on),
		at,
		name,
		referral: name,
		mentee: null,
		place: null,
	});
	const appointments = [
		meeting('2026-11-30', '14:00', 'Gwen'),
		meeting('2026-11-30', '09:30', 'Mo'),
		meeting('2026-12-06', '09:30', 'Next week'),
	];
	const week = weekFrom(TODAY, appointments, [toDo('Late', '2026-11-20'), toDo('Soon', '2026-12-05')]);
	expect(week.map(({ day: on }) => on)).toEqual([
		...['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'],
	]);
	expect(week[1]!.appointments.map(({ name }) => name)).toEqual(['Mo', 'Gwen']);
	expect(week.flatMap(({ due }) => due.map(({ name }) => name))).toEqual(['Soon']);
});
