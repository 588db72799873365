import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays, monthOf } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { quarterBefore } from '../../extensions/peer-mentoring/src/domain/calendar/quarter.ts';
import { mondayOf } from '../../extensions/peer-mentoring/src/domain/calendar/week.ts';
import { FOLDERS } from '../../directus/lib/config/files.ts';
import { readRole } from '../../directus/lib/config/roles/role-file.ts';
import { Forms, type Step } from '../support/every-form.ts';
import { textAmong, type Values } from '../support/form-filler.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';
import { openBrowser, Studio } from '../support/studio.ts';

/** Whoever may do least comes first: what a mentor can save by a form, nobody else has to try. */
const PEOPLE = [
	['peer-mentor', 'mentor1@example.org'],
	['supplier-mi', 'mi@example.org'],
	['supplier-manager', 'manager@example.org'],
] as const;

/** What has no form of its own, but is written in a drawer of the record above it: the lists that lead there. */
const WITHIN: Record<string, { parent: string; lists: string[] }> = {
	action_plans: { parent: 'mentees', lists: ['action_plans'] },
	actions: { parent: 'mentees', lists: ['action_plans', 'actions'] },
	plan_reviews: { parent: 'mentees', lists: ['action_plans', 'plan_reviews'] },
	baseline_surveys: { parent: 'mentees', lists: ['baseline_surveys'] },
	consents: { parent: 'mentees', lists: ['consents'] },
	diagnostic_interviews: { parent: 'mentees', lists: ['diagnostic_interviews'] },
	notifications_to_jobcentre: { parent: 'mentees', lists: ['notifications_to_jobcentre'] },
	sessions: { parent: 'mentees', lists: ['sessions'] },
	support_engagements: { parent: 'mentees', lists: ['support_engagements'] },
	treatment_statuses: { parent: 'mentees', lists: ['treatment_statuses'] },
	initial_meetings: { parent: 'referrals', lists: ['initial_meetings'] },
	meeting_actions: { parent: 'meetings', lists: ['meeting_actions'] },
};

/** What no form makes here, and why. */
const BY_NO_FORM: Record<string, string> = {
	fte_assignments_offices: 'joins an assignment and an office that are there already',
	plan_samples: 'drawn by the platform with the draw',
	allocations: 'follow from another Peer Mentor on the Mentee’s form',
	survey_questions: 'stand in the drawer of their questionnaire, which this filler does not open',
	implementation_costs: 'the months of the demo are all recorded, and each is recorded once',
};

/** Somebody of the manager’s who has lost the device of a second factor. */
const LOST = 'mentor2@example.org';

/** Where what comes first is refused by a rule. */
const VALUES: Record<string, Values> = {
	// Jobcentres are closed at weekends.
	office_visits: { visited_on: addDays(mondayOf(today()), -5), arrived_at: '09:00' },
	initial_meetings: { place: 'Supplier premises' },
	referrals: { cpa: 'CPA9', meeting_arranged_place: 'Supplier premises' },
	// Agreed once it has an action.
	action_plans: { agreed_on: null },
	// To a session, it is on the day of that: travel-claim.test.ts.
	travel_claims: { travelled_to: 'An interview the Supplier arranged' },
	// Used once it is approved.
	approved_documents: { in_use_on: null },
	marketing_products: { in_use: null },
	return_templates: { in_use_from: null },
	sample_requests: { from_on: '2025-01-01', size: '1' },
	attendance_patterns: { jobcentre_office: 'Wrexham', leaves_at: '11:30' },
	fte_assignments: { delivery_area: 'Wrexham' },
	referral_links: { cpa: 'CPA9', jobcentre_office: 'Wrexham', withdrawn_on: null },
	// Another person's login.
	peer_mentors: { user: null },
	plan_sample_draws: { quarter: quarterBefore(monthOf(today())).name },
	second_factor_resets: { email: LOST },
	// Submitted with a button, once it is there; each level and month has one.
	performance_improvement_plans: { month: '2020-01', begun_on: null, closed_on: null },
};

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	const knex = databaseOf(server);
	await knex('directus_users').where({ email: LOST }).update({ tfa_secret: 'JBSWY3DPEHPK3PXP' });
	await knex.destroy();
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

const tried = new Set(Object.keys(BY_NO_FORM));

describe.each(PEOPLE)('what a %s may make', (role, email) => {
	const granted = readRole(join(FOLDERS.roles, `${role}.yaml`)).permissions;
	const mine = Object.keys(granted).filter(
		(name) => granted[name]?.create && !name.startsWith('directus_') && !tried.has(name),
	);
	for (const name of mine) tried.add(name);
	let client: Client;
	let forms: Forms;

	beforeAll(async () => {
		client = await server.login(email);
		forms = new Forms(await Studio.signIn(browser, server, email));
	});

	it.each(mine.filter((name) => !WITHIN[name]))('is saved by its form: %s', async (collection) => {
		const id = await forms.make(collection, { ...VALUES[collection], ...(await chosen(client, collection)) });
		const text = textAmong(collection, granted[collection]?.update?.fields ?? []);
		if (id && text) await forms.change(collection, id, text);
	});

	it.each(mine.filter((name) => WITHIN[name]))('is saved in a drawer: %s', async (collection) => {
		const { parent, lists } = WITHIN[collection] as (typeof WITHIN)[string];
		const id = await openRecord(client, parent);
		const given: Values =
			collection === 'baseline_surveys' ? { questionnaire: await questionnaireFor(client, id) } : {};
		const steps = lists.map((list): Step => ({ list, collection: list, values: { ...VALUES[list], ...given } }));
		await forms.makeWithin(parent, id, steps);
	});
});

/** Somebody whose way has only begun: nearly everything can be written of them. */
const BEGUN: Record<string, string> = {
	mentees: 'filter[ended_on][_null]=true&sort=-start_on',
	referrals: 'filter[mentees][_none][id][_nnull]=true&sort=-received_on',
	meetings: 'sort=-planned_on',
};

async function openRecord(client: Client, collection: string): Promise<string> {
	const { body } = await client.get(`/items/${collection}?${BEGUN[collection]}&limit=1&fields=id`);
	return body.data[0].id;
}

/** Each contract of the demo has its own. */
async function questionnaireFor(client: Client, mentee: string): Promise<string> {
	const { body } = await client.get(`/items/mentees/${mentee}?fields=contract.reference`);
	return `Baseline Survey, ${body.data.contract.reference}`;
}

/** A Mentee record is made of a referral that has none yet. */
async function chosen(client: Client, collection: string): Promise<Values> {
	if (collection !== 'mentees') return {};
	const { body } = await client.get(`/items/referrals?${BEGUN.referrals}&limit=1&fields=name`);
	return { referral: body.data[0].name, nino: null, ended_on: null };
}
