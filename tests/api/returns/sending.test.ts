/** After Submit: sent through Jaggaer, on a day, under a reference; the clock and the 20% line go by it (3.4, 4.5). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { dayOf } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { mattersOf } from '../../../extensions/peer-mentoring/src/storage/reminders/matters.ts';
import {
	begin,
	contract,
	end,
	knex,
	mentor,
	mi,
	NO_REGISTERS,
	refer,
	server,
	submit,
	world,
	type Row,
} from '../../support/scenes/submission.ts';
import { withTrailOpen } from '../../support/trail.ts';

const MONTH = '2024-01';
const PDF = Buffer.from('%PDF-1.7\nReceipt\n%%EOF\n');
const send = (body: object, client = mi, root = 'pmi') => client.post(`/${root}/TEST-9/${MONTH}/sent`, body);
const head = () => knex('mi_returns').where({ contract, month: MONTH }).first();
const clock = async (service_level: string) => {
	const row = await knex('service_level_clocks').where({ contract, month: MONTH, service_level }).first();
	return [dayOf(row.met_on), row.status];
};
const twenty = async () =>
	dayOf((await knex('payments').where({ contract, month: MONTH, line: 'delivery_fee_20' }).first()).claimable_from);
const notSent = async () =>
	(await mattersOf(knex, 'return_not_sent', { today: today(), stages: [], now: new Date() })).length;
/** As if it had been submitted in time, the evening before it was due. */
const submittedOn = day('2024-02-06');

beforeAll(begin);
afterAll(end);

it('is no step before the return is submitted', async () => {
	const { status, body } = await send({ sent_on: today(), reference: 'ITT-7' });
	expect([status, body.errors[0].message]).toEqual([409, expect.stringContaining('has not been submitted yet')]);
	expect((await mi.get(`/pmi/TEST-9/${MONTH}`)).body.data.sent).toBeNull();
});

it('is asked for until it is recorded, and the submission counts provisionally', async () => {
	await refer('2024-01-10');
	expect((await submit(MONTH, NO_REGISTERS)).status).toBe(200);
	const submitted_at = new Date(`${submittedOn}T18:00:00Z`);
	await withTrailOpen(knex, (own) =>
		own('mi_return_versions').where({ contract, month: MONTH }).update({ submitted_at }),
	);
	await knex('mi_returns').where({ contract, month: MONTH }).update({ submitted_at, late: false });
	await mi.patch(`/items/mi_returns/${(await head()).id}`, { recruitment: 'None' });
	expect(await clock('pmi')).toEqual([submittedOn, 'met']);
	expect(await twenty()).toBe(submittedOn);
	expect(Boolean((await head()).awaits_sending)).toBe(true);
	expect(await notSent()).toBe(1);
	const parts = await knex('periodic_returns').where({ contract, month: MONTH }).pluck('status');
	expect(parts).toEqual(['submitted', 'submitted']);
});

it.each([
	[{ sent_on: addDays(today(), 1), reference: 'ITT-7' }, 'sent_on', /in the future/],
	[{ sent_on: '2024-02-05', reference: 'ITT-7' }, 'sent_on', /before the return was submitted/],
	[{ sent_on: '2024-02-30', reference: 'ITT-7' }, 'sent_on', /on which day/],
	[{ reference: 'ITT-7' }, 'sent_on', /on which day/],
	[{ sent_on: '2024-02-08' }, 'reference', /reference that Jaggaer/],
	[{ sent_on: '2024-02-08', reference: ' ' }, 'reference', /reference that Jaggaer/],
	[{ sent_on: '2024-02-08', reference: 7 }, 'reference', /as a text/],
	[{ sent_on: '2024-02-08', reference: 'x'.repeat(101) }, 'reference', /at most 100/],
])('%j is refused beside %s', async (body, field, words) => {
	const answer = await send(body);
	expect(answer.status).toBe(400);
	expect(answer.body.errors[0]).toMatchObject({ message: expect.stringMatching(words), extensions: { field } });
});

it('is recorded by Supplier MI only, of its own Supplier', async () => {
	const body = { sent_on: '2024-02-07', reference: 'ITT-7' };
	for (const client of [mentor, world.north.manager, world.buyer]) expect((await send(body, client)).status).toBe(403);
	expect((await send(body, world.west.mi)).status).toBe(404);
	expect((await send(body, server.anonymous)).status).toBe(401);
});

