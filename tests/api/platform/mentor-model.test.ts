/** The forms of the mentors' app are those of the data model as it stands: what an Administrator changes, mentors see. */
import { readFileSync, writeFileSync } from 'node:fs';
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
	mentor,
	permission,
	repository,
	url,
} from '../../support/scenes/config.ts';

type Row = Record<string, unknown>;
interface Field {
	field: string;
	label: string;
	choices?: { value: string; text: string }[];
}

beforeAll(begin);
afterAll(end);

const modelIn = async (language: string) => (await mentor.get(`/mentor/api/model?language=${language}`)).body.data;

async function partOf(step: string, part: string, language = 'en-GB'): Promise<{ title?: string; fields: Field[] }> {
	const { steps } = await modelIn(language);
	return steps.find(({ key }: Row) => key === step).parts.find(({ name }: Row) => name === part);
}
const fieldOf = async (step: string, part: string, name: string, language?: string) =>
	(await partOf(step, part, language)).fields.find(({ field }) => field === name);

const LABELS = [
	{ language: 'en-GB', translation: 'Mood' },
	{ language: 'cy-GB', translation: 'Hwyliau' },
];

/** Lets mentors write a field, as an Administrator does in the settings of their policy. */
async function grant(collection: string, field: string, actions = ['create', 'read', 'update']): Promise<void> {
	for (const action of actions) {
		const id = await permission('Peer Mentor', collection, action);
		const { fields } = (await admin.get(`/permissions/${id}?fields=fields`)).body.data;
		if (!fields.includes('*')) await ask('patch', `/permissions/${id}`, { fields: [...fields, field] });
	}
}

describe('a field that an Administrator adds to the Diagnostic Interview', () => {
	it('is asked at the next load in both languages, saved, and asked no more once it is gone', async () => {
		const before = (await modelIn('en-GB')).hash;
		expect(await fieldOf('diagnostic-interview', 'interview', 'mood')).toBeUndefined();
		const choices = [
			{ value: 'low', text: 'Low' },
			{ value: 'fine', text: 'Fine' },
		];
		const meta = { interface: 'select-radio', options: { choices }, translations: LABELS, required: true };
		await ask('post', '/fields/diagnostic_interviews', { field: 'mood', type: 'string', meta, schema: {} });
		await grant('diagnostic_interviews', 'mood');
		expect(await fieldOf('diagnostic-interview', 'interview', 'mood')).toMatchObject({
			...{ label: 'Mood', interface: 'select-radio', type: 'string', required: true, choices },
		});
		expect((await fieldOf('diagnostic-interview', 'interview', 'mood', 'cy-GB'))?.label).toBe('Hwyliau');
		expect((await modelIn('en-GB')).hash).not.toBe(before);

		const { body: referred } = await mentor.post('/mentor/api/steps/add-referral', {
			key: '11111111-1111-4111-8111-111111111111',
			values: {
				referral: { first_name: 'A', last_name: 'B', route: 'jobcentre_plus', received_on: '2023-10-02' },
			},
		});
		const about = referred.data.records.referral;
		const { body: met } = await admin.post('/items/initial_meetings', {
			...{ referral: about, held_on: '2023-10-09', outcome: 'start', dependency_is_a_barrier: true },
			...{ aged_18_or_over: 'yes', lives_in_area: 'yes', benefit_position: 'claims_benefits', assurance: 'Asked' },
			...{ voluntary_explained: true, data_use_explained: true },
		});
		expect(met.data.outcome).toBe('start');
		const interview = { held_on: '2023-10-16' };
		const save = (key: string, values: object) =>
			mentor.post('/mentor/api/steps/diagnostic-interview', { key, about, values: { interview: values } });
		const missing = await save('22222222-2222-4222-8222-222222222222', interview);
		expect(missing.body.errors).toMatchObject([{ extensions: { part: 'interview', field: 'mood', label: 'Mood' } }]);
		const right = await save('33333333-3333-4333-8333-333333333333', { ...interview, mood: 'low' });
		const stored = await admin.get(`/items/diagnostic_interviews/${right.body.data.records.interview}`);
		expect(stored.body.data.mood).toBe('low');

		await admin.delete('/fields/diagnostic_interviews/mood');
		expect(await fieldOf('diagnostic-interview', 'interview', 'mood')).toBeUndefined();
	});

	it('is not asked where mentors may not write it', async () => {
		const meta = { interface: 'input', translations: LABELS };
		await ask('post', '/fields/actions', { field: 'mood', type: 'string', meta, schema: {} });
		expect(await fieldOf('plan', 'actions', 'mood')).toBeUndefined();
		await grant('actions', 'mood', ['update']);
		expect((await fieldOf('plan', 'actions', 'mood'))?.label).toBe('Mood');
		await admin.delete('/fields/actions/mood');
	});
});

