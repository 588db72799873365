import { jsonOf } from '../asking.ts';
import { csv } from '../../csv.ts';
import { NOBODY, newKey, type Cases, type Found } from '../found.ts';

const IMPORT = 'POST /caseload/import';
const referral = { contract: 'PM-CPA9', cpa: 9, route: 'jobcentre_plus', received_on: '2026-01-12' };
const right = { ...referral, reference: 'OPEN-1', first_name: 'Test', last_name: 'Person' };
const wrong = { ...right, reference: 'OPEN-2', cpa: 12 };

/** The import, papers, and the mentors' app. */
export const journey: Cases = {
	[IMPORT]: () => [
		{ as: 'Supplier MI', status: 200, query: 'dry_run=true', parts: { caseload: csv('caseload', [right, wrong]) } },
		{ as: 'Supplier MI', status: 400, parts: { caseload: csv('caseload', [right, wrong]) } },
		{ as: 'Supplier MI', status: 400, query: 'dryrun=true', parts: { caseload: csv('caseload', [right]) } },
		{ as: 'Supplier MI', status: 403, parts: { contracts: csv('contracts', []) } },
		{ as: 'Supplier MI', status: 415, json: {} },
		{
			as: 'Supplier MI',
			status: 200,
			query: 'leave_out_faulty=true',
			parts: { file: csv('caseload', [right, wrong]) },
		},
		{ as: 'Supplier MI', status: 200, parts: { caseload: csv('caseload', [right]) } },
		{ as: 'Supplier MI', status: 202, query: 'dry_run=true&job=true', parts: { caseload: csv('caseload', [right]) } },
	],
	'GET /caseload/jobs/{id}': async (found) => {
		const places = await begunJob(found);
		return [
			{ as: 'Supplier MI', status: 200, places },
			{ as: 'Administrator', status: 200, places },
			{ as: 'Supplier MI', status: 403, places: { id: NOBODY } },
		];
	},
	'DELETE /caseload/jobs/{id}': async (found) => [
		{ as: 'Supplier MI', status: 202, places: await begunJob(found) },
		{ as: 'Supplier MI', status: 403, places: { id: NOBODY } },
	],
	'GET /caseload/left-out/{id}': async (found) => {
		const parts = { caseload: csv('caseload', [wrong]) };
		const answer = await found.ask('Supplier MI', IMPORT, { query: 'leave_out_faulty=true', parts });
		const id = String(jsonOf(answer).data.left_out).split('/').at(-1) ?? '';
		return [
			{ as: 'Supplier MI', status: 200, places: { id }, query: 'lang=cy' },
			{ as: 'Supplier MI', status: 403, places: { id: NOBODY } },
		];
	},
	'GET /paper/{kind}/{id}': async (found) => {
		const id = await mentee(found);
		const plan = await planOf(found);
		return [
			...['leaving', 'consent', 'survey'].map((kind) => ({ as: 'Peer Mentor', status: 200, places: { kind, id } })),
			{ as: 'Supplier Manager', status: 200, places: { kind: 'plan', id: plan } },
			{ as: 'Peer Mentor', status: 403, places: { kind: 'diary', id } },
		];
	},
	'GET /mentor': () => [{ as: null, status: 200, accept: 'text/html' }],
	'GET /mentor/{file}': () => [
		...['service-worker.js', 'manifest.webmanifest', 'icon.svg', 'week'].map((file) => ({
			...{ as: null, status: 200, places: { file } },
		})),
		{ as: null, status: 404, places: { file: 'secret.txt' } },
	],
	'GET /mentor/assets/{file}': async (found) => {
		const page = await (await fetch(`${found.server.url}/mentor`)).text();
		const files = [...page.matchAll(/\/mentor\/assets\/([\w.-]+)/g)].map(([, file]) => String(file));
		return [
			...files.map((file) => ({ as: null, status: 200, places: { file } })),
			{ as: null, status: 404, places: { file: 'none.js' } },
		];
	},
	'GET /mentor/api/model': async (found) => {
		const { hash } = jsonOf(await found.ask('Peer Mentor', 'GET /mentor/api/model')).data;
		return [
			{ as: 'Peer Mentor', status: 200 },
			{ as: 'Peer Mentor', status: 200, query: 'language=cy-GB' },
			{ as: 'Peer Mentor', status: 304, headers: { 'if-none-match': `"${hash}"` } },
		];
	},
	'GET /mentor/api/caseload': () => [
		{ as: 'Peer Mentor', status: 200 },
		{ as: 'Peer Mentor', status: 200, query: 'left=true&language=cy' },
	],
	'GET /mentor/api/people/{id}': async (found) => {
		const { body } = await found.as('Peer Mentor').get('/mentor/api/caseload?left=true');
		const ids = body.data.people.map(({ id }: { id: string }) => id) as string[];
		return [
			...ids.map((id) => ({ as: 'Peer Mentor', status: 200, places: { id } })),
			{ as: 'Peer Mentor', status: 403, places: { id: NOBODY } },
		];
	},
	'GET /mentor/api/steps/{step}': () => [
		{ as: 'Peer Mentor', status: 200, places: { step: 'add-referral' } },
		{ as: 'Peer Mentor', status: 404, places: { step: 'holiday' } },
	],
	'GET /mentor/api/steps/{step}/{id}': async (found) => {
		const id = await mentee(found);
		const { body } = await found.as('Peer Mentor').get('/mentor/api/model');
		const steps = body.data.steps as { key: string; about: string }[];
		return [
			...steps
				.filter(({ about }) => about !== 'none')
				.map(({ key: step }) => ({ as: 'Peer Mentor', status: 200, places: { step, id } })),
			{ as: 'Peer Mentor', status: 403, places: { step: 'session', id: NOBODY } },
			{ as: 'Peer Mentor', status: 404, places: { step: 'holiday', id } },
		];
	},
	'POST /mentor/api/steps/{step}': () => {
		const places = { step: 'add-referral' };
		const named = { first_name: 'Test', last_name: 'Step', route: 'jobcentre_plus', dwp_customer: 'no' };
		const json = { key: newKey(), about: null, values: { referral: { ...named, received_on: '2026-01-12' } } };
		return [
			{ as: 'Peer Mentor', status: 200, places, json },
			{ as: 'Peer Mentor', status: 200, places, json },
			{
				as: 'Peer Mentor',
				status: 409,
				places,
				json: { ...json, values: { referral: { ...named, first_name: 'Other' } } },
			},
			{ as: 'Peer Mentor', status: 400, places, json: { ...json, key: newKey(), values: { referral: {} } } },
			{ as: 'Peer Mentor', status: 400, places, json: { ...json, key: 'none' } },
			{
				as: 'Peer Mentor',
				status: 403,
				places: { step: 'session' },
				json: { key: newKey(), about: NOBODY, values: {} },
			},
			{ as: 'Peer Mentor', status: 404, places: { step: 'holiday' }, json },
		];
	},
};

/** A Mentee of the mentor's own, who is still supported. */
export const mentee = (found: Found) =>
	found.key('Peer Mentor', 'mentees', 'filter[ended_on][_null]=true&filter[action_plans][_some][goal][_nnull]=true');

/** A plan of somebody who is still supported. @param place which one, the first being 0 */
export const planOf = (found: Found, place = 0) =>
	found.key(
		'Peer Mentor',
		'action_plans',
		`filter[mentee][ended_on][_null]=true&filter[goal][_nnull]=true&page=${place + 1}`,
	);

async function begunJob(found: Found) {
	const parts = { caseload: csv('caseload', [right]) };
	const answer = await found.ask('Supplier MI', IMPORT, { query: 'dry_run=true&job=true', parts });
	return { id: String(jsonOf(answer).data.id) };
}
