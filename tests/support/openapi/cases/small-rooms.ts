import { today } from '../../../../extensions/peer-mentoring/src/clock/today.ts';
import { NOBODY, PDF, type Cases } from '../found.ts';

/** Calendar, people, service levels, privacy, contract and money. */
export const smallRooms: Cases = {
	'GET /working-days/deadline': () => [
		{ as: 'Referrer', status: 200, query: 'from=2024-06-03&days=10&calendar=scotland' },
		{ as: 'Buyer', status: 400, query: 'from=2024-06-31&days=10' },
		{ as: 'Buyer', status: 400, query: 'from=2098-06-03&days=10' },
	],
	'GET /working-days/nth': () => [
		{ as: 'Buyer', status: 200, query: 'month=2024-06&n=5' },
		{ as: 'Buyer', status: 400, query: 'month=2024-06&n=23' },
	],
	'GET /fte-coverage': () => [
		{ as: 'Supplier Manager', status: 200 },
		{ as: 'Buyer', status: 200, query: 'from=2026-01-01&to=2026-12-31' },
		{ as: 'Buyer', status: 400, query: 'from=2026-02-01&to=2026-01-01' },
	],
	'GET /fte-coverage/{contract}': () => [
		{ as: 'Supplier MI', status: 200, places: { contract: 'PM-CPA9' } },
		{ as: 'Administrator', status: 200, places: { contract: 'PM-CPA9' } },
		{ as: 'Supplier MI', status: 404, places: { contract: 'PSP-CPA1' } },
	],
	'POST /hand-over': async (found) => {
		const json = await handOver(found);
		return [
			{ as: 'Supplier Manager', status: 400, json: { ...json, because: 'holiday' } },
			{ as: 'Supplier Manager', status: 403, json: { ...json, mentees: [{ mentee: NOBODY, peer_mentor: NOBODY }] } },
			{ as: 'Supplier Manager', status: 200, json },
		];
	},
	'GET /service-levels/clocks': () => [
		{ as: 'Supplier MI', status: 200, query: `as_at=${today()}&limit=500` },
		{ as: 'Buyer', status: 200, query: `as_at=${today()}&contract=PM-CPA9&status=met` },
		{ as: 'Peer Mentor', status: 200, query: `as_at=${today()}&service_level=four_sessions&page=1` },
		{ as: 'Buyer', status: 400, query: 'as_at=2099-01-01' },
		{ as: 'Supplier MI', status: 404, query: `as_at=${today()}&contract=PSP-CPA1` },
	],
	'GET /personal-data/{reference}.json': async (found) => [
		{ as: 'Data Protection Officer', status: 200, places: await person(found) },
		{ as: 'Data Protection Officer', status: 403, places: { reference: 'R-NOBODY' } },
	],
	'GET /personal-data/{reference}.html': async (found) => [
		{ as: 'Data Protection Officer', status: 200, places: await person(found) },
	],
	'GET /personal-data/{reference}/readers': async (found) => [
		{ as: 'Data Protection Officer', status: 200, places: await person(found) },
	],
	'GET /success-factors/{contract}': () => [
		{ as: 'Supplier MI', status: 200, places: { contract: 'PM-CPA9' } },
		{ as: 'Buyer', status: 200, places: { contract: 'PM-CPA9' } },
		{ as: 'Buyer', status: 400, places: { contract: 'PM-CPA9' }, query: 'from=yesterday' },
		{ as: 'Buyer', status: 404, places: { contract: 'NONE' } },
	],
	'GET /archive/{contract}.zip': () => [
		{ as: 'Supplier MI', status: 200, places: { contract: 'PM-CPA9' } },
		{ as: 'Supplier MI', status: 400, places: { contract: 'PM-CPA9' }, query: 'month=may' },
	],
	'POST /invoices/{id}/document': async (found) => {
		const places = { id: await invoice(found) };
		return [
			{ as: 'Supplier Manager', status: 200, places, parts: { file: PDF } },
			{ as: 'Supplier Manager', status: 400, places, parts: { file: 'words' } },
			{ as: 'Supplier Manager', status: 413, places, parts: { file: Buffer.alloc(30_000, PDF) } },
			{ as: 'Supplier Manager', status: 415, places, json: {} },
		];
	},
	'GET /invoices/{id}/document': async (found) => [
		{ as: 'Buyer', status: 200, places: { id: await invoice(found) } },
		{ as: 'Buyer', status: 403, places: { id: NOBODY } },
	],
};

type Given = Parameters<Cases[string]>[0];

async function person(found: Given) {
	const [row] = await found.rows('Data Protection Officer', 'referrals', 'limit=1&fields=reference&sort=reference');
	return { reference: String(row?.reference) };
}

/** A Mentee of one mentor goes to another who is in post in the same area. */
async function handOver(found: Given) {
	const query = 'filter[ended_on][_null]=true&filter[start_on][_nnull]=true&limit=1&sort=id';
	const [held] = await found.rows('Peer Mentor', 'mentees', `fields=id,peer_mentor,delivery_area&${query}`);
	const { id: mentee, peer_mentor: holder, delivery_area: area } = held as Record<string, string>;
	const others = `filter[peer_mentor][_neq]=${holder}&filter[ends_on][_null]=true&filter[delivery_area][_eq]=${area}`;
	const [other] = await found.rows(
		'Supplier Manager',
		'fte_assignments',
		`fields=peer_mentor&limit=1&sort=id&${others}`,
	);
	const mentees = [{ mentee, peer_mentor: other?.peer_mentor }];
	return { because: 'mentor_leaves', from_on: today(), reason: 'Moves away', mentees };
}

/** An invoice that waits for its document, of a payment that has none yet. */
async function invoice(found: Given): Promise<string> {
	found.kept.invoice ??= await newInvoice(found);
	return found.kept.invoice;
}

async function newInvoice(found: Given): Promise<string> {
	const of = (collection: string, fields: string) =>
		found.rows('Supplier Manager', collection, `limit=-1&fields=${fields}`);
	const invoiced = new Set((await of('invoices', 'payment')).map(({ payment }) => payment));
	const payment = (await of('payments', 'id,contract')).find(({ id }) => !invoiced.has(String(id)));
	const about = { contract: payment?.contract, payment: payment?.id, number: 'OPEN 1' };
	return found.made('Supplier Manager', 'invoices', { ...about, cost_centre: '100', account_code: '5200' });
}