it('a choice that an Administrator calls otherwise reads so at the next load, in both languages', async () => {
	const { body } = await admin.get('/items/codes?filter[list][_eq]=destination&filter[value][_eq]=employment');
	const { id, english, welsh } = body.data[0];
	const read = async (language: string) =>
		(await fieldOf('leaving', 'leaving', 'destination', language))?.choices?.find(
			({ value }) => value === 'employment',
		);
	expect((await read('en-GB'))?.text).toBe(english);
	await ask('patch', `/items/codes/${id}`, { english: 'Paid work', welsh: 'Gwaith cyflogedig' });
	expect((await read('en-GB'))?.text).toBe('Paid work');
	expect((await read('cy-GB'))?.text).toBe('Gwaith cyflogedig');
	await ask('patch', `/items/codes/${id}`, { english, welsh });
});

describe('the model', () => {
	it('is sent once: whoever has it is told so', async () => {
		const path = '/mentor/api/model?language=en-GB';
		const { headers, body } = await mentor.get(path);
		const etag = headers.get('etag') as string;
		expect([etag, headers.get('cache-control')]).toEqual([`"${body.data.hash}"`, 'no-store']);
		const asked = (known: string) =>
			fetch(url + path, { headers: { authorization: `Bearer ${mentor.token}`, 'if-none-match': known } });
		const again = await asked(etag);
		expect([again.status, await again.text()]).toEqual([304, '']);
		expect((await asked('"other"')).status).toBe(200);
		const welsh = await mentor.get('/mentor/api/model?language=cy-GB');
		expect(welsh.body.data.hash).not.toBe(body.data.hash);
	});
});

describe('a step that an Administrator changes in the Studio', () => {
	const path = () => join(repository, 'directus/mentor-steps/session.yaml');

	it('is asked so at the next load, stays so through a push, and comes into the files by a pull', async () => {
		const { body } = await admin.get('/items/mentor_steps/session');
		const { parts } = body.data;
		const turned = [{ ...parts[0], fields: ['note', 'held_on'] }, ...parts.slice(1)];
		await ask('patch', '/items/mentor_steps/session', { title_en: 'We met', parts: turned });
		const names = async () => (await partOf('session', 'session')).fields.map(({ field }) => field);
		expect(await names()).toEqual(['note', 'held_on']);
		expect((await modelIn('en-GB')).steps.find(({ key }: Row) => key === 'session').title).toBe('We met');
		expect((await config('push')).output).toBe('There was nothing to write.\n');
		expect(await names()).toEqual(['note', 'held_on']);
		expect((await config('diff')).output).toContain('mentor-steps/session.yaml');
		const text = readFileSync(path(), 'utf8');
		const before = files();
		await config('pull');
		expect(changes(before, files())).toEqual({
			'directus/mentor-steps/session.yaml': [
				'+ title_en: We met',
				'+ fields: [note, held_on]',
				'- title_en: Session',
				expect.stringMatching(/^- fields: \[held_on, mode/),
			],
		});
		writeFileSync(path(), text);
		await config('push', {}, ['--take', 'files']);
		expect(await names()).toContain('minutes');
		expect((await config('diff')).status).toBe(0);
	});

	it('is refused with a name that there is not', async () => {
		const { parts } = (await admin.get('/items/mentor_steps/session')).body.data;
		const wrong = [{ ...parts[0], fields: ['held_on', 'minuts'] }];
		const { status, body } = await admin.patch('/items/mentor_steps/session', { parts: wrong });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(/^Check “minuts” in part 1 /)]);
		expect((await admin.patch('/items/mentor_steps/session', { parts: [] })).status).toBe(400);
	});

	it('is refused in its file with the line, and nothing is changed', async () => {
		const text = readFileSync(path(), 'utf8');
		writeFileSync(path(), text.replace('collection: sessions', 'collection: sesions'));
		const { status, output } = await config('push');
		expect(status).not.toBe(0);
		expect(output).toMatch(/mentor-steps\/session\.yaml, line \d+: there is no collection sesions\./);
		writeFileSync(path(), text);
	});

	it('is nobody else’s to read or change', async () => {
		for (const who of [mentor, buyer]) {
			expect((await who.get('/items/mentor_steps')).status).toBe(403);
			expect((await who.patch('/items/mentor_steps/session', { title_en: 'X' })).status).toBe(403);
		}
	});
});
