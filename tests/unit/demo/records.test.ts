import { describe, expect, it } from 'vitest';
import { day, weekday } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { recordProblems } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';
import { demoContractRecords, demoRecord, demoVisitDays, type DemoMentee } from '../../../seed/demo/records.ts';
import {
	demoConcern,
	demoFitness,
	demoMentorRecords,
	demoOfficeRecords,
	demoPapers,
	type DemoMentorInPost,
} from '../../../seed/demo/house.ts';
import { demoNilMonth, demoReturns } from '../../../seed/demo/returns.ts';

const TODAY = day('2024-09-30');

const mentee = (over: Partial<DemoMentee> = {}): DemoMentee => ({
	id: 'mentee',
	referral: 'referral',
	supplier: 'supplier',
	mentor_user: 'user',
	route: 'third_party',
	dwp_customer: true,
	met_on: day('2024-03-04'),
	start_on: day('2024-03-11'),
	ended_on: day('2024-08-05'),
	end_reason: 'completed',
	plan: 'plan',
	plan_agreed_on: day('2024-03-18'),
	...over,
});

describe('the rest of an invented record', () => {
	it.each([
		['somebody who completed', mentee()],
		['somebody in support', mentee({ ended_on: null, end_reason: null })],
		['somebody who has not started', mentee({ start_on: null, ended_on: null, end_reason: null, plan: null })],
	])('of %s keeps the rules of the forms', (_, person) => {
		for (let number = 0; number < 200; number++) {
			const { rows, mentee: written } = demoRecord(person, number, TODAY);
			for (const [table, row] of rows) expect([table, recordProblems(table, row, TODAY)]).toEqual([table, []]);
			expect(recordProblems('mentees', { ...person, ...written, dwp_customer: 'yes' }, TODAY)).toEqual([]);
		}
	});

	it('is the same every time, and not the same for everybody', () => {
		expect(demoRecord(mentee(), 7, TODAY)).toEqual(demoRecord(mentee(), 7, TODAY));
		const different = new Set(
			Array.from({ length: 50 }, (_, number) => JSON.stringify(demoRecord(mentee(), number, TODAY))),
		);
		expect(different.size).toBeGreaterThan(20);
	});

	it('has visits on Tuesdays that are over, with a gap now and then', () => {
		const days = Array.from({ length: 40 }, (_, number) => demoVisitDays(number, TODAY)).flat();
		for (const on of days) expect([on, weekday(on), on < TODAY]).toEqual([on, 2, true]);
		expect(days.length).toBeLessThan(40 * 12);
		expect(days.length).toBeGreaterThan(40 * 10);
	});

	it('of a contract keeps the rules too', () => {
		for (const [table, row] of demoContractRecords('contract', 'supplier')) {
			expect([table, recordProblems(table, row, TODAY)]).toEqual([table, []]);
		}
	});

	const mentor = (over: Partial<DemoMentorInPost> = {}): DemoMentorInPost => ({
		...{ id: 'mentor', supplier: 'supplier', mentor_user: 'user', email: 'mentor1@example.org' },
		from: day('2024-02-12'),
		...over,
	});

	it.each(['2024-02-12', '2024-09-23'])('of a mentor in post since %s keeps the rules, and leaves nothing', (from) => {
		const own = mentor({ from: day(from) });
		const rows = [...demoMentorRecords(own, TODAY), ...demoOfficeRecords(own, 'office', TODAY)];
		for (const [table, row] of rows) expect([table, recordProblems(table, row, TODAY)]).toEqual([table, []]);
		expect(recordProblems('peer_mentors', demoFitness(own), TODAY)).toEqual([]);
	});

	it('of papers, and of a concern about one Mentee in a hundred, keeps the rules', () => {
		for (const on of ['2024-09-30', '2026-11-28', '2026-02-04', '2026-02-05']) {
			for (const [table, row] of demoPapers('contract', 'supplier', day(on))) {
				expect([table, recordProblems(table, row, day(on))]).toEqual([table, []]);
				if (row.review_on) expect(String(row.review_on) > on).toBe(true);
			}
		}
		const concerns = Array.from({ length: 300 }, (_, number) => demoConcern(mentee(), number, TODAY)).flat();
		expect(concerns).toHaveLength(3);
		for (const [table, row] of concerns) expect(recordProblems(table, row, TODAY)).toEqual([]);
	});

	it('of the quarterly and six-monthly returns has entries in the past, and one quarter without spend with SMEs', () => {
		const contract = { contract: 'contract', supplier: 'supplier', start: day('2023-12-04') };
		const rows = demoReturns(contract, TODAY);
		for (const [table, row] of rows) expect([table, recordProblems(table, row, TODAY)]).toEqual([table, []]);
		const sme = rows.filter(([, { kind }]) => kind === 'sme').map(([, { spent_on }]) => spent_on);
		expect([demoNilMonth(TODAY), sme]).toEqual(['2024-06', ['2024-02-04']]);
		expect(rows.filter(([table]) => table === 'ipr_log_entries').map(([, { dated_on }]) => dated_on)).toEqual([
			'2024-06-03',
		]);
	});
});
