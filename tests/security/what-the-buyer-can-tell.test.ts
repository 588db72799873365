/**
 * The Buyer asks everything that they can, again and again, while people withdraw, are erased, and records are mended:
 * nothing that they read moves until a return is submitted, so that no difference is one person's (5.4, J19).
 */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarMonth } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	FIGURES,
	splitsOf,
	type FigureKey,
	type Split,
} from '../../extensions/peer-mentoring/src/domain/returns/figures/catalogue.ts';
import type { Asked } from '../../extensions/peer-mentoring/src/domain/returns/figures/asked.ts';
import { tallyCells, type Cells } from '../../extensions/peer-mentoring/src/domain/returns/figures/cells.ts';
import { readContracts } from '../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { readFigure } from '../../extensions/peer-mentoring/src/storage/returns/figures/read-figure.ts';
import { addReleased } from '../../extensions/peer-mentoring/src/storage/returns/figures/released-figures.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { settleMovedByTime } from '../../extensions/peer-mentoring/src/storage/writer/moved-by-time.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { buyerReads, changed, type Readings } from '../support/buyer-reads.ts';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { NO_NARRATIVE } from '../support/scenes/submission.ts';
import { sample } from '../support/sample.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** Declared to be nothing, where they are due. */
const PERIODIC = ['subcontractor_spend', 'sme_spend', 'contract_cost_register', 'ipr_log'];

let server: TestServer;
let knex: Knex;
let [admin, buyer, mi]: (Client | undefined)[] = [];
let contract: { id: string; reference: string };
let months: [CalendarMonth, CalendarMonth];
let everyContract: string[];
let before: Readings;

const read = () => buyerReads(buyer!, everyContract, months, sample(1, 7));

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	knex = databaseOf(server);
	[admin, buyer, mi] = await Promise.all([
		server.admin(),
		server.login('buyer@example.org'),
		server.login('mi@example.org'),
	]);
	everyContract = (await knex('call_off_contracts').select('reference')).map(({ reference }) => reference);
	contract = await knex('call_off_contracts').where({ reference: 'PM-CPA9' }).first('id', 'reference');
	const sent = knex('mi_returns').where({ contract: contract.id, status: 'submitted' });
	months = Object.values((await sent.min({ from: 'month' }).max({ to: 'month' }).first()) ?? {}) as typeof months;
	before = await read();
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

/** Mentees of the contract who are counted in months that the Buyer reads, and not yet used here. */
const used: string[] = [];
async function somebody(more: Record<string, unknown> = {}): Promise<{ id: string; referral: string }> {
	const [year, month] = months[1].split('-').map(Number) as [number, number];
	const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
	const found = await knex('mentees as mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.where({ 'referral.contract': contract.id, 'mentee.restricted': false, ...more })
		.where('mentee.start_on', '<=', server.env.DB_CLIENT === 'pg' ? last : Date.parse(last))
		.whereNotIn('mentee.id', used)
		.orderBy('mentee.id')
		.first('mentee.id', 'mentee.referral');
	used.push(found.id);
	return found;
}

async function done(answer: Promise<{ status: number; body: { errors?: unknown } }>) {
	const { status, body } = await answer;
	expect([status, body?.errors]).toEqual([expect.toBeOneOf([200, 204]), undefined]);
}

const EVENTS: [string, () => Promise<void>][] = [
	[
		'a Mentee withdraws their consent',
		async () => {
			const { id, referral } = await somebody();
			await done(admin!.post('/items/consents', { mentee: id, referral, decision: 'withdrawn' }));
		},
	],
	[
		'a Mentee is erased',
		async () => {
			const { referral } = await somebody();
			const officer = await server.login('dpo@example.org');
			await done(officer.post('/items/erasures', { referral, requested_on: today(), reason: 'Article 17(1)(b)' }));
		},
	],
	[
		'a session of a month long submitted is recorded',
		async () => {
			const { id } = await somebody({ 'mentee.ended_on': null });
			const { held_on } = await knex('sessions').where({ mentee: id }).orderBy('held_on').first('held_on');
			const on = new Date(Number.isFinite(held_on) ? held_on : String(held_on)).toISOString().slice(0, 10);
			const session = { mentee: id, held_on: on, mode: 'face_to_face', attendance: 'attended', minutes: 45 };
			await done(admin!.post('/items/sessions', session));
		},
	],
	[
		'a preferred language is put right',
		async () => {
			const { id, referral } = await somebody();
			const { preferred_language } = await knex('mentees').where({ id }).first('preferred_language');
			const right = preferred_language === 'cy-GB' ? 'en-GB' : 'cy-GB';
			await done(admin!.patch(`/items/mentees/${id}`, { preferred_language: right }));
			await done(admin!.patch(`/items/referrals/${referral}`, { preferred_language: right }));
		},
	],
];

describe('nothing that the Buyer reads moves when', () => {
	it.each(EVENTS)('%s', async (_, happen) => {
		await happen();
		expect(changed(before, await read())).toEqual([]);
	});

	it('a night passes', async () => {
		await settleMovedByTime(knex, today());
		await settleEverything(knex, today());
		expect(changed(before, await read())).toEqual([]);
	});
});

it('with the next submission all of it moves together, and is what the Supplier counts', async () => {
	const month = months[1];
	const { body: pmi } = await mi!.get(`/pmi/${contract.reference}/${month}`);
	const codes = [...new Set((pmi.data.exceptions as { code: string }[]).map(({ code }) => code))];
	const acknowledged = codes.map((code) => ({ code, reason: 'As it is on record' }));
	const said = { acknowledged, nil: [...PERIODIC, ...NO_NARRATIVE], reason: 'Records were put right' };
	await done(mi!.post(`/pmi/${contract.reference}/${month}/submit`, said));

	expect(changed(before, await read())).toContain(`/success-factors/${contract.reference}`);
	expect(before.size).toBeGreaterThan(sample(400, 100));

	const [from, to] = months;
	const contracts = await readContracts(knex, [contract.id]);
	for (const count of Object.keys(FIGURES) as FigureKey[]) {
		const splits = splitsOf(count, { named: false });
		for (const [place, split] of splits.entries()) {
			const asked: Asked = { count, from, to, where: {}, by: [split, splits[(place + 1) % splits.length] as Split] };
			const released = tallyCells(asked, asked.by);
			await addReleased(knex, asked, { contracts, isClosed: () => true }, [released]);
			const counted = await readFigure(knex, asked, asked.by, { contracts, today: today() });
			expect([count, asked.by, inTenths(released)]).toEqual([count, asked.by, inTenths(counted)]);
		}
	}
});

/** What is added up in another order differs after many decimals. */
const inTenths = (cells: Cells) => {
	const { total, ...result } = cells.result();
	return [...result.cells, total].map((cell) => ({
		...cell,
		amount: cell.amount.toFixed(1),
	}));
};
