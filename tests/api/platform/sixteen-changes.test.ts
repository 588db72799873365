/**
 * Sixteen changes in the Studio of a running instance, and a release that changes other things and two of the same:
 * fourteen stay, two are told, nothing is lost; and what is pulled makes another instance the same.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { referenceTables, storedRows } from '../../../directus/lib/reference-rows.ts';
import { blankCopy, discard } from '../../support/copies.ts';
import { environment, root } from '../../support/environment.ts';
import { admin, ask, begin, config, end, permission, policy, repository, server } from '../../support/scenes/config.ts';
import { openDatabase } from '../../support/tables.ts';

beforeAll(begin);
afterAll(end);

const first = async (path: string) => (await admin.get(path)).body.data[0];

/** Changes a file of the release that the repository becomes. */
function release(name: string, from: string, to: string): void {
	const path = join(repository, name);
	const text = readFileSync(path, 'utf8');
	expect(text, name).toContain(from);
	writeFileSync(path, text.replace(from, to));
}

/** Each change in the Studio, and how one sees that it is still there. */
const CHANGES: Record<string, [make: () => Promise<unknown>, see: () => Promise<unknown>, expected: unknown]> = {
	'a help text': [
		() => ask('patch', '/fields/referrals/phone', { meta: { note: 'Ours' } }),
		async () => (await admin.get('/fields/referrals/phone')).body.data.meta.note,
		'Ours',
	],
	'a hidden field': [
		() => ask('patch', '/fields/sessions/note', { meta: { hidden: true } }),
		async () => (await admin.get('/fields/sessions/note')).body.data.meta.hidden,
		true,
	],
	'a label': [
		() => {
			const translations = [{ language: 'en-GB', translation: 'Minutes of it' }];
			return ask('patch', '/fields/sessions/minutes', { meta: { translations } });
		},
		async () => (await admin.get('/fields/sessions/minutes')).body.data.meta.translations[0].translation,
		'Minutes of it',
	],
	'a field of one’s own': [
		() => ask('post', '/fields/sessions', { field: 'room', type: 'string', meta: { interface: 'input' }, schema: {} }),
		async () => (await admin.get('/fields/sessions/room')).status,
		200,
	],
	'a collection of one’s own': [
		() => {
			const fields = [
				{ field: 'id', type: 'integer', meta: {}, schema: { is_primary_key: true, has_auto_increment: true } },
			];
			return ask('post', '/collections', { collection: 'rooms', meta: {}, schema: {}, fields });
		},
		async () => (await admin.get('/collections/rooms')).status,
		200,
	],
	'a permission taken away': [
		async () => admin.delete(`/permissions/${await permission('Buyer', 'bank_holidays', 'read')}`),
		async () =>
			(await admin.get('/permissions?filter[policy][name][_eq]=Buyer&filter[collection][_eq]=bank_holidays')).body.data
				.length,
		0,
	],
	'a permission given': [
		async () =>
			ask('post', '/permissions', {
				policy: await policy('Buyer'),
				collection: 'rooms',
				action: 'read',
				fields: ['*'],
			}),
		async () => (await first('/permissions?filter[collection][_eq]=rooms')).fields,
		['*'],
	],
	'a permission changed': [
		async () =>
			ask('patch', `/permissions/${await permission('Supplier MI', 'directus_users', 'update')}`, {
				fields: ['language'],
			}),
		async () =>
			(
				await first(
					'/permissions?filter[policy][name][_eq]=Supplier MI&filter[collection][_eq]=directus_users&filter[action][_eq]=update',
				)
			).fields,
		['language'],
	],
	'a flow switched off': [
		async () =>
			ask('patch', `/flows/${(await first('/flows?filter[name][_starts_with]=Every hour&fields=id')).id}`, {
				status: 'inactive',
			}),
		async () => (await first('/flows?filter[name][_starts_with]=Every hour&fields=status')).status,
		'inactive',
	],
	'a dashboard of one’s own': [
		() => ask('post', '/dashboards', { name: 'Ours' }),
		async () => (await first('/dashboards?filter[name][_eq]=Ours')).name,
		'Ours',
	],
	'a panel': [
		async () =>
			ask('patch', `/panels/${(await first('/panels?filter[type][_eq]=fte-coverage&fields=id')).id}`, { note: 'Ours' }),
		async () => (await first('/panels?filter[type][_eq]=fte-coverage')).note,
		'Ours',
	],
	'a shared list': [
		async () =>
			ask(
				'patch',
				`/presets/${(await first('/presets?filter[collection][_eq]=meetings&filter[user][_null]=true')).id}`,
				{
					layout_query: { tabular: { fields: ['kind'] } },
				},
			),
		async () => (await first('/presets?filter[collection][_eq]=meetings&filter[user][_null]=true')).layout_query,
		{ tabular: { fields: ['kind'] } },
	],
	'a bank holiday removed': [
		async () =>
			admin.delete(
				`/items/bank_holidays/${(await first('/items/bank_holidays?filter[day][_eq]=2026-12-25&filter[calendar][_eq]=scotland')).id}`,
			),
		async () =>
			(await admin.get('/items/bank_holidays?filter[day][_eq]=2026-12-25&filter[calendar][_eq]=scotland')).body.data
				.length,
		0,
	],
	'a text of one’s own': [
		() => ask('post', '/translations', { key: 'our_text', language: 'cy-GB', value: 'Ein testun' }),
		async () => (await first('/translations?filter[key][_eq]=our_text')).value,
		'Ein testun',
	],
	'a setting that the release changes too': [
		() => ask('patch', '/settings', { project_name: 'Ours' }),
		async () => (await admin.get('/settings')).body.data.project_name,
		'Ours',
	],
	'a help text that the release changes too': [
		() => ask('patch', '/fields/call_off_contracts/invoices_by', { meta: { note: 'Ours' } }),
		async () => (await admin.get('/fields/call_off_contracts/invoices_by')).body.data.meta.note,
		'Ours',
	],
};

