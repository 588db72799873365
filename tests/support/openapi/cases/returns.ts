import { today } from '../../../../extensions/peer-mentoring/src/clock/today.ts';
import { addMonths, monthOf } from '../../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { jsonOf } from '../asking.ts';
import { PDF, type Cases, type Found } from '../found.ts';

const contract = 'PM-CPA9';
const now = monthOf(today());
/** The demo leaves the return of the last month to be submitted. */
const last = { contract, month: addMonths(now, -1) };
const sent = { contract, month: addMonths(now, -3) };
const running = { contract, month: now };
const none = { contract: 'NONE', month: addMonths(now, -3) };
const password = 'four quiet words of mine';

/** The PMI, what was sent, and the Mentee Tracker. */
export const returns: Cases = {
	'GET /pmi/{contract}/{month}': () => [
		{ as: 'Supplier MI', status: 200, places: last },
		{ as: 'Supplier Manager', status: 200, places: sent, query: 'cpa=9&version=1' },
		{ as: 'Buyer', status: 200, places: sent },
		{ as: 'Buyer', status: 404, places: last },
		{ as: 'Buyer', status: 404, places: none },
		{ as: 'Supplier MI', status: 400, places: last, query: 'cpa=1' },
		{ as: 'Supplier MI', status: 400, places: { contract, month: 'may' } },
	],
	'GET /pmi/{contract}/{month}.xlsx': () => [
		{ as: 'Supplier MI', status: 200, places: last, query: 'cpa=9' },
		{ as: 'Buyer', status: 200, places: sent },
		{ as: 'Buyer', status: 404, places: last },
	],
	'GET /pmi/{contract}/{month}/completeness': () => [
		{ as: 'Supplier MI', status: 200, places: last },
		{ as: 'Supplier MI', status: 404, places: none },
	],
	'GET /pmi/{contract}/{month}/measures/{key}/records': () => [
		{ as: 'Supplier MI', status: 200, places: { ...last, key: 'starts_total' } },
		{ as: 'Supplier Manager', status: 200, places: { ...sent, key: 'four_sessions_on_time' }, query: 'cpa=9' },
		{ as: 'Supplier MI', status: 400, places: { ...last, key: 'spend' } },
	],
	'POST /pmi/{contract}/{month}/sent': () => [
		{ as: 'Supplier MI', status: 409, places: running, json: { sent_on: today(), reference: 'ITT-7' } },
		{ as: 'Supplier MI', status: 400, places: sent, json: { sent_on: today() } },
		{
			as: 'Supplier MI',
			status: 200,
			places: sent,
			json: { sent_on: today(), reference: 'ITT-7', reason: 'Typed wrongly' },
		},
	],
	'POST /pmi/{contract}/{month}/receipt': () => receiptCases,
	'GET /pmi/{contract}/{month}/receipt': () => [
		{ as: 'Buyer', status: 200, places: sent },
		{ as: 'Buyer', status: 403, places: running },
	],
	'POST /mentee-tracker/{contract}/{month}.xlsx': () => [
		{ as: 'Supplier MI', status: 200, places: sent, json: { password, password_again: password } },
		{ as: 'Peer Mentor', status: 200, places: sent, json: { password } },
		{ as: 'Supplier MI', status: 400, places: sent, json: { password: 'short' } },
		{ as: 'Supplier MI', status: 404, places: none, json: { password } },
	],
	'POST /mentee-tracker/{contract}/{month}/sent': () => [
		{
			as: 'Supplier MI',
			status: 200,
			places: sent,
			json: { sent_on: today(), reference: 'ITT-8', reason: 'Typed wrongly' },
		},
		{ as: 'Supplier MI', status: 400, places: sent, json: { sent_on: 'today' } },
		{ as: 'Supplier MI', status: 409, places: { contract, month: addMonths(now, 3) }, json: { sent_on: today() } },
	],
	'POST /mentee-tracker/{contract}/{month}/receipt': () => receiptCases,
	'GET /mentee-tracker/{contract}/{month}/receipt': () => [
		{ as: 'Supplier MI', status: 200, places: sent },
		{ as: 'Buyer', status: 404, places: none },
	],
	'POST /pmi/{contract}/{month}/submit': async (found) => {
		const json = await everythingSaid(found);
		return [
			{ as: 'Supplier MI', status: 400, places: last, json: { nil: ['nothing'] } },
			{ as: 'Supplier MI', status: 400, places: running, json: {} },
			{ as: 'Supplier MI', status: 404, places: none, json: {} },
			{ as: 'Supplier MI', status: 404, places: { contract, month: addMonths(now, 3) } },
			{ as: 'Supplier MI', status: 200, places: last, json },
			{ as: 'Supplier MI', status: 400, places: last, json },
		];
	},
};

const receiptCases = [
	{ as: 'Supplier MI', status: 415, places: sent, json: {} },
	{ as: 'Supplier MI', status: 400, places: sent, parts: { file: 'words' } },
	{ as: 'Supplier MI', status: 413, places: sent, parts: { file: Buffer.alloc(30_000, PDF) } },
	{ as: 'Supplier MI', status: 409, places: running, parts: { file: PDF } },
	{ as: 'Supplier MI', status: 200, places: sent, parts: { file: PDF } },
	{ as: 'Supplier MI', status: 409, places: sent, parts: { file: PDF } },
];

/** A submission that answers each thing that the return lacks. */
async function everythingSaid(found: Found) {
	const asked = await found.ask('Supplier MI', 'GET /pmi/{contract}/{month}/completeness', { places: last });
	const missing = jsonOf(asked).data.missing as { missing: string; acknowledgeable?: boolean }[];
	const codes = missing.filter(({ acknowledgeable }) => acknowledgeable).map((each) => each.missing);
	const nil = missing.filter(({ acknowledgeable }) => acknowledgeable === undefined).map((each) => each.missing);
	return { acknowledged: [...new Set(codes)].map((code) => ({ code, reason: 'Known' })), nil, report: {} };
}
