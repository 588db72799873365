/** What the Mentee Tracker of 50,000 Mentees costs a running server: memory above idle, time, and how others wait. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import type { Knex } from 'knex';
import { addDays, day, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn, nowColumn } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { databaseOf } from '../support/database.ts';
import { lane, templateOf, type Database } from '../support/platform.ts';
import { startTestServer } from '../support/server.ts';
import { worldOf, type Supplier } from '../support/world.ts';

export interface TrackerCost {
	mentees: number;
	/** Of the server's process, in MB. */
	idle: number;
	peak: number;
	above: number;
	seconds: number;
	/** Of the encrypted file, in MB. */
	file: number;
	/** The longest that another request waited meanwhile, in milliseconds. */
	longestWait: number;
}

const PASSWORD = 'otter violin ladder plum';
const SESSIONS = 8;
/** Few enough for the number of rows that SQLite takes in one statement. */
const ROWS = 400;
const MEGABYTE = 1024 * 1024;
/** What it may cost, in MB above an idle server. */
const ALLOWED = 300;

export async function measureTracker({
	mentees = 50_000,
	database = lane,
}: { mentees?: number; database?: Database } = {}): Promise<TrackerCost> {
	await templateOf('reference', database);
	const server = await startTestServer({ seed: 'world', database });
	const knex = databaseOf(server);
	try {
		const { north } = await worldOf(server);
		await fill(knex, north, mentees);
		const path = `/mentee-tracker/${north.reference}/2024-12.xlsx`;
		const ask = () => server.anonymous.get('/server/info');
		// What the first requests and the first workbook load for every later one is not what this one costs.
		await north.mi.download(`/mentee-tracker/${north.reference}/2023-01.xlsx`, { password: PASSWORD });
		for (let request = 0; request < 100; request++) await ask();
		await new Promise((done) => setTimeout(done, 3000));
		const idle = memoryOf(server.pid);
		let peak = idle;
		let ended = false;
		let longestWait = 0;
		const watch = setInterval(() => (peak = Math.max(peak, memoryOf(server.pid))), 25);
		const started = performance.now();
		const work = north.mi.download(path, { password: PASSWORD }).finally(() => (ended = true));
		while (!ended) {
			const asked = performance.now();
			await ask();
			longestWait = Math.max(longestWait, performance.now() - asked);
			await new Promise((done) => setTimeout(done, 200));
		}
		const { status, content } = await work;
		clearInterval(watch);
		const { records } = await knex('access_log').orderBy('at', 'desc').first('records');
		if (status !== 200 || Number(records) !== mentees) throw new Error(`${status}: ${records} of ${mentees} Mentees`);
		return {
			mentees,
			idle: Math.round(idle / MEGABYTE),
			peak: Math.round(peak / MEGABYTE),
			above: Math.round((peak - idle) / MEGABYTE),
			seconds: Math.round((performance.now() - started) / 100) / 10,
			file: Math.round((content.length / MEGABYTE) * 10) / 10,
			longestWait: Math.round(longestWait),
		};
	} finally {
		await knex.destroy();
		await server.stop();
	}
}

/** Resident memory of a process in bytes. */
function memoryOf(pid: number): number {
	if (process.platform !== 'linux') {
		return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) * 1024;
	}
	return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

type Row = Record<string, unknown>;

/** People with all that a tracker shows, straight into the tables: through the API it would take hours. */
async function fill(knex: Knex, { id: supplier, contract, cpa }: Supplier, mentees: number): Promise<void> {
	const on = (from: CalendarDay, days: number) => dayColumn(knex, addDays(from, days));
	const created = nowColumn(knex);
	for (let first = 0; first < mentees; first += ROWS) {
		const tables: Record<string, Row[]> = {};
		const add = (table: string, row: Row): string => {
			const id = randomUUID();
			(tables[table] ??= []).push({ id, supplier, date_created: created, ...row });
			return id;
		};
		for (let number = first; number < Math.min(first + ROWS, mentees); number++) {
			const start = addDays(day('2023-04-03'), number % 600);
			const referral = add('referrals', { reference: `S-${number}`, contract, cpa, route: 'jobcentre_plus' });
			const mentee = add('mentees', {
				referral,
				contract,
				cpa,
				start_on: dayColumn(knex, start),
				dwp_customer: 'yes',
				nino: `QQ${String(number).padStart(6, '0')}A`,
				substances: JSON.stringify(['heroin', 'alcohol']),
				benefits: JSON.stringify(['universal_credit']),
				benefits_at_start: JSON.stringify(['universal_credit']),
				employment_status: 'looking_for_work',
				unemployment_length: 'from_36_months',
				disclosure: 'pre_disclosed',
			});
			add('diagnostic_interviews', {
				mentee,
				held_on: dayColumn(knex, start),
				barriers: JSON.stringify(['other_health', 'housing', 'other']),
				housing: 'urgent_problem',
				barrier_detail: `What stands in the way of person ${number}, in a sentence of the usual length or more.`,
			});
			add('action_plans', { mentee, agreed_on: on(start, 5), evidence: 'wet' });
			add('treatment_statuses', { mentee, status: 'in_treatment', since_on: on(start, 10) });
			const entered = { referred_on: on(start, 8), entered_on: on(start, 10), ended_on: null };
			add('support_engagements', { mentee, kind: 'treatment', ...entered });
			add('support_engagements', { mentee, kind: 'training', ...entered, training_type: 'vocational' });
			for (let session = 0; session < SESSIONS; session++) {
				const held = { held_on: on(start, session * 7), minutes: 60, mode: 'face_to_face', one_to_one: true };
				add('sessions', { mentee, ...held, attendance: session % 5 === 4 ? 'missed' : 'attended' });
			}
		}
		await knex.transaction(async (transaction) => {
			for (const [table, rows] of Object.entries(tables)) await transaction.batchInsert(table, alike(rows), ROWS);
		});
	}
}

/** Rows of one statement name the same columns. */
function alike(rows: Row[]): Row[] {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
}

if (process.argv[1] === import.meta.filename) {
	const { mentees, above, idle, seconds, file, longestWait } = await measureTracker();
	console.log(
		`  Mentee Tracker of ${mentees.toLocaleString('en-GB')} Mentees: ${above} MB above the ${idle} MB of an idle server, ` +
			`ratio ${(above / ALLOWED).toFixed(2)} to the ${ALLOWED} MB allowed; ` +
			`${seconds} s, a file of ${file} MB; another request waited ${longestWait} ms at most`,
	);
}