async function seen(): Promise<Record<string, unknown>> {
	const found: Record<string, unknown> = {};
	for (const [what, [, see]] of Object.entries(CHANGES)) found[what] = await see();
	return found;
}

const wanted = Object.fromEntries(Object.entries(CHANGES).map(([what, [, , expected]]) => [what, expected]));

it('sixteen changes are made in the Studio', async () => {
	for (const [make] of Object.values(CHANGES)) await make();
	expect(Object.keys(CHANGES)).toHaveLength(16);
	expect(await seen()).toEqual(wanted);
});

it('a release that changes other things and two of the same keeps all, and tells the two', async () => {
	release('directus/settings.yaml', 'project_name: Peer Mentoring', 'project_name: Theirs');
	release('schema-snapshot.yaml', 'note: $t:call_off_contracts__invoices_by__note', 'note: Theirs');
	release('directus/settings.yaml', 'project_descriptor: Call-off', 'project_descriptor: A call-off');
	release('schema-snapshot.yaml', 'note: $t:call_off_contracts__last_start_date__note', 'note: Newer');
	const { status, output } = await config('push');
	expect([status, output]).toEqual([0, expect.stringContaining('settings: project_name')]);
	expect(await seen()).toEqual(wanted);
	expect((await admin.get('/settings')).body.data.project_descriptor).toMatch(/^A call-off/);
	expect((await admin.get('/fields/call_off_contracts/last_start_date')).body.data.meta.note).toBe('Newer');
	const { data } = (await admin.get('/items/configuration_conflicts?fields=what&sort=what')).body;
	expect(data).toEqual([
		{ what: 'field call_off_contracts.invoices_by: meta.note' },
		{ what: 'settings: project_name' },
	]);
});

/** Reference data as an Administrator has it: a holiday taken away, and these. */
async function changeReferenceData(): Promise<void> {
	await ask('patch', '/items/jobcentre_offices/toxteth', { name: 'Toxteth Hub', calendar: 'scotland' });
	await ask('patch', '/items/delivery_areas/liverpool-city', {
		name_cy: 'Dinas Lerpwl',
		fte_allocation: '3 FTE: all of it',
	});
	const office = { id: 'hull-new-street', name: 'Hull New Street', delivery_area: 'hull', calendar: 'scotland' };
	await ask('post', '/items/jobcentre_offices', office);
	await ask('patch', '/items/contract_package_areas/2', { minimum_fte: 8 });
	await ask('patch', '/items/service_levels/pmi', { working_days: 4, name_cy: 'PMI ni' });
	await ask('post', '/items/bank_holidays', { calendar: 'scotland', day: '2027-05-05' });
}

/** The rows of the reference data but for keys that each installation draws itself. */
async function referenceData(knex: Knex): Promise<Record<string, unknown[]>> {
	const rows: Record<string, unknown[]> = {};
	for (const { table, key, rows: wanted } of referenceTables()) {
		const columns = Object.keys(wanted[0] as object);
		const stored = (await storedRows(knex, table)).map((row) => columns.map((each) => String(row[each])).join('; '));
		rows[`${table} by ${key.join()}`] = stored.sort();
	}
	return rows;
}

it('what is pulled makes an empty instance the same', async () => {
	await changeReferenceData();
	expect((await config('pull')).status).toBe(0);
	expect((await config('pull')).output).toContain('The repository holds all of it already.');
	const copy = await blankCopy();
	try {
		const path = join(repository, 'tests/support/prepare.ts');
		cpSync(join(root, 'tests/support/prepare.ts'), path);
		const env = environment(copy, { SEED: 'reference' });
		const made = spawnSync(process.execPath, [path], { env, encoding: 'utf8' });
		expect([made.status, made.stderr]).toEqual([0, '']);
		const { output } = await config('diff', env);
		expect(output).toContain('Database and repository hold the same configuration.');
		const [ours, theirs] = [openDatabase(server.env), openDatabase(env)];
		const there = await referenceData(theirs);
		expect(there).toEqual(await referenceData(ours));
		expect(JSON.stringify(there)).toContain('hull-new-street');
		await Promise.all([ours.destroy(), theirs.destroy()]);
	} finally {
		await discard(copy);
	}
});
