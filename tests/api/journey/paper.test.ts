/** Pages to print for the person they are about, in that person's language. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	begin,
	colleague,
	end,
	mentor,
	planned,
	server,
	world,
	type Planned,
} from '../../support/scenes/plan-confirmation.ts';

let welsh: Planned;
let english: Planned;

const QUESTIONNAIRE = () => ({
	contract: world.north.contract,
	name: 'Baseline Survey',
	version: '1',
	in_use_from: '2023-01-09',
	questions: [
		{ sort: 1, kind: 'yes_no', text_en: 'Do you work?', text_cy: 'Ydych chi’n gweithio?', must_answer: true },
		{
			...{ sort: 2, kind: 'choice', text_en: 'How do you sleep?', text_cy: 'Sut rydych chi’n cysgu?' },
			choices: [
				{ en: 'Well', cy: 'Yn dda' },
				{ en: 'Badly', cy: 'Yn wael' },
			],
		},
		{ sort: 3, kind: 'scale', text_en: 'How sure are you?', text_cy: 'Pa mor siŵr ydych chi?' },
		{ sort: 4, kind: 'text', text_en: 'What helps?', text_cy: 'Beth sy’n helpu?', must_answer: false },
	],
});

beforeAll(async () => {
	await begin();
	welsh = await planned({ preferred_language: 'cy-GB' });
	english = await planned();
	await mentor.patch(`/items/mentees/${english.mentee}`, { next_steps: 'A place at the college' });
	const { status, body } = await world.north.mi.post('/items/questionnaires', QUESTIONNAIRE());
	expect([status, body.errors]).toEqual([200, undefined]);
});
afterAll(end);

const read = async (path: string, who = mentor) => {
	const { status, headers, content } = await who.download(path);
	return { status, headers, text: content.toString('utf8') };
};

describe('a paper', () => {
	it.each([
		[
			'plan',
			() => welsh.plan,
			['<html lang="cy-GB">', 'Fy nghynllun', 'A job in a kitchen', 'Ring the service', 'Fy llofnod'],
		],
		['plan', () => english.plan, ['<html lang="en-GB">', 'My plan', 'My signature', '1 November 2023']],
		['leaving', () => english.mentee, ['A place at the college', 'What is still to be done']],
		['leaving', () => welsh.mentee, ['Beth rwyf wedi’i wneud']],
		['survey', () => english.mentee, ['How things are for me now', 'How do you sleep?', 'Yes', 'Well', '10']],
		['survey', () => welsh.mentee, ['Sut mae pethau i mi nawr', 'Sut rydych chi’n cysgu?', 'Ie', 'Yn dda']],
		['consent', () => english.mentee, ['What I can do', 'Test']],
		['consent', () => welsh.referral, ['Beth y gallaf ei wneud']],
	])('%s has what it is for, whatever the mentor reads: %#', async (kind, id, words) => {
		const { status, headers, text } = await read(`/paper/${kind}/${id()}`);
		expect(status).toBe(200);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('content-security-policy')).toMatch(
			/default-src 'none'; style-src 'sha256-[^;]+; script-src 'sha256-/,
		);
		for (const each of words) expect(text).toContain(each);
		expect(text).not.toMatch(/\bnull\b|undefined|\[object/);
	});

	it('is printed by whoever may read it, and by nobody else', async () => {
		for (const path of [
			`/paper/plan/${welsh.plan}`,
			`/paper/leaving/${welsh.mentee}`,
			`/paper/consent/${welsh.mentee}`,
			`/paper/survey/${welsh.mentee}`,
		]) {
			expect((await read(path, world.north.manager)).status).toBe(200);
			for (const who of [colleague, world.west.manager, world.buyer, world.north.mi]) {
				expect((await read(path, who)).status).toBe(403);
			}
			expect((await server.anonymous.get(path)).status).toBe(401);
		}
		for (const path of [
			'/paper/plan/none',
			'/paper/other/x',
			`/paper/__proto__/${welsh.plan}`,
			`/paper/plan/${welsh.mentee}`,
		]) {
			expect((await read(path)).status).toBe(403);
		}
	});

	it('consent has the words that are read out, in the person’s language, where they are kept', async () => {
		const words = 'Eich dewis chi <ydyw>.\n\nGallwch roi’r gorau iddi.';
		const approved = { status: 'approved', submitted_on: '2023-01-09', approved_on: '2023-01-10', approved_by: 'Test' };
		for (const [language, text] of [
			['cy-GB', words],
			['en-GB', 'It is your choice.'],
		]) {
			const statement = {
				contract: world.north.contract,
				kind: 'consent_statement',
				version: '3',
				language,
				words: text,
			};
			const given = { ...statement, ...approved, in_use_on: '2023-01-11' };
			expect((await world.north.manager.post('/items/approved_documents', given)).status).toBe(200);
		}
		const { text } = await read(`/paper/consent/${welsh.mentee}`);
		expect(text).toContain('<p>Eich dewis chi &#60;ydyw&#62;.</p>');
		expect(text).toContain('<p>Gallwch roi’r gorau iddi.</p>');
		expect(text).not.toContain('It is your choice.');
	});

	it('survey says what was answered, in the words of its choices, once it is', async () => {
		const { body } = await mentor.get('/items/survey_questions?sort=sort&fields=id,questionnaire');
		const [work, sleep, sure] = body.data as { id: string; questionnaire: string }[];
		const answers = { [work!.id]: false, [sleep!.id]: 1, [sure!.id]: 7 };
		const { mentee } = welsh;
		const survey = { mentee, completed_on: '2023-10-20', questionnaire: work!.questionnaire, answers };
		const made = await mentor.post('/items/baseline_surveys', survey);
		expect([made.status, made.body.errors]).toEqual([200, undefined]);
		const { text } = await read(`/paper/survey/${mentee}`);
		for (const each of ['Atebwyd ar 20 Hydref 2023', '>Na<', '>Yn wael<', '>7<', '>Heb ei ateb<'])
			expect(text).toContain(each);
		expect(text).not.toContain('Yn dda');
	});

	it('is in the read log', async () => {
		await read(`/paper/plan/${welsh.plan}`);
		const { body } = await world.admin.get('/items/access_log?sort=-at&limit=5&fields=through,keys');
		const [noted] = body.data.filter(({ through }: { through: string }) => through === 'GET /paper/:kind/:id');
		expect(noted.keys).toMatchObject({ action_plans: [welsh.plan], mentees: [welsh.mentee] });
	});
});

it('what is kept of somebody is a page in their language, for the Data Protection Officer alone', async () => {
	const officer = await world.user('Data Protection Officer', 'dpo-paper@example.org');
	const { body } = await world.admin.get(`/items/referrals/${welsh.referral}?fields=reference`);
	const path = `/personal-data/${body.data.reference}.html`;
	const { status, text } = await read(path, officer.client);
	expect(status).toBe(200);
	for (const each of ['<html lang="cy-GB">', 'Beth a gedwir amdanaf', 'Quiet', 'A job in a kitchen'])
		expect(text).toContain(each);
	expect(text).not.toMatch(/\bnull\b|undefined|\[object/);
	for (const who of [mentor, world.north.manager, world.buyer]) expect((await read(path, who)).status).toBe(403);
	const log = await world.admin.get(`/items/access_log?filter[subject][_eq]=${body.data.reference}&fields=action`);
	expect(log.body.data).toEqual([{ action: 'export' }]);
});
