/** What a push writes, and what it leaves to the Studio. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	admin,
	ask,
	begin,
	buyer,
	config,
	end,
	manager,
	permission,
	policy,
	repository,
} from '../../support/scenes/config.ts';

beforeAll(begin);
afterAll(end);

describe('a push', () => {
	it('leaves what was taken away or changed in the Studio, until it is told to take what the files say', async () => {
		expect((await buyer.get('/items/bank_holidays?limit=1')).status).toBe(200);
		await admin.delete(`/permissions/${await permission('Buyer', 'bank_holidays', 'read')}`);
		const { body: flows } = await admin.get('/flows?filter[name][_starts_with]=Every morning&fields=id');
		await ask('patch', `/flows/${flows.data[0].id}`, { status: 'inactive' });
		expect(await config('push')).toEqual({ status: 0, output: 'There was nothing to write.\n' });
		expect((await buyer.get('/items/bank_holidays?limit=1')).status).toBe(403);

		const { status, output } = await config('push', {}, ['--take', 'files']);
		expect(status).toBe(0);
		expect(output).toMatch(/create {2}permissions Buyer bank_holidays read/);
		expect(output).toMatch(/update {2}flows Every morning: what is due, overdue or missing: status/);
		expect(output).not.toContain('Restart');
		expect((await buyer.get('/items/bank_holidays?limit=1')).status).toBe(200);
		expect((await config('diff')).status).toBe(0);
	});

	it('keeps a permission that was given in the Studio, and takes away what the files gave and give no more', async () => {
		const grant = { collection: 'referrals', action: 'read', fields: ['reference'] };
		await ask('post', '/permissions', { policy: await policy('Buyer'), ...grant });
		const path = join(repository, 'directus/roles/buyer.yaml');
		const text = readFileSync(path, 'utf8');
		writeFileSync(path, text.replace('        bank_holidays,\n', ''));
		const { output } = await config('push');
		expect(output).toMatch(/remove {2}permissions Buyer bank_holidays read/);
		expect(output).not.toContain('referrals');
		expect((await buyer.get('/items/referrals?fields=reference')).status).toBe(200);
		expect((await buyer.get('/items/bank_holidays?limit=1')).status).toBe(403);
		writeFileSync(path, text);
		expect((await config('push')).output).toMatch(/create {2}permissions Buyer bank_holidays read/);
		await admin.delete(`/permissions/${await permission('Buyer', 'referrals', 'read')}`);
	});

	it('tells a conflict until somebody chooses, by the command or in the Studio', async () => {
		const path = join(repository, 'directus/settings.yaml');
		const text = readFileSync(path, 'utf8');
		const name = async () => (await admin.get('/settings?fields=project_name')).body.data.project_name;
		const conflicts = async () =>
			(await admin.get('/items/configuration_conflicts?fields=id,what,in_studio,in_files')).body.data;
		await ask('patch', '/settings', { project_name: 'Ours' });
		writeFileSync(path, text.replace('project_name: Peer Mentoring', 'project_name: Theirs'));
		for (const command of ['push', 'push', 'diff'] as const) {
			expect((await config(command)).output).toMatch(/\n {2}settings: project_name +"Ours" +"Theirs"\n/);
		}
		expect(await name()).toBe('Ours');
		const [told, ...others] = await conflicts();
		expect(others).toEqual([]);
		expect(told).toMatchObject({ what: 'settings: project_name', in_studio: 'Ours', in_files: 'Theirs' });
		expect((await manager.get('/items/configuration_conflicts')).status).toBe(403);

		await ask('patch', `/items/configuration_conflicts/${told.id}`, { choice: 'studio' });
		expect((await config('push')).output).toBe('There was nothing to write.\n');
		expect([await name(), await conflicts()]).toEqual(['Ours', []]);

		writeFileSync(path, text.replace('project_name: Peer Mentoring', 'project_name: Others'));
		await config('push');
		expect((await config('push', {}, ['--take', 'files', 'settings: project_name'])).output).toContain(
			'update  settings',
		);
		expect([await name(), await conflicts()]).toEqual(['Others', []]);
		writeFileSync(path, text);
		await config('push');
		expect((await config('diff')).status).toBe(0);
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
		expect((await config('push')).output).toMatch(/update {2}permissions Buyer meetings read: fields/);
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
		expect((await config('push')).output).toBe('There was nothing to write.\n');
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

	it('never pulls what may name a person, and says so', async () => {
		const preset = { collection: 'mentees', role: null, user: null, bookmark: 'Ours', search: 'Anna Jones' };
		const { id } = await ask('post', '/presets', { ...preset, filter: { last_name: { _eq: 'Jones' } } });
		const { output } = await config('pull');
		expect(output).toContain('The search of the list “mentees Ours” stays in the database: it may name a person.');
		expect(output).toContain('The filter of the list “mentees Ours” stays in the database');
		const path = join(repository, 'directus/presets/mentees-ours.yaml');
		expect(readFileSync(path, 'utf8')).not.toContain('Jones');

		writeFileSync(path, 'collection: mentees\nbookmark: Ours\nretired: true\n');
		expect((await config('push')).output).toMatch(/remove {2}presets mentees Ours/);
		expect((await admin.get(`/presets/${id}`)).status).toBe(403);
		expect((await config('push')).output).toBe('There was nothing to write.\n');
		rmSync(path);
	});

	it('says so where no server could be told', async () => {
		await admin.delete(`/permissions/${await permission('Buyer', 'bank_holidays', 'read')}`);
		const { output } = await config('push', { PUBLIC_URL: 'http://127.0.0.1:9' }, ['--take', 'files']);
		expect(output).toContain('Restart the server if one is running');
	});
});
