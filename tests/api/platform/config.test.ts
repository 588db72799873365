/** What is configured goes from the Studio into files and back, and nothing else does. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	admin,
	ask,
	begin,
	buyer,
	changes,
	config,
	end,
	files,
	manager,
	permission,
	policy,
	repository,
} from '../../support/scenes/config.ts';

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
		expect((await config('push')).output).toBe('The database holds all of it already.\n');
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
		const panels = await admin.get('/panels?filter[type][_eq]=fte-coverage&fields=id');
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
		expect(output).toMatch(/A push would change the database:[^]*model {3}referrals\.phone: meta\.note/);
		expect(output).toMatch(/update {2}settings .*project_descriptor/);
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
			'- project_descriptor: Individuals with a Substance Dependency',
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
		expect((await config('push')).output).toBe('The database holds all of it already.\n');
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

describe('a push', () => {
	it('puts back what was taken away, on the server that runs', async () => {
		expect((await buyer.get('/items/bank_holidays?limit=1')).status).toBe(200);
		await admin.delete(`/permissions/${await permission('Buyer', 'bank_holidays', 'read')}`);
		expect((await buyer.get('/items/bank_holidays?limit=1')).status).toBe(403);
		const { body: flows } = await admin.get('/flows?filter[name][_starts_with]=Every morning&fields=id');
		await ask('patch', `/flows/${flows.data[0].id}`, { status: 'inactive' });
		const { status, output } = await config('push');
		expect(status).toBe(0);
		expect(output).toMatch(/create {2}permissions .*bank_holidays read/);
		expect(output).toMatch(/update {2}flows Every morning: what is due, overdue or missing: status/);
		expect(output).not.toContain('Restart');
		expect((await buyer.get('/items/bank_holidays?limit=1')).status).toBe(200);
	});

	it('takes away what no file grants', async () => {
		const grant = { collection: 'referrals', action: 'read', fields: ['*'] };
		await ask('post', '/permissions', { policy: await policy('Buyer'), ...grant });
		expect((await config('push')).output).toMatch(/remove {2}permissions .*referrals read/);
		expect((await buyer.get('/items/referrals')).status).toBe(403);
	});

	it('takes from the Buyer a field that has become personal, because the class decides', async () => {
		const path = join(repository, 'schema-snapshot.yaml');
		const text = readFileSync(path, 'utf8');
		const asked = '/items/meetings?fields=id,notes';
		const classed = async () => {
			const filter = 'filter[collection][_eq]=meetings&filter[field][_eq]=notes';
			return (await admin.get(`/items/data_dictionary?${filter}&fields=id,sensitivity`)).body.data;
		};
		expect((await buyer.get(asked)).status).toBe(200);
		const [before] = await classed();
		expect(before.sensitivity).toBe('none');
		writeFileSync(path, text.replace(/(field: notes\n {4}type: text\n {4}sensitivity: )none/, '$1personal'));
		expect(readFileSync(path, 'utf8')).not.toBe(text);
		expect((await config('push')).output).toMatch(/update {2}permissions .*meetings read: fields/);
		expect((await buyer.get(asked)).status).toBe(403);
		expect((await buyer.get('/items/meetings?fields=id')).status).toBe(200);
		expect(await classed()).toEqual([{ ...before, sensitivity: 'personal' }]);
		writeFileSync(path, text);
		await config('push');
		expect((await buyer.get(asked)).status).toBe(200);
	});

	it('leaves a Supplier’s own dashboard alone, as a pull does', async () => {
		const { status, body } = await manager.post('/dashboards', { name: 'Our own' });
		expect(status).toBe(200);
		expect((await config('push')).output).toBe('The database holds all of it already.\n');
		expect((await config('pull')).output).toBe('The repository holds all of it already.\n');
		expect((await manager.get(`/dashboards/${body.data.id}`)).status).toBe(200);
	});

	it('refuses a rule that there is not, with the file and the line, and changes nothing', async () => {
		const path = join(repository, 'directus/roles/buyer.yaml');
		const text = readFileSync(path, 'utf8');
		const line = text.split('\n').findIndex((each) => each.includes('shared-dashboards')) + 1;
		writeFileSync(path, text.replace('shared-dashboards', 'shared-dashbords'));
		const { status, output } = await config('push');
		expect(status).toBe(1);
		expect(output).toContain(`directus/roles/buyer.yaml, line ${line}: there is no rule shared-dashbords`);
		writeFileSync(path, text);
		expect((await config('diff')).status).toBe(0);
	});

	it('says so where no server could be told', async () => {
		await admin.delete(`/permissions/${await permission('Buyer', 'bank_holidays', 'read')}`);
		const { output } = await config('push', { PUBLIC_URL: 'http://127.0.0.1:9' });
		expect(output).toContain('Restart the server if one is running');
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
