import { today } from '../../../../extensions/peer-mentoring/src/clock/today.ts';
import { addMonths, monthOf } from '../../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { quarterOf } from '../../../../extensions/peer-mentoring/src/domain/calendar/quarter.ts';
import { libraryTemplate } from '../../../unit/support/workbooks.ts';
import { jsonOf } from '../asking.ts';
import { NOBODY, PDF, type Cases, type Found } from '../found.ts';

const contract = 'PM-CPA9';
const now = monthOf(today());
const period = `from=${addMonths(now, -8)}&to=${addMonths(now, -3)}`;

/** Figures, periodic returns, registers, samples and templates. */
export const moreReturns: Cases = {
	'GET /figures/catalogue': () => [
		{ as: 'Buyer', status: 200 },
		{ as: 'Supplier MI', status: 200, query: 'lang=cy' },
	],
	'GET /figures': () => [
		{ as: 'Supplier MI', status: 200, query: `count=starts&${period}&by=month,delivery_area&contract=${contract}` },
		{
			as: 'Supplier MI',
			status: 200,
			query: `count=clocks_met&${period}&by=cpa&as=buyer&where[preferred_language]=cy-GB`,
		},
		{ as: 'Buyer', status: 200, query: `count=starts&${period}&by=addiction_type,month` },
		{ as: 'Buyer', status: 200, query: `count=in_support&${period}` },
		{ as: 'Buyer', status: 200, query: `count=starts&${period}&format=csv` },
		{ as: 'Buyer', status: 200, query: `count=starts&${period}&format=xlsx` },
		{ as: 'Buyer', status: 400, query: 'count=people' },
		{ as: 'Buyer', status: 400, query: `count=starts&${period}&format=pdf` },
		{ as: 'Buyer', status: 404, query: `count=starts&${period}&contract=NONE` },
	],
	'GET /figures/records': () => [
		{ as: 'Supplier Manager', status: 200, query: `count=starts&${period}` },
		{ as: 'Supplier MI', status: 200, query: `count=spend&from=${addMonths(now, -11)}&to=${now}` },
		{ as: 'Supplier MI', status: 404, query: `count=starts&${period}&contract=PSP-CPA1` },
	],
	'GET /figures/requests/{id}.xlsx': async (found) => [
		{ as: 'Buyer', status: 200, places: { id: await answeredRequest(found) } },
		{ as: 'Buyer', status: 403, places: { id: NOBODY } },
	],
	'GET /periodic-returns/{id}': async (found) => [
		...(await periodic(found, 'subcontractor_spend')),
		...(await periodic(found, 'contract_cost_register')),
		{ as: 'Buyer', status: 403, places: { id: NOBODY } },
	],
	'GET /periodic-returns/{id}.xlsx': (found) => periodic(found, 'sme_spend'),
	'POST /registers/{kind}/{id}/document': async (found) => {
		const places = await version(found);
		return [
			{ as: 'Supplier MI', status: 200, places, parts: { file: PDF } },
			{ as: 'Supplier MI', status: 400, places, parts: { file: 'words' } },
			{ as: 'Supplier MI', status: 413, places, parts: { file: Buffer.alloc(30_000, PDF) } },
			{ as: 'Supplier MI', status: 415, places },
		];
	},
	'GET /registers/{kind}/{id}/document': async (found) => [
		{ as: 'Buyer', status: 200, places: await version(found) },
		{ as: 'Buyer', status: 403, places: { kind: 'ipr_log', id: NOBODY } },
	],
	'GET /plan-samples/{id}/review': async (found) => [
		{ as: 'Supplier Manager', status: 200, places: { id: await sample(found, 0) } },
		{ as: 'Supplier Manager', status: 403, places: { id: NOBODY } },
	],
	'PATCH /plan-samples/{id}': async (found) => {
		const places = { id: await sample(found, 0) };
		const review = await found.ask('Supplier Manager', 'GET /plan-samples/{id}/review', { places });
		const passages = jsonOf(review).data.passages as { fingerprint: string }[];
		return [
			{ as: 'Supplier Manager', status: 400, places, json: { status: 'released' } },
			{
				as: 'Supplier Manager',
				status: 200,
				places,
				json: { passages_read: passages.map((each) => each.fingerprint) },
			},
		];
	},
	'POST /plan-samples/{id}/release': async (found) => [
		{ as: 'Supplier Manager', status: 400, places: { id: await sample(found, 1) } },
		{ as: 'Supplier Manager', status: 200, places: { id: await sample(found, 0) } },
		{ as: 'Supplier Manager', status: 400, places: { id: await sample(found, 0) } },
	],
	'POST /plan-samples/{id}/reject': async (found) => [
		{ as: 'Supplier Manager', status: 400, places: { id: await sample(found, 1) }, json: {} },
		{ as: 'Supplier Manager', status: 200, places: { id: await sample(found, 1) }, json: { reason: 'Tells too much' } },
	],
	'GET /plan-samples/{contract}/{quarter}.xlsx': () => [
		{ as: 'Buyer Analyst', status: 200, places: { contract, quarter: '2026-Q1' } },
		{ as: 'Buyer Analyst', status: 400, places: { contract, quarter: 'spring' } },
		{ as: 'Buyer Analyst', status: 404, places: { contract: 'NONE', quarter: '2026-Q1' } },
	],
	'POST /return-templates/{id}/workbook': async (found) => {
		const places = { id: await template(found) };
		return [
			{ as: 'Supplier MI', status: 200, places, parts: { file: await libraryTemplate() } },
			{ as: 'Supplier MI', status: 400, places, parts: { file: 'words' } },
			{ as: 'Supplier MI', status: 413, places, parts: { file: Buffer.alloc(300_000, 'PK') } },
			{ as: 'Supplier MI', status: 415, places },
		];
	},
	'GET /return-templates/{id}/workbook': async (found) => [
		{ as: 'Supplier Manager', status: 200, places: { id: await template(found) } },
		{ as: 'Supplier Manager', status: 403, places: { id: NOBODY } },
	],
	'GET /return-templates/{id}/preview': (found) => filled(found),
	'GET /return-templates/{id}/values': (found) => filled(found),
};

