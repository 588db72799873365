/** Supplier MI and files of a caseload. */
import { csv } from '../csv.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export let server: TestServer;
export let world: World;
export let mi: Client;

const COLLECTIONS = [
	'suppliers',
	'call_off_contracts',
	'contract_cpas',
	'peer_mentors',
	'fte_assignments',
	'referrals',
	'initial_meetings',
	'mentees',
	'diagnostic_interviews',
	'action_plans',
	'baseline_surveys',
	'sessions',
	'service_level_clocks',
];

/** How many rows there are of everything that an import writes. */
export async function rowCounts(): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const collection of COLLECTIONS) {
		const { body } = await world.admin.get(`/items/${collection}?aggregate[count]=*`);
		counts[collection] = Number(body.data[0].count);
	}
	const { body } = await world.admin.get('/users?aggregate[count]=*');
	return { ...counts, accounts: Number(body.data[0].count) };
}

export const NEW_MENTOR = {
	email: 'new-mentor@example.org',
	first_name: 'Carys',
	last_name: 'Test-Newydd',
	contract: 'TEST-9',
	delivery_area: 'Flintshire',
	weekly_hours: 20,
	from: '2024-02-12',
};

export const PERSON = {
	reference: 'I-1',
	contract: 'TEST-9',
	cpa: 9,
	route: 'jobcentre_plus',
	received_on: '2023-10-02',
	mentor_email: 'new-mentor@example.org',
	first_name: 'Gwen',
	last_name: 'Test-Invented',
	phone: '07700900123',
	aged_18_or_over: 'yes',
	preferred_language: 'cy-GB',
	dwp_customer: 'yes',
	nino: 'QQ 12 34 56 C',
	benefit_type: 'universal_credit',
	initial_meeting_on: '2023-10-09',
	initial_meeting_outcome: 'start',
	start_on: '2023-10-16',
	diagnostic_interview_on: '2023-10-16',
	action_plan_agreed_on: '2023-10-27',
	action_plan_evidence: 'wet',
	baseline_survey_on: '2023-10-16',
};

export const REFERRED_ONLY = {
	reference: 'I-2',
	contract: 'TEST-9',
	cpa: 9,
	route: 'third_party',
	received_on: '2023-11-01',
};
export const SESSION = {
	reference: 'I-1',
	held_on: '2023-10-16',
	minutes: 60,
	mode: 'face_to_face',
	attendance: 'attended',
};

export const FILES = {
	mentors: csv('mentors', [NEW_MENTOR]),
	caseload: csv('caseload', [PERSON, REFERRED_ONLY]),
	sessions: csv('sessions', [SESSION, { ...SESSION, held_on: '2023-10-23', attendance: 'missed', minutes: null }]),
};

export const CONTRACT = {
	reference: 'TEST-NEW',
	supplier: 'New Test Supplier',
	cpas: '4;5',
	start_date: '2023-12-04',
	working_day_calendar: 'scotland',
	total_value: '1000.00',
	implementation_costs: '300.00',
};

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mi = world.north.mi;
}

export const end = () => server.stop();
