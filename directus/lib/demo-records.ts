/** Adds to the imported demo what its files have no columns for. */
import { randomUUID } from 'node:crypto';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import {
	addDays,
	parseDay,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn, dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Writer } from '../../extensions/peer-mentoring/src/storage/writer/complete.ts';
import { addLinks, addRecord, changeRecord } from '../../extensions/peer-mentoring/src/storage/writer/records.ts';
import { settle } from '../../extensions/peer-mentoring/src/storage/writer/settle.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import {
	demoContractRecords,
	demoLaterSurveys,
	demoRecord,
	demoVisitDays,
	type DemoMentee,
	type DemoRow,
} from '../../seed/demo/records.ts';
import {
	demoConcern,
	demoFitness,
	demoMentorRecords,
	demoOfOurOwn,
	demoOfficeRecords,
	demoPapers,
	type DemoMentorInPost,
} from '../../seed/demo/house.ts';
import { PLUS } from '../../seed/demo/contracts.ts';
import { DEMO_PURCHASE_ORDER } from '../../seed/demo/money.ts';
import { PLUS_MEASURES, PLUS_TERMS } from '../../seed/demo/plus.ts';
import { demoNilMonth, demoReturns } from '../../seed/demo/returns.ts';
import { demoMentorsInPost } from './demo-house.ts';
import { loadDemoPlaces } from './demo-places.ts';
import { loadDemoSurveys } from './demo-surveys.ts';
import { answerDemoForms } from './demo-answers.ts';
import type { Knex } from './directus.ts';

/** What the Order Forms of the invented contracts ask for: the share of each service level that must be met. */
const DEMO_PERCENT = 75;

/** The platform itself: nobody of the demo has written these. */
export const WRITER: Writer = { user: null, mentor: null, today: today(), typed: false };

/** Tables whose rows only join two records. */
const LINKS = ['fte_assignments_offices'];

export async function loadDemoRecords(knex: Knex): Promise<void> {
	await knex.transaction(async (transaction) => {
		const tables = new Map<string, DemoRow[]>();
		const add = (table: string, row: DemoRow) => {
			const rows = tables.get(table) ?? [];
			tables.set(table, rows);
			rows.push(columnsOf(transaction, { id: randomUUID(), ...row }));
		};
		for (const [number, mentee] of (await readMentees(transaction)).entries()) {
			const { rows, mentee: change } = demoRecord(mentee, number, today());
			for (const [table, row] of [...rows, ...demoConcern(mentee, number, today())]) add(table, row);
			if (Object.keys(change).length === 0) continue;
			await changeRecord(transaction, 'mentees', { ...mentee }, columnsOf(transaction, change), WRITER);
		}
		for (const { id, supplier, start_date } of await transaction('call_off_contracts').select()) {
			for (const [table, row] of demoPapers(id, supplier, today())) add(table, row);
			for (const [table, row] of demoContractRecords(id, supplier)) add(table, row);
			const contract = { contract: id, supplier, start: dayOf(start_date) as CalendarDay };
			for (const [table, row] of demoReturns(contract, today())) add(table, row);
		}
		for (const supplier of await transaction('suppliers').pluck('id')) {
			for (const [table, row] of demoOfOurOwn(supplier)) add(table, row);
		}
		const mentors = await demoMentorsInPost(transaction);
		for (const mentor of mentors.values()) {
			const { id, supplier } = mentor;
			const fitness = columnsOf(transaction, demoFitness(mentor));
			await changeRecord(transaction, 'peer_mentors', { id, supplier }, fitness, WRITER);
			for (const [table, row] of demoMentorRecords(mentor, today())) add(table, row);
		}
		for (const { mentor, link, visits } of await dedicatedOffices(transaction)) {
			add('fte_assignments_offices', link);
			for (const visit of visits) add('office_visits', visit);
			const own = mentors.get(mentor) as DemoMentorInPost;
			for (const [table, row] of demoOfficeRecords(own, link.jobcentre_office as string, today())) add(table, row);
		}
		for (const [table, rows] of tables) {
			// Rows of one table may differ in the columns they name.
			for (const row of rows) {
				if (LINKS.includes(table)) await addLinks(transaction, table, [row]);
				else await addRecord(transaction, table, row, WRITER);
			}
		}
		await surveyAgain(transaction);
		await loadDemoPlaces(transaction);
		await loadDemoSurveys(transaction);
		await answerDemoForms(transaction, WRITER, columnsOf);
	});
	const own = { ...PLUS_TERMS, return_measures: JSON.stringify(PLUS_MEASURES) };
	for (const { id, reference } of await knex('call_off_contracts').select('id', 'reference')) {
		const usual = { ...DEMO_PURCHASE_ORDER, service_level_percent: DEMO_PERCENT };
		const terms = reference === PLUS ? { ...usual, ...own } : usual;
		await changeRecord(knex, 'call_off_contracts', { id }, terms, WRITER);
	}
	await settleEverything(knex, today());
	await meetMilestones(knex);
	await declareNil(knex);
	const contracts = (await knex('call_off_contracts').select('id')).map(({ id }) => id as string);
	await settle(knex, { referrals: [], contracts, mentors: [] }, today());
}