async function periodic(found: Found, kind: string) {
	const id = await found.key('Supplier MI', 'periodic_returns', `filter[kind][_eq]=${kind}`);
	return ['Supplier MI', 'Buyer'].map((as) => ({ as, status: 200, places: { id } }));
}

const contractKey = (found: Found) =>
	found.key('Supplier MI', 'call_off_contracts', `filter[reference][_eq]=${contract}`);

async function answeredRequest(found: Found): Promise<string> {
	return found.made('Supplier MI', 'information_requests', {
		...{ contract: await contractKey(found), kind: 'ad_hoc_mi', requested_on: today(), due_on: today() },
		...{ request: 'Starts', answered_on: today(), answer: 'In the figures' },
		figures: [{ count: 'starts', period: 'range', from: addMonths(now, -8), to: addMonths(now, -3), by: 'month' }],
	});
}

async function version(found: Found) {
	const record = { contract: await contractKey(found), title: 'Register', version: '9.0', dated_on: today() };
	found.kept.version ??= await found.made('Supplier MI', 'cost_register_entries', record);
	return { kind: 'contract_cost_register', id: found.kept.version };
}

/** One of the plans that were drawn for the last quarter that is over. */
async function sample(found: Found, place: number): Promise<string> {
	found.kept.draw ??= await found.made('Supplier Manager', 'plan_sample_draws', {
		...{ contract: await contractKey(found), quarter: quarterOf(addMonths(now, -3)).name },
	});
	const drawn = `filter[draw][_eq]=${found.kept.draw}&fields=id&sort=position&limit=2`;
	return String((await found.rows('Supplier Manager', 'plan_samples', drawn))[place]?.id);
}

async function template(found: Found): Promise<string> {
	found.kept.template ??= await found.made('Supplier MI', 'return_templates', { kind: 'pmi', version: '9' });
	return found.kept.template;
}

async function filled(found: Found) {
	const places = { id: await template(found) };
	const query = `contract=${contract}&month=${addMonths(now, -3)}`;
	return [
		{ as: 'Supplier MI', status: 200, places, query },
		{ as: 'Supplier Manager', status: 400, places, query: `contract=${contract}` },
		{ as: 'Supplier MI', status: 404, places, query: `contract=NONE&month=${now}` },
	];
}
