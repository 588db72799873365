/** A plan is confirmed by a link, once, by whoever has it and without a login (Table A). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { lastDayOfLink } from '../../../extensions/peer-mentoring/src/domain/journey/plan-confirmation.ts';
import { TEXTS } from '../../../extensions/peer-mentoring/src/api/journey/plan-confirmation/texts.ts';
import {
	answer,
	ask,
	begin,
	confirmationsOf,
	end,
	linkTo,
	mentor,
	planned,
	planOf,
	server,
	world,
} from '../../support/scenes/plan-confirmation.ts';

const DEAD = TEXTS['en-GB'].notices.link!.title;
const CHANGED = TEXTS['en-GB'].notices.changed!.title;

beforeAll(() => begin({ LOG_LEVEL: 'info' }));
afterAll(end);

describe('a Mentee', () => {
	it('reads the plan in their own language, as often as they like, and agrees to it once', async () => {
		const { plan, mentee, referral } = await planned({ preferred_language: 'cy-GB' });
		const path = await linkTo(plan);
		for (const init of [{}, { method: 'HEAD' }, {}]) expect((await ask(path, init)).status).toBe(200);
		const page = await ask(path, { headers: { 'accept-language': 'en-GB' } });
		expect(page.text).toContain('<html lang="cy-GB">');
		for (const words of [
			'Eich cynllun',
			'A job in a kitchen',
			'Ring the service',
			TEXTS['cy-GB'].wording.split('.')[1]!,
		])
			expect(page.text).toContain(words);
		expect(page.text).not.toMatch(/Quiet|Test-Mentee/);
		expect(Object.fromEntries(page.headers)).toMatchObject({
			...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' },
			'x-robots-tag': 'noindex, nofollow',
		});
		expect((await ask(`${path}?lang=en-GB`)).text).toContain('<html lang="en-GB">');
		expect(await planOf(plan)).toMatchObject({ agreed_on: null, evidence: null });

		const agreed = await answer(`${path}?lang=en-GB`, { answer: 'agreed' });
		expect([agreed.status, agreed.text.includes(TEXTS['en-GB'].agreed)]).toEqual([200, true]);
		expect(agreed.text).not.toContain('kitchen');
		expect(await planOf(plan)).toMatchObject({ agreed_on: today(), evidence: 'electronic' });
		const [kept] = await confirmationsOf(plan);
		expect(kept).toMatchObject({
			...{ answer: 'agreed', asked_change: null, wording: TEXTS['en-GB'].wording, read_in: 'en-GB', token_hash: null },
			plan_then: { goal: 'A job in a kitchen', actions: [{ what: 'Ring the service', due_on: '2023-11-01' }] },
		});
		expect(String(kept!.answered_at)).toContain(new Date().toISOString().slice(0, 10));
		const clocks = await world.admin.get(
			`/items/service_level_clocks?filter[referral][_eq]=${referral}&filter[service_level][_eq]=smart_action_plan&fields=met_on`,
		);
		expect(clocks.body.data).toEqual([{ met_on: today() }]);
		const told = await mentor.get('/notifications?fields=subject,message,collection,item');
		expect(told.body.data).toContainEqual({
			...{ subject: 'A plan was agreed to by its link', message: '', collection: 'mentees', item: mentee },
		});

		for (const again of [await ask(path), await answer(path, { answer: 'agreed' })]) {
			expect(again.status).toBe(404);
			expect(again.text).toContain(DEAD);
			expect(again.text).not.toMatch(/kitchen|Ring the service/);
		}
	});

	it('asks for a change in words, which is their one answer; nothing is agreed', async () => {
		const { plan } = await planned();
		const path = await linkTo(plan);
		const empty = await answer(path, { answer: 'change_asked', asked_change: '  ' });
		expect([empty.status, empty.text.includes('aria-invalid="true"')]).toEqual([400, true]);
		const welsh = await answer(path, { switch_to: 'cy-GB', asked_change: 'Kept <b>' });
		expect([welsh.status, welsh.text.includes('Kept &#60;b&#62;')]).toEqual([200, true]);
		const asked = await answer(path, { answer: 'change_asked', asked_change: 'Not before <May>' });
		expect([asked.status, asked.text.includes(TEXTS['en-GB'].asked)]).toEqual([200, true]);
		expect(await planOf(plan)).toMatchObject({ agreed_on: null, evidence: null });
		expect(await confirmationsOf(plan)).toMatchObject([
			{ answer: 'change_asked', asked_change: 'Not before <May>', wording: null },
		]);
		expect((await answer(path, { answer: 'agreed' })).status).toBe(404);
	});

	it('can be a program, which reads and sends JSON', async () => {
		const { plan } = await planned();
		const path = await linkTo(plan);
		const { body } = await server.anonymous.get(path);
		expect(body.data).toMatchObject({
			...{ language: 'en-GB', goal: 'A job in a kitchen', expires_on: lastDayOfLink(today()) },
			wording: TEXTS['en-GB'].wording,
		});
		const wrong = await server.anonymous.post(path, { answer: 'yes' });
		expect(wrong.body.errors[0].extensions).toEqual({ code: 'FAILED_VALIDATION', field: 'answer' });
		expect((await server.anonymous.post(path, { answer: 'agreed' })).body.data).toEqual({ answer: 'agreed' });
		const dead = await server.anonymous.get(path);
		expect([dead.status, dead.body.errors[0].extensions.code]).toEqual([404, 'LINK_DOES_NOT_WORK']);
	});

	it('does not move an agreement that is there with its evidence', async () => {
		const { plan } = await planned({}, { agreed_on: '2023-10-27', evidence: 'wet' });
		await answer(await linkTo(plan), { answer: 'agreed' });
		expect(await planOf(plan)).toMatchObject({ agreed_on: '2023-10-27', evidence: 'wet' });
		expect(await confirmationsOf(plan)).toMatchObject([{ answer: 'agreed' }]);
	});
});

describe('a link', () => {
	it('says so where the plan has changed since, and is none for progress alone', async () => {
		const { plan, action } = await planned();
		const path = await linkTo(plan);
		await mentor.patch(`/items/actions/${action}`, { status: 'done' });
		expect((await ask(path)).status).toBe(200);
		await mentor.patch(`/items/actions/${action}`, { measure: 'Another' });
		for (const { status, text } of [await ask(path), await answer(path, { answer: 'agreed' })]) {
			expect([status, text.includes(CHANGED), text.includes('kitchen')]).toEqual([409, true, false]);
		}
		expect(await planOf(plan)).toMatchObject({ agreed_on: null });
		expect((await ask(await linkTo(plan))).text).toContain('Another');
	});

	it('ends with the next one, and with the answer of the person', async () => {
		const { plan } = await planned();
		const [first, second] = [await linkTo(plan), await linkTo(plan)];
		expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200]);
	});

	it('is made for a plan that can be agreed to, by its mentor, a manager or the Administrator', async () => {
		const { plan } = await planned();
		for (const who of [mentor, world.north.manager, world.admin])
			expect(await linkTo(plan, who)).toMatch(/[0-9a-f]{40}$/);
		const draft = await planned({}, { goal: null });
		const { status, body } = await mentor.post(`/plan-confirmation/links/${draft.plan}`);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('Complete the plan first')]);
		const { body: answered } = await mentor.post(`/plan-confirmation/links/${plan}`, { send: true });
		// There is no mail server here, and no address of the Mentee.
		expect(answered.data).toMatchObject({ expires_on: lastDayOfLink(today()), sent: false });
		expect(answered.data.text).toContain(answered.data.url);
		expect(answered.data.text).not.toMatch(/mentor|peer|drug|alcohol|recover/i);
	});
});

it('an answer is evidence: read by whom the plan is, and written by nobody', async () => {
	const { plan, mentee, referral } = await planned();
	await answer(await linkTo(plan), { answer: 'agreed' });
	const seen = await mentor.get(`/items/plan_confirmations?filter[action_plan][_eq]=${plan}`);
	expect(seen.body.data).toMatchObject([{ answer: 'agreed' }]);
	expect(seen.body.data[0]).not.toHaveProperty('token_hash');
	const { id } = seen.body.data[0];
	for (const who of [mentor, world.north.manager, world.admin]) {
		const writes = [
			await who.patch(`/items/plan_confirmations/${id}`, { answer: 'change_asked' }),
			await who.delete(`/items/plan_confirmations/${id}`),
			await who.post('/items/plan_confirmations', { action_plan: plan, answer: 'agreed', expires_on: today() }),
			await who.patch(`/items/action_plans/${plan}`, { plan_confirmations: [] }),
			await who.delete(`/items/action_plans/${plan}`),
			await who.delete(`/items/mentees/${mentee}`),
			await who.delete(`/items/referrals/${referral}`),
		];
		expect(writes.every(({ status }) => status === 400 || status === 403)).toBe(true);
	}
	expect(await confirmationsOf(plan)).toMatchObject([{ id, answer: 'agreed' }]);
});

describe('a change that is asked for', () => {
	const toDosOf = async (mentee: string) => {
		const { body } = await mentor.get('/mentor/api/caseload');
		const all = body.data.to_dos as { mentee: string | null; what: string }[];
		return all.flatMap((each) => (each.mentee === mentee && each.what === 'plan_change_asked' ? [each.what] : []));
	};
	const asked = async (more = {}) => {
		const made = await planned({}, more);
		await answer(await linkTo(made.plan), { answer: 'change_asked', asked_change: 'Not before May' });
		expect(await toDosOf(made.mentee)).toEqual(['plan_change_asked']);
		return made;
	};

	it('is something to do for the mentor until other words are agreed', async () => {
		const { plan, mentee, action } = await asked();
		await mentor.patch(`/items/actions/${action}`, { measure: 'A place in May' });
		expect(await toDosOf(mentee)).toEqual(['plan_change_asked']);
		await mentor.patch(`/items/action_plans/${plan}`, { agreed_on: today(), evidence: 'wet' });
		expect(await toDosOf(mentee)).toEqual([]);
	});

	it('or until a new link asks again, however the plan was agreed before', async () => {
		const { plan, mentee } = await asked({ agreed_on: '2023-10-27', evidence: 'wet' });
		const path = await linkTo(plan);
		expect(await toDosOf(mentee)).toEqual([]);
		await answer(path, { answer: 'change_asked', asked_change: 'Still not' });
		expect(await toDosOf(mentee)).toEqual(['plan_change_asked']);
		await answer(await linkTo(plan), { answer: 'agreed' });
		expect(await toDosOf(mentee)).toEqual([]);
	});

	it('and no longer than the support', async () => {
		const { mentee } = await asked();
		const ended = { ended_on: today(), end_reason: 'moved_away', end_reason_detail: 'Moved' };
		expect((await mentor.patch(`/items/mentees/${mentee}`, ended)).status).toBe(200);
		expect(await toDosOf(mentee)).toEqual([]);
	});
});
