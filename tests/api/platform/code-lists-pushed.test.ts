/** Code lists between the Studio and their files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, ask, begin, config, end, repository } from '../../support/scenes/config.ts';

beforeAll(begin);
afterAll(end);

const LISTS = 'extensions/peer-mentoring/src/domain/language/lists';
const path = (list: string) => join(repository, LISTS, `${list}.json`);
type ListFile = Record<string, { code: string; en: string; cy: string; until?: string }>;
const read = (list: string) => JSON.parse(readFileSync(path(list), 'utf8')) as ListFile;
function write(list: string, change: (file: ListFile) => void): void {
	const file = read(list);
	change(file);
	writeFileSync(path(list), JSON.stringify(file));
}
async function codeOf(list: string, value: string) {
	const { body } = await admin.get(`/items/codes?filter[list][_eq]=${list}&filter[value][_eq]=${value}`);
	return body.data[0];
}
const offered = async () => (await admin.get('/fields/diagnostic_interviews/housing')).body.data.meta;
const valuesOffered = async () => (await offered()).options.choices.map(({ value }: { value: string }) => value);

describe('a push', () => {
	it('keeps what only the Studio changed, applies what only the files did, and tells where both did', async () => {
		const [kept, both] = [await codeOf('housing', 'urgent_problem'), await codeOf('housing', 'other_problem')];
		const { id: gone } = await codeOf('housing', 'no_problem');
		await ask('patch', `/items/codes/${kept.id}`, { english: 'Nowhere to live' });
		await ask('patch', `/items/codes/${both.id}`, { welsh: 'Y Stiwdio' });
		await ask('post', '/items/codes', { list: 'housing', english: 'Hostel', welsh: 'Hostel', code: 'HOS' });
		expect((await admin.delete(`/items/codes/${gone}`)).status).toBe(204);
		write('housing', (file) => {
			file.at_risk_of_homelessness!.en = 'May become homeless';
			file.other_problem!.cy = 'Y ffeiliau';
			file.sofa = { code: 'SOFA', en: 'Stays with friends', cy: 'Yn aros gyda ffrindiau' };
		});
		const { status, output } = await config('push');
		expect(status).toBe(0);
		expect(output).toContain('  update  code housing at_risk_of_homelessness: english\n');
		expect(output).toContain('  create  code housing sofa\n');
		expect(output).toMatch(/code housing other_problem: welsh +"Y Stiwdio" +"Y ffeiliau"/);
		expect(await codeOf('housing', 'urgent_problem')).toMatchObject({ english: 'Nowhere to live' });
		expect(await codeOf('housing', 'at_risk_of_homelessness')).toMatchObject({ english: 'May become homeless' });
		expect(await codeOf('housing', 'other_problem')).toMatchObject({ welsh: 'Y Stiwdio' });
		expect(await codeOf('housing', 'no_problem')).toBeUndefined();
		expect(await valuesOffered()).toEqual(expect.arrayContaining(['hostel', 'sofa']));
		expect(await valuesOffered()).not.toContain('no_problem');

		const chosen = await config('push', {}, ['--take', 'files', 'code housing other_problem: welsh']);
		expect(chosen.output).toContain('update  code housing other_problem: welsh');
		expect(await codeOf('housing', 'other_problem')).toMatchObject({ welsh: 'Y ffeiliau' });
	});

	it('takes away a value that the files have no more, unless a record has it', async () => {
		write('housing', (file) => delete file.sofa);
		expect((await config('push')).output).toContain('  remove  code housing sofa\n');
		expect(await codeOf('housing', 'sofa')).toBeUndefined();
		expect(await valuesOffered()).not.toContain('sofa');
	});
});

describe('a pull', () => {
	it('brings the files to what the Studio has, in its order, so that a push finds nothing to do', async () => {
		const { id } = await codeOf('housing', 'hostel');
		await ask('patch', `/items/codes/${id}`, { order: 1, in_use_until: '2024-03-31' });
		const { status, output } = await config('pull');
		expect([status, output]).toEqual([0, expect.stringContaining(`write   ${LISTS}/housing.json`)]);
		const file = read('housing');
		expect(Object.keys(file)).not.toContain('no_problem');
		expect(file.hostel).toEqual({ code: 'HOS', en: 'Hostel', cy: 'Hostel', until: '2024-03-31' });
		expect(file.urgent_problem?.en).toBe('Nowhere to live');
		expect(Object.keys(file).indexOf('hostel')).toBeLessThan(2);
		expect(readFileSync(path('housing'), 'utf8')).toContain('\n\t"hostel": { "code": "HOS", "en": "Hostel",');
		await config('push');
		expect(await config('diff')).toEqual({
			status: 0,
			output: 'Database and repository hold the same configuration.\n',
		});
	});
});