/** What an invented contract had to do by a day, it did three days before. */
async function meetMilestones(knex: Knex): Promise<void> {
	for (const { id, due_on, contract } of await knex('milestones').select('id', 'due_on', 'contract')) {
		const due = dayOf(due_on);
		const met_on = due && addDays(due, -3);
		if (!met_on || met_on >= today()) continue;
		await changeRecord(
			knex,
			'milestones',
			{ id, contract },
			columnsOf(knex, { met_on, evidence: 'Meeting Output Note, shared folder' }),
			WRITER,
		);
	}
}

/** The surveys after six and twelve months, of those who could be reached (2.16). */
async function surveyAgain(knex: Knex): Promise<void> {
	const surveys = await knex('baseline_surveys as survey')
		.join('mentees', 'mentees.id', 'survey.mentee')
		.orderBy('mentees.reference')
		.select('survey.id', 'survey.completed_on');
	for (const [number, { id, completed_on }] of surveys.entries()) {
		const change = demoLaterSurveys(dayOf(completed_on), number, today());
		if (change) await changeRecord(knex, 'baseline_surveys', { id }, columnsOf(knex, change), WRITER);
	}
}

/** The spend with SMEs of the last quarter that is over. */
async function declareNil(knex: Knex): Promise<void> {
	const declared = { nil_declared: true, declared_on: dayColumn(knex, today()) };
	const month = demoNilMonth(today());
	for (const row of await knex('periodic_returns').where({ kind: 'sme_spend', month }).select('id')) {
		await changeRecord(knex, 'periodic_returns', row, declared, WRITER);
	}
}

async function readMentees(knex: Knex): Promise<DemoMentee[]> {
	const rows = await knex('mentees as mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.join('initial_meetings as meeting', 'meeting.referral', 'referral.id')
		.leftJoin('action_plans as plan', 'plan.mentee', 'mentee.id')
		.where('meeting.outcome', 'start')
		.orderBy('mentee.reference')
		.select(
			'mentee.*',
			'referral.route',
			'meeting.held_on as met_on',
			'plan.id as plan',
			'plan.agreed_on as plan_agreed_on',
		);
	return rows.map((row) => ({
		...row,
		dwp_customer: row.dwp_customer === 'yes',
		met_on: dayOf(row.met_on) as CalendarDay,
		start_on: dayOf(row.start_on),
		ended_on: dayOf(row.ended_on),
		plan_agreed_on: dayOf(row.plan_agreed_on),
	}));
}

interface DemoOffice {
	mentor: string;
	link: DemoRow;
	visits: DemoRow[];
}

/** Every mentor has the first office of their delivery area, and was there in most weeks of the last quarter. */
async function dedicatedOffices(knex: Knex): Promise<DemoOffice[]> {
	const offices = await knex('jobcentre_offices').orderBy('id').select('id', 'delivery_area', 'calendar');
	const closed = new Set(
		(await knex('bank_holidays').select('calendar', 'day')).map((row) => `${row.calendar} ${dayOf(row.day)}`),
	);
	const assignments = await knex('fte_assignments as assignment')
		.join('peer_mentors as mentor', 'mentor.id', 'assignment.peer_mentor')
		.whereNull('assignment.ends_on')
		.orderBy('mentor.reference')
		.select('assignment.id', 'assignment.delivery_area', 'assignment.supplier', 'mentor.id as mentor', 'mentor.user');
	return assignments.flatMap(({ id, delivery_area, supplier, mentor, user }, number) => {
		const office = offices.find((each) => each.delivery_area === delivery_area);
		if (!office) return [];
		const open = demoVisitDays(number, today()).filter((on) => !closed.has(`${office.calendar} ${on}`));
		const own = { jobcentre_office: office.id, supplier };
		const times = { arrived_at: '10:00:00', left_at: '15:00:00' };
		const visits = open.map((visited_on) => ({ ...own, ...times, peer_mentor: mentor, mentor_user: user, visited_on }));
		return [{ mentor, link: { ...own, fte_assignment: id }, visits }];
	});
}

/** Days as this database keeps them. */
export function columnsOf(knex: Knex, row: DemoRow): DemoRow {
	return Object.fromEntries(
		Object.entries(row).map(([column, value]) => {
			const on = typeof value === 'string' && column.endsWith('_on') ? parseDay(value) : undefined;
			return [column, on ? dayColumn(knex, on) : value];
		}),
	);
}
