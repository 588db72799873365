import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discard, environment, previousVersion, root, type Copy } from '../../support/platform.ts';
import { everyRow, openDatabase, type Row } from '../../support/tables.ts';

let copy: Copy;
let before: Map<string, Row[]>;
let after: Map<string, Row[]>;

/** Brings the database to the present version in a process of its own, as a start does. */
function upgrade(): string {
	const env = environment(copy, { SEED: 'reference' });
	const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'tests', 'support', 'prepare.ts')], {
		env,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stdout + stderr);
	return stdout + stderr;
}

/** As an Administrator did in the editor of the field, before lists were data. */
async function addOwnReason(): Promise<void> {
	const knex = openDatabase(environment(copy, {}));
	const place = { collection: 'mentees', field: 'end_reason' };
	const { options } = await knex('directus_fields').where(place).first('options');
	const { choices } = typeof options === 'string' ? JSON.parse(options) : options;
	const own = [...choices, { text: 'Moved abroad', value: 'moved_abroad' }];
	await knex('directus_fields')
		.where(place)
		.update({ options: JSON.stringify({ choices: own }) });
	await knex.destroy();
}

beforeAll(async () => {
	copy = await previousVersion();
	await addOwnReason();
	before = await everyRow(environment(copy, {}));
	upgrade();
	after = await everyRow(environment(copy, {}));
});
afterAll(() => discard(copy));

const rowsOf = (tables: Map<string, Row[]>, table: string) => tables.get(table) ?? [];
const keyOf = (row: Row) => String(row.id ?? JSON.stringify(row));

/** The tables whose rows are people's work; Directus's own are those of the new version. */
const OURS = [
	'suppliers',
	'call_off_contracts',
	'contract_cpas',
	'peer_mentors',
	'fte_assignments',
	'referrals',
	'initial_meetings',
	'mentees',
	'diagnostic_interviews',
	'action_plans',
	'actions',
	'sessions',
	'baseline_surveys',
	'spend_entries',
	'cost_register_entries',
	'ipr_log_entries',
	'bank_holidays',
	'directus_users',
];

describe('a database of the previous version', () => {
	it('holds something of every kind, so that the comparison says something', () => {
		for (const table of OURS) expect([table, rowsOf(before, table).length]).not.toEqual([table, 0]);
	});

	it.each(OURS)('keeps every row of %s, with every value that was entered', (table) => {
		const now = new Map(rowsOf(after, table).map((row) => [keyOf(row), row]));
		for (const row of rowsOf(before, table)) expect(now.get(keyOf(row))).toMatchObject(row);
		// A new version may know more bank holidays; of people's work it makes none.
		if (table !== 'bank_holidays') expect(now.size).toBe(rowsOf(before, table).length);
	});

	it('keeps every clock, with the month that it counts in; those that ran out since are missed', () => {
		const now = new Map(rowsOf(after, 'service_level_clocks').map((row) => [keyOf(row), row]));
		const clocks = rowsOf(before, 'service_level_clocks');
		expect(clocks).not.toEqual([]);
		for (const { status, ...clock } of clocks) {
			expect(now.get(keyOf(clock))).toMatchObject(clock);
			expect(now.get(keyOf(clock))?.month).toMatch(/^\d{4}-\d\d$/);
			if (status !== 'pending') expect(now.get(keyOf(clock))?.status).toBe(status);
		}
		expect([...now.values()].filter((row) => row.referral === null)).not.toEqual([]);
	});

	it('loses no table', () => {
		for (const table of before.keys()) expect([...after.keys()]).toContain(table);
	});

	it('keeps a choice that was added in the editor of a field, as a value of its list that lacks its Welsh', () => {
		const [own, ...others] = rowsOf(after, 'codes').filter(({ value }) => value === 'moved_abroad');
		expect(others).toEqual([]);
		expect(own).toMatchObject({ list: 'end_reason', code: 'MOAB', english: 'Moved abroad', missing: 'welsh' });
		const field = rowsOf(after, 'directus_fields').find(
			(row) => row.collection === 'mentees' && row.field === 'end_reason',
		);
		expect(JSON.stringify(field?.options)).toContain('$t:end_reason__moved_abroad');
	});

	it('gets what this version works out: milestones, meetings, who holds each Mentee, what is to do', () => {
		const contracts = rowsOf(after, 'call_off_contracts').length;
		expect(rowsOf(after, 'milestones')).toHaveLength(7 * contracts);
		expect(rowsOf(after, 'meetings').length).toBeGreaterThan(contracts);
		expect(rowsOf(after, 'allocations')).toHaveLength(rowsOf(after, 'mentees').length);
		const present = rowsOf(after, 'mentees').filter(({ ended_on }) => ended_on === null);
		expect(present.map(({ outstanding }) => JSON.stringify(outstanding))).toEqual([
			expect.stringContaining('result_not_told'),
		]);
	});

	it('is backed up before anything is changed, and once', () => {
		expect(readdirSync(join(copy.data, 'backups'))).toEqual([
			expect.stringMatching(/^before-upgrade-[\d-]{15}\.backup$/),
		]);
	});

	it('is changed no further by a second time', async () => {
		expect(upgrade()).not.toMatch(/applying|backup/);
		expect(readdirSync(join(copy.data, 'backups'))).toHaveLength(1);
		const again = await everyRow(environment(copy, {}));
		for (const [table, rows] of after) {
			const sorted = (found: Row[]) => found.map((row) => JSON.stringify(row)).sort();
			expect([table, sorted(rowsOf(again, table))]).toEqual([table, sorted(rows)]);
		}
	});
});