it('decides the clock, the 20% line and the quarterly parts, and ends the to-do', async () => {
	const { status, body } = await send({ sent_on: '2024-02-08', reference: 'ITT-7' });
	expect([status, body.data]).toEqual([200, expect.objectContaining({ sent_on: '2024-02-08', reference: 'ITT-7' })]);
	expect(await clock('pmi')).toEqual(['2024-02-08', 'missed']);
	expect(await twenty()).toBe('2024-02-08');
	expect(Boolean((await head()).late)).toBe(true);
	expect(await notSent()).toBe(0);
	expect(await knex('periodic_returns').where({ contract, month: MONTH }).pluck('status')).toEqual(['sent', 'sent']);
	expect((await mi.get(`/pmi/TEST-9/${MONTH}`)).body.data.sent).toEqual({ on: '2024-02-08', reference: 'ITT-7' });
	const seen = await world.buyer.get(`/items/return_sendings?fields=part,sent_on,reference`);
	expect(seen.body.data).toEqual([{ part: 'pmi', sent_on: '2024-02-08', reference: 'ITT-7' }]);
});

it('keeps one receipt, which the Buyer can read', async () => {
	const receipt = (document: Buffer) => mi.upload(`/pmi/TEST-9/${MONTH}/receipt`, { document });
	expect((await receipt(Buffer.from('hello'))).status).toBe(400);
	expect((await receipt(PDF)).status).toBe(200);
	expect((await receipt(PDF)).status).toBe(409);
	const { status, content } = await world.buyer.download(`/pmi/TEST-9/${MONTH}/receipt`);
	expect([status, Buffer.compare(content, PDF)]).toEqual([200, 0]);
	expect((await world.west.mi.get(`/pmi/TEST-9/${MONTH}/receipt`)).status).toBe(404);
});

it('is corrected with a reason by a row of its own; what was recorded stays', async () => {
	const correction = { sent_on: '2024-02-06', reference: 'ITT-7' };
	expect((await send(correction)).body.errors[0].extensions.field).toBe('reason');
	expect((await send({ ...correction, reason: 'Read off the wrong line' })).status).toBe(200);
	expect(await clock('pmi')).toEqual(['2024-02-06', 'met']);
	const rows = await knex('return_sendings').where({ contract }).orderBy('recorded_at');
	expect(rows.map(({ sent_on, reason }) => [dayOf(sent_on), reason])).toEqual([
		['2024-02-08', null],
		['2024-02-06', 'Read off the wrong line'],
	]);
	const id = rows[0].id as string;
	for (const client of [mi, world.admin]) {
		expect((await client.patch(`/items/return_sendings/${id}`, { reference: 'x' })).status).toBeGreaterThanOrEqual(400);
		expect((await client.delete(`/items/return_sendings/${id}`)).status).toBeGreaterThanOrEqual(400);
		expect((await client.patch(`/items/mi_returns/${(await head()).id}`, { sent_on: null })).status).toBe(400);
	}
	expect(await knex('return_sendings').where({ contract }).orderBy('recorded_at')).toEqual(rows);
});

it('of a correction of the return is asked for anew, and leaves the day of the first', async () => {
	await refer('2024-01-15');
	expect((await submit(MONTH, { reason: 'Entered late' })).body.data.version).toBe(2);
	expect(await notSent()).toBe(1);
	expect((await send({ sent_on: today(), reference: 'ITT-9' })).status).toBe(200);
	expect([await notSent(), dayOf((await head()).sent_on)]).toEqual([0, '2024-02-06']);
});

it('goes for the Mentee Tracker alike: typed once, corrected with a reason', async () => {
	const { id } = await head();
	const typed = (tracker_sent_on: string | null) => mi.patch(`/items/mi_returns/${id}`, { tracker_sent_on });
	expect((await typed('2024-01-31')).body.errors[0].message).toContain(
		'before the month of the Mentee Tracker was over',
	);
	expect((await typed('2024-02-07')).status).toBe(200);
	expect(await clock('mentee_tracker')).toEqual(['2024-02-07', 'met']);
	for (const other of ['2024-02-06', null]) expect((await typed(other)).status).toBe(400);
	expect((await typed('2024-02-07')).status).toBe(200);
	const correct = (body: Row) => send({ sent_on: '2024-02-09', ...body }, mi, 'mentee-tracker');
	expect((await correct({})).body.errors[0].extensions.field).toBe('reason');
	expect((await correct({ reason: 'The e-mail came back' })).status).toBe(200);
	expect(await clock('mentee_tracker')).toEqual(['2024-02-09', 'missed']);
	const rows = await knex('return_sendings').where({ contract, part: 'mentee_tracker' }).orderBy('recorded_at');
	expect(rows.map(({ sent_on }) => dayOf(sent_on))).toEqual(['2024-02-07', '2024-02-09']);
});

it('a day before the month is over is no day of a tracker, nor is one of a month without a return', async () => {
	const body = { sent_on: '2024-01-31', reference: null };
	expect((await send(body, mi, 'mentee-tracker')).status).toBe(400);
	expect((await mi.post('/mentee-tracker/TEST-9/2031-01/sent', { sent_on: today() })).status).toBe(409);
});
