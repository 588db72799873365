/** What is configured goes from the Studio into files and back, and nothing else does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, ask, begin, changes, config, end, files, permission, policy } from '../../support/scenes/config.ts';

beforeAll(begin);
afterAll(end);

describe('right after the first start', () => {
	it('database and repository are the same', async () => {
		expect(await config('diff')).toEqual({
			status: 0,
			output: 'Database and repository hold the same configuration.\n',
		});
	});

	it('a pull writes no file, and a push changes nothing', async () => {
		const before = files();
		expect((await config('pull')).output).toBe('The repository holds all of it already.\n');
		expect(changes(before, files())).toEqual({});
		expect((await config('push')).output).toBe('There was nothing to write.\n');
	});
});

describe('what was changed in the Studio', () => {
	let before: Map<string, string>;

	it('is shown as a difference in both directions', async () => {
		before = files();
		const dashboard = await ask('post', '/dashboards', { name: 'Éva’s new dashboard' });
		await ask('post', '/panels', {
			dashboard: dashboard.id,
			name: 'Referrals',
			type: 'metric',
			position_x: 1,
			position_y: 1,
			width: 10,
			height: 8,
			options: { collection: 'referrals', field: 'id', function: 'count' },
		});
		const flow = await ask('post', '/flows', { name: 'Test flow', trigger: 'manual', options: {} });
		const operation = await ask('post', '/operations', {
			flow: flow.id,
			name: 'Note it',
			key: 'note_it',
			type: 'log',
			position_x: 19,
			position_y: 1,
			options: { message: 'x' },
		});
		await ask('patch', `/flows/${flow.id}`, { operation: operation.id });
		await ask('patch', '/settings', {
			project_descriptor: 'Changed in the Studio',
			report_bug_url: 'https://example.org',
		});
		await ask('post', '/translations', { key: 'new_text', language: 'cy-GB', value: 'Testun newydd' });
		const panels = await admin.get(
			'/panels?filter[type][_eq]=fte-coverage&filter[dashboard][name][_eq]=Contract performance&fields=id',
		);
		await ask('patch', `/panels/${panels.body.data[0].id}`, { note: 'Changed in the Studio' });
		await ask('patch', '/fields/referrals/phone', { meta: { note: 'Changed in the Studio' } });
		await ask('post', '/fields/sessions', { field: 'room', type: 'string', meta: { interface: 'input' }, schema: {} });
		await ask('patch', `/permissions/${await permission('Supplier MI', 'directus_users', 'update')}`, {
			fields: ['language', 'appearance', 'password'],
			validation: {},
		});
		const own = { supplier: { _eq: '$CURRENT_USER.supplier' } };
		await ask('post', '/permissions', {
			policy: await policy('Supplier Manager'),
			collection: 'spend_entries',
			action: 'update',
			fields: ['kind', 'organisation', 'spent_on', 'amount_pence'],
			permissions: own,
			validation: own,
		});
		const { status, output } = await config('diff');
		expect(status).toBe(1);
		expect(output).not.toContain('A push would change the database');
		expect(output).toMatch(/Changed in the Studio, and left so by a push:\n {2}what +Studio +files\n/);
		expect(output).toMatch(/\n {2}field referrals\.phone: meta\.note +"Changed in the Studio" +null\n/);
		expect(output).toMatch(/\n {2}settings: project_descriptor +"Changed in the Studio" +"Call-off contract"\n/);
		expect(output).toMatch(/\n {2}permissions Supplier MI directus_users update: fields +\[/);
		expect(output).toMatch(/A pull would change the repository:[^]*write {3}flows\/test-flow\.yaml/);
		expect(changes(before, files())).toEqual({});
	});

	it('comes into the files with a pull, and nothing else does', async () => {
		const pull = await config('pull');
		expect(pull.status).toBe(0);
		expect(pull.output).toContain('\nsessions.room has no class: add "sensitivity"');
		expect(pull.output.match(/has no class/g)).toHaveLength(1);
		const changed = changes(before, files());
		expect(Object.keys(changed).sort()).toEqual([
			'directus/dashboards/contract-performance.yaml',
			'directus/dashboards/eva-s-new-dashboard.yaml',
			'directus/roles/supplier-manager.yaml',
			'directus/roles/supplier-mi.yaml',
			'directus/settings.yaml',
			'directus/translations/texts.yaml',
			'flows/test-flow.yaml',
			'schema-snapshot.yaml',
		]);
		expect(changed['directus/dashboards/contract-performance.yaml']).toEqual([
			'+ note: Changed in the Studio',
			'- note: FTE in post, day by day, against the minimum and maximum of Annex C.',
		]);
		expect(changed['directus/roles/supplier-mi.yaml']).toEqual([
			'+ fields: [language, appearance, password]',
			'- fields: preferences',
		]);
		// Named again, and moved to the collections of which the same is said.
		expect(changed['directus/roles/supplier-manager.yaml']).toEqual([
			'+ - collections: [mi_returns, milestones, periodic_returns, questionnaires, spend_entries, survey_questions]',
			'- - collections: [mi_returns, milestones, periodic_returns, questionnaires, survey_questions]',
			'- spend_entries,',
		]);
		expect(changed['directus/settings.yaml']).toEqual([
			'+ project_descriptor: Changed in the Studio',
			'+ report_bug_url: https://example.org',
			'- project_descriptor: Call-off contract',
		]);
		expect(changed['directus/translations/texts.yaml']).toEqual(['+ new_text:', '+ cy-GB: Testun newydd']);
		expect(changed['schema-snapshot.yaml']?.filter((line) => line.startsWith('-'))).toEqual([]);
		expect(changed['schema-snapshot.yaml']).toEqual(
			expect.arrayContaining(['+ note: Changed in the Studio', '+ field: room']),
		);
	});

	it('keeps what only the file says of a changed field: its class and its paragraphs', () => {
		const text = files().get('schema-snapshot.yaml') as string;
		const phone = text.split(/^ {2}- /m).find((each) => /^collection: referrals\n {4}field: phone\n/.test(each));
		expect(phone).toMatch(/\n {4}sensitivity: personal\n {4}paragraph: 2\.6 2\.8\n[^]*note: Changed in the Studio\n/);
	});

	it('stays as it is with a second pull and a push', async () => {
		const pulled = files();
		expect((await config('pull')).output).toMatch(
			/^The repository holds all of it already\.\nsessions\.room has no class/,
		);
		expect((await config('push')).output).toBe('There was nothing to write.\n');
		expect((await config('diff')).status).toBe(0);
		expect(changes(pulled, files())).toEqual({});
	});

	it('leaves the repository again where it was deleted in the Studio', async () => {
		await admin.delete('/fields/sessions/room');
		const { body } = await admin.get('/dashboards?filter[name][_contains]=new dashboard&fields=id');
		await admin.delete(`/dashboards/${body.data[0].id}`);
		expect((await config('pull')).output).toContain('remove  directus/dashboards/eva-s-new-dashboard.yaml');
		expect(files().has('directus/dashboards/eva-s-new-dashboard.yaml')).toBe(false);
		expect(changes(before, files())['schema-snapshot.yaml']).toEqual(['+ note: Changed in the Studio']);
	});
});

it('a database without the platform is not made into one', async () => {
	const empty = mkdtempSync(join(tmpdir(), 'peer-mentoring-empty-'));
	try {
		const filename = join(empty, 'empty.sqlite');
		const env = { DATA_DIR: empty, DB_CLIENT: 'sqlite3', DB_FILENAME: filename, DB_CONNECTION_STRING: undefined };
		const { status, output } = await config('diff', env);
		expect(status).toBe(1);
		expect(output).toContain('There is no platform in this database yet');
	} finally {
		rmSync(empty, { recursive: true, force: true });
	}
});
