/** Code lists as an Administrator changes them, and everything that reads them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { decryptWorkbook, rowsOf } from '../../support/agile.ts';
import { csv } from '../../support/csv.ts';
import {
	begin,
	codeOf,
	fieldOf,
	offered,
	officer,
	refusal,
	yesterday,
	type Row,
} from '../../support/scenes/code-lists.ts';
import {
	add,
	end,
	knex,
	load,
	menteeOf,
	mentor,
	mi,
	NORTH,
	PASSWORD,
	world,
} from '../../support/scenes/mentee-tracker.ts';

beforeAll(begin);
afterAll(end);

describe('a value of one’s own', () => {
	let own: Row;

	it('is stored with a code of its own, at the end, and is shown to lack its Welsh until it has it', async () => {
		const { status, body } = await world.admin.post('/items/codes', { list: 'end_reason', english: 'Moved abroad' });
		expect(status).toBe(200);
		own = body.data;
		expect(own).toMatchObject({ value: 'moved_abroad', code: 'MOAB', ruled: false, missing: 'welsh', order: 14 });
		expect((await offered('mentees', 'end_reason', 'cy-GB')).at(-1)).toBe('Moved abroad');
		await world.admin.patch(`/items/codes/${own.id}`, { welsh: 'Wedi symud dramor' });
		expect(await codeOf('end_reason', 'moved_abroad')).toMatchObject({ welsh: 'Wedi symud dramor', missing: null });
	});

	it('is offered at once by the form, in both languages', async () => {
		expect((await offered('mentees', 'end_reason', 'en-GB')).at(-1)).toBe('Moved abroad');
		expect((await offered('mentees', 'end_reason', 'cy-GB')).at(-1)).toBe('Wedi symud dramor');
		const { display_options } = await fieldOf('mentees', 'end_reason');
		expect(display_options.choices.at(-1)).toMatchObject({ value: 'moved_abroad' });
	});

	it('is taken by the form and stands in the tracker, its sheet of codes, and what a person is given', async () => {
		const path = `/items/mentees/${await menteeOf('OTHER')}`;
		const leave = { ended_on: '2024-06-25', end_reason: 'moved_abroad' };
		const { status, body } = await world.north.mentors[1]!.client.patch(path, leave);
		expect([status, body.errors]).toEqual([200, undefined]);
		const { content } = await mi.download(NORTH, { password: PASSWORD });
		const workbook = decryptWorkbook(content, PASSWORD);
		const departures = (await rowsOf(workbook, 'Mentee Tracker')).flatMap((row) => Object.values(row).map(String));
		expect(departures).toContain('2024-06-25 MOAB');
		expect((await rowsOf(workbook, 'Codes')).map((row) => Object.values(row).slice(1))).toContainEqual([
			'MOAB',
			'Moved abroad',
		]);
		const given = JSON.stringify((await officer.get('/personal-data/OTHER.json')).body);
		expect(given).toContain('"value":"Moved abroad"');
		await knex('referrals').where({ reference: 'OTHER' }).update({ preferred_language: 'cy-GB' });
		expect(JSON.stringify((await officer.get('/personal-data/OTHER.json')).body)).toContain(
			'"value":"Wedi symud dramor"',
		);
	});

	it('is imported by its value, its code or its words, and a fault names it among what would be right', async () => {
		const left = { start_on: '2024-05-06', ended_on: '2024-06-20' };
		for (const [index, end_reason] of ['moved_abroad', 'moab', 'Wedi symud dramor'].entries()) {
			const reference = `ABROAD-${index}`;
			await load(mi, 'TEST-9', 9, world.north.mentors[0]!.email, [{ reference, ...left, end_reason }]);
			const mentee = await knex('mentees').where({ reference }).first('end_reason');
			expect(mentee.end_reason).toBe('moved_abroad');
		}
		const nowhere = { reference: 'NOWHERE', contract: 'TEST-9', cpa: 9, route: 'third_party', end_reason: 'nowhere' };
		const { status, body } = await mi.upload('/caseload/import', { caseload: csv('caseload', [nowhere]) });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining(', moved_abroad')]);
	});

	it('cannot be deleted while a record has it; it can go out of use, and records keep it', async () => {
		expect(refusal(await world.admin.delete(`/items/codes/${own.id}`))).toEqual([
			400,
			'Records have the value moved_abroad (4): it cannot be deleted. Say until when it is in use instead; records keep it.',
		]);
		await world.admin.patch(`/items/codes/${own.id}`, { in_use_until: yesterday });
		const { options } = await fieldOf('mentees', 'end_reason');
		expect(options.choices.at(-1)).toMatchObject({ value: 'moved_abroad', disabled: true });
		const fresh = `/items/mentees/${await menteeOf('FULL')}`;
		const [status, message] = refusal(await mentor.patch(fresh, { end_reason: 'moved_abroad' }));
		expect([status, message]).toEqual([
			400,
			expect.stringMatching(/^“Moved abroad” was in use until .*Choose another\.$/),
		]);
		const kept = `/items/mentees/${await menteeOf('OTHER')}`;
		const again = await world.north.mentors[1]!.client.patch(kept, { end_reason: 'moved_abroad', next_steps: 'None.' });
		expect([again.status, again.body.errors]).toEqual([200, undefined]);
		const past = { reference: 'PAST', start_on: '2024-05-06', ended_on: '2024-06-20', end_reason: 'moved_abroad' };
		await load(mi, 'TEST-9', 9, world.north.mentors[0]!.email, [past]);
		await world.admin.patch(`/items/codes/${own.id}`, { in_use_until: null });
		expect((await mentor.patch(fresh, { end_reason: 'moved_abroad' })).status).toBe(200);
	});
});

describe('a list of several values', () => {
	it('keeps what a record has of it, and takes no more of what has gone out of use', async () => {
		const { id } = await codeOf('substance', 'ketamine');
		const path = `/items/mentees/${await menteeOf('FULL')}`;
		await mentor.patch(path, { substances: ['heroin', 'ketamine'] });
		await world.admin.patch(`/items/codes/${id}`, { in_use_until: yesterday });
		expect((await mentor.patch(path, { substances: ['ketamine', 'alcohol'] })).status).toBe(200);
		const other = `/items/mentees/${await menteeOf('OTHER')}`;
		expect((await world.north.mentors[1]!.client.patch(other, { substances: ['ketamine'] })).status).toBe(400);
		expect(refusal(await world.admin.delete(`/items/codes/${id}`))[0]).toBe(400);
	});
});

describe('the referral form', () => {
	it('offers kinds of organisation as the list has them on the day, in both languages', async () => {
		await add('codes', { list: 'third_party_type', english: 'Faith group', welsh: 'Grŵp ffydd' }, world.admin);
		const { id } = await codeOf('third_party_type', 'charity');
		await world.admin.patch(`/items/codes/${id}`, { in_use_until: yesterday });
		const { body } = await world.north.manager.post('/items/referral_links', {
			contract: world.north.contract,
			route: 'third_party',
			organisation: 'Test Faith Group',
			expires_on: addDays(today(), 30),
		});
		const link = await world.north.manager.post(`/refer/links/${body.data.id}`);
		const page = async (language: string) => (await fetch(`${link.body.data.url}?lang=${language}`)).text();
		for (const [language, words] of [
			['en-GB', 'Faith group'],
			['cy-GB', 'Grŵp ffydd'],
		] as const) {
			const text = await page(language);
			expect(text).toContain(`<option value="faith_group"`);
			expect(text).toContain(words);
			expect(text).not.toContain('<option value="charity"');
		}
	});
});
