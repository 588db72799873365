import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from '../asking.ts';
import { NOBODY, type Cases, type Found } from '../found.ts';
import { PEOPLE } from '../../people.ts';
import { nextCodes, withCode } from '../../second-factor.ts';
import { totp, totpToSend } from '../../totp.ts';

export const METRICS_TOKEN = 'a-token-for-tests-only';
const HTML = 'text/html';
const INVITED = {
	...{ email: 'invited@example.org', first_name: 'New', last_name: 'Colleague' },
	...{ role: 'Supplier MI', language: 'cy-GB' },
};
const HOMES = ['Supplier Manager', 'Supplier MI', 'Buyer', 'Data Protection Officer', 'Platform Administrator'];
const ADMINISTERS = 'Platform Administrator';
/** Who enrols: their session ends with it, so that nobody else's case is theirs. */
const ENROLS = 'Buyer Analyst';

/** Accounts, second factor, first screens, and how the server is. */
export const platform: Cases = {
	'GET /openapi': () => [
		{ as: 'Buyer', status: 200 },
		{ as: 'Administrator', status: 200 },
		{ as: 'Referrer', status: 403 },
	],
	'GET /home': () => [...HOMES, 'Administrator'].map((as) => ({ as, status: 200 })),
	'GET /staff': () => [
		{ as: 'Supplier Manager', status: 200 },
		{ as: ADMINISTERS, status: 200 },
	],
	'POST /staff': () => [
		{ as: 'Supplier Manager', status: 200, json: INVITED },
		{ as: 'Supplier Manager', status: 400, json: { ...INVITED, role: 'Supplier Manager' } },
	],
	'PATCH /staff/{id}': async (found) => {
		const { body } = await found.as('Supplier Manager').get('/staff');
		const accounts = body.data.accounts as { id: string; role: string }[];
		const id = accounts.find(({ role }) => role === 'Supplier MI')?.id ?? '';
		return [
			{ as: 'Supplier Manager', status: 200, places: { id }, json: { language: 'en-GB' } },
			{ as: 'Supplier Manager', status: 400, places: { id }, json: {} },
			{ as: 'Supplier Manager', status: 403, places: { id: NOBODY }, json: { language: 'en-GB' } },
		];
	},
	'GET /administration': () => [{ as: ADMINISTERS, status: 200 }],
	'PATCH /administration/flows/{id}': async (found) => {
		const { body } = await found.as(ADMINISTERS).get('/administration');
		const flows = body.data.flows as { id: string; watches: boolean }[];
		const idOf = (watches: boolean) => flows.find((flow) => flow.watches === watches)?.id ?? '';
		const id = idOf(false);
		return [
			...['inactive', 'active'].map((status) => ({ as: ADMINISTERS, status: 200, places: { id }, json: { status } })),
			{ as: ADMINISTERS, status: 400, places: { id }, json: { status: 'archived' } },
			{ as: ADMINISTERS, status: 400, places: { id: idOf(true) }, json: { status: 'inactive' } },
			{ as: ADMINISTERS, status: 403, places: { id: NOBODY }, json: { status: 'active' } },
		];
	},
	'PATCH /administration/settings': () => [
		{ as: ADMINISTERS, status: 200, json: { project_descriptor: 'Call-off contract' } },
		{ as: ADMINISTERS, status: 400, json: { public_registration: true } },
	],
	'GET /second-factor': () => [
		{ as: 'Buyer', status: 200 },
		{ as: 'Buyer', status: 200, accept: HTML },
		{ as: 'Buyer', status: 303, accept: HTML, token: 'none.of.these' },
	],
	'GET /second-factor/proof': () => [{ as: 'Buyer', status: 200, accept: HTML, query: 'then=/admin' }],
	'POST /second-factor/proof': (found) => [
		{ as: 'Buyer', status: 400, json: { password: 'wrong' } },
		{ as: 'Buyer', status: 400, form: { password: 'wrong' }, accept: HTML },
		{ as: 'Buyer', status: 200, json: { password: passwordOf(found) } },
		{ as: 'Buyer', status: 303, form: { password: passwordOf(found), then: '/admin' }, accept: HTML },
	],
	'POST /second-factor': async (found) => {
		const password = passwordOf(found);
		const proved = await found.ask(ENROLS, 'POST /second-factor/proof', { json: { password } });
		if (proved.status !== 200) throw new Error(proved.content.toString());
		const started = await found.ask(ENROLS, 'POST /second-factor', { json: { password } });
		const { secret } = jsonOf(started).data;
		found.kept.secret = secret;
		return [
			{ as: ENROLS, status: 200, json: { password } },
			{ as: ENROLS, status: 200, form: { password }, accept: HTML },
			{ as: ENROLS, status: 400, json: { password: 'wrong' } },
			{ as: ENROLS, status: 400, json: { secret, otp: '000000' } },
			{ as: ENROLS, status: 200, json: { secret, otp: totpToSend(secret) } },
			{ as: ENROLS, status: 400, json: { password } },
		];
	},
	'POST /second-factor/codes': async (found) => {
		const { secret = '' } = found.kept;
		const account = { email: String(PEOPLE[ENROLS]), password: passwordOf(found), secret, codes: [] };
		found.clients[ENROLS] = await withCode(found.server, account);
		await nextCodes(found.server);
		return [
			{ as: 'Buyer', status: 400, json: { otp: '000000' } },
			{ as: 'Buyer', status: 400, form: { otp: '000000' }, accept: HTML },
			{ as: ENROLS, status: 200, json: { otp: totp(secret) } },
		];
	},
	'GET /second-factor/next': () => [
		{ as: null, status: 200, accept: HTML },
		{ as: null, status: 403, query: 'reason=INVALID_CREDENTIALS', accept: HTML },
		{ as: 'Buyer', status: 303, query: 'then=/admin', accept: HTML },
	],
	'POST /second-factor/next': async (found) => {
		await nextCodes(found.server);
		return [
			{ as: 'Buyer', status: 400, json: { otp: '000000' } },
			{ as: 'Buyer', status: 400, form: { otp: '000000' }, accept: HTML },
			{ as: ENROLS, status: 200, json: { otp: totp(found.kept.secret ?? '') } },
		];
	},
	'GET /metrics': () => [
		{ as: null, status: 200, token: METRICS_TOKEN },
		{ as: 'Administrator', status: 404 },
		{ as: null, status: 404 },
	],
	'GET /server/health': () => [
		{ as: null, status: 200 },
		{ as: null, status: 200, token: METRICS_TOKEN },
	],
};

const passwordOf = ({ server }: Found) => readFileSync(join(server.data, 'demo-password.txt'), 'utf8').trim();
