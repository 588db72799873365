/** What a form asks for before it counts, and what a file of the past may lack (1.13, 2.1 to 2.3, 2.26 to 2.28, Table A). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERVIEWED, SMART_ACTION, STARTS, STATEMENT } from '../../support/complete-forms.ts';
import { csv } from '../../support/csv.ts';
import {
	agreed,
	begin,
	end,
	made,
	manager,
	mentor,
	NOT_A_CUSTOMER,
	world,
} from '../../support/scenes/support-journey.ts';

type Answer = Awaited<ReturnType<typeof mentor.post>>;

const PERSON = { first_name: 'Test', last_name: 'Person', received_on: '2023-10-02', route: 'jobcentre_plus' };
const AGREED = { agreed_on: '2023-10-20', evidence: 'wet' };

/** Beside which fields something was refused. */
const refused = ({ status, body }: Answer) => {
	expect(status, JSON.stringify(body)).toBe(400);
	return body.errors.map((error: { extensions: { field: string } }) => error.extensions.field);
};
const one = async (path: string, fields: string) => (await mentor.get(`${path}?fields=${fields}`)).body.data;
const outstanding = async (path: string) => (await one(path, 'outstanding')).outstanding;
const metOn = async (mentee: string, level: string) => {
	const filter = `filter[mentee][_eq]=${mentee}&filter[service_level][_eq]=${level}&fields=met_on`;
	return (await mentor.get(`/items/service_level_clocks?${filter}`)).body.data[0]?.met_on;
};

beforeAll(begin);
afterAll(end);

describe('a SMART Action Plan (J24)', () => {
	it('without goal or SMART action is a draft, and its clock runs on', async () => {
		const { mentee } = await agreed();
		await made('diagnostic_interviews', { mentee, held_on: '2023-10-16', ...INTERVIEWED });
		const plan = { mentee, ...AGREED, goal: 'A job' };
		expect(refused(await mentor.post('/items/action_plans', { mentee, ...AGREED }))).toEqual(['goal', 'actions']);
		for (const actions of [[], [{ ...SMART_ACTION, relevance: '' }]]) {
			expect(refused(await mentor.post('/items/action_plans', { ...plan, actions }))).toEqual(['actions']);
		}
		const draft = await made('action_plans', {
			mentee,
			goal: 'A job',
			actions: [{ what: 'Ring', due_on: '2023-11-01' }],
		});
		const path = `/items/action_plans/${draft.id}`;
		expect(refused(await mentor.patch(path, AGREED))).toEqual(['actions']);
		expect(await metOn(mentee, 'smart_action_plan')).toBeNull();

		const update = [{ id: (await one(path, 'actions')).actions[0], ...SMART_ACTION }];
		expect((await mentor.patch(path, { ...AGREED, actions: { create: [], update, delete: [] } })).status).toBe(200);
		expect(await metOn(mentee, 'smart_action_plan')).toBe('2023-10-20');
	});

	it('loses neither its goal nor its last SMART action, whichever way it comes', async () => {
		const { mentee, path } = await agreed();
		const actions = [SMART_ACTION, SMART_ACTION];
		const plan = await made('action_plans', { mentee, ...AGREED, goal: 'A job', actions });
		const keys = (await one(`/items/action_plans/${plan.id}`, 'actions')).actions as string[];
		expect(refused(await mentor.patch(`/items/action_plans/${plan.id}`, { goal: '' }))).toEqual(['goal']);
		expect((await mentor.patch(`/items/actions/${keys[0]}`, { measure: 'Another' })).status).toBe(200);
		const emptied = { measure: null };
		expect(refused(await mentor.patch('/items/actions', { keys, data: emptied }))).toEqual(['measure']);
		const nested = {
			action_plans: { update: [{ id: plan.id, actions: { update: keys.map((id) => ({ id, ...emptied })) } }] },
		};
		expect(refused(await mentor.patch(path, nested))).toEqual(['actions']);
		expect(refused(await world.admin.delete('/items/actions', keys))).toEqual(['actions']);
		expect((await world.admin.delete('/items/actions', keys.slice(1))).status).toBe(204);
	});
});

describe('a Diagnostic Interview (J21)', () => {
	it('is unfinished until aspirations, needs and barriers are answered, and its clock runs on', async () => {
		const { mentee, path } = await agreed();
		const { id } = await made('diagnostic_interviews', { mentee, held_on: '2023-10-16', needs: 'Company' });
		const interview = `/items/diagnostic_interviews/${id}`;
		expect(await one(interview, 'complete')).toEqual({ complete: false });
		expect(await metOn(mentee, 'diagnostic_interview')).toBeNull();
		expect(refused(await mentor.patch(interview, { held_on: '2099-01-01' }))).toEqual(['held_on']);
		expect(refused(await mentor.patch(interview, { barriers: ['none', 'housing'] }))).toEqual(['barriers']);
		await mentor.patch(interview, { aspirations: 'A job', barriers: ['none'] });
		expect(await metOn(mentee, 'diagnostic_interview')).toBe('2023-10-16');

		expect(await outstanding(path)).toContain('interview_incomplete');
		await mentor.patch(interview, { complaints_explained: true, complaints_explained_on: '2023-10-23' });
		expect(await outstanding(path)).not.toContain('interview_incomplete');
	});
});

describe('what was explained (J20)', () => {
	it('is to do until each tick is there, with its day', async () => {
		const { id: referral } = await made('referrals', PERSON);
		const { voluntary_explained: _, ...meeting } = { referral, held_on: '2023-10-09', ...STARTS };
		const { id, data_use_explained_on } = await made('initial_meetings', meeting);
		expect(data_use_explained_on).toBe('2023-10-09');
		const mentees = await mentor.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
		const path = `/items/mentees/${mentees.body.data[0].id}`;
		expect(await outstanding(path)).toContain('meeting_incomplete');
		await mentor.patch(`/items/initial_meetings/${id}`, { voluntary_explained: true });
		const { voluntary_explained_on } = await one(`/items/initial_meetings/${id}`, 'voluntary_explained_on');
		expect(voluntary_explained_on).toBe(new Date().toISOString().slice(0, 10));
		expect(await outstanding(path)).not.toContain('meeting_incomplete');
	});
});

describe('eligibility (J03 to J05)', () => {
	const CRITERIA = ['dependency_is_a_barrier', 'aged_18_or_over', 'lives_in_area', 'benefit_position', 'assurance'];

	it('is decided on every criterion, by somebody, before anybody starts', async () => {
		const { id: referral } = await made('referrals', PERSON);
		const meeting = { referral, held_on: '2023-10-09' };
		expect(refused(await mentor.post('/items/initial_meetings', { ...meeting, outcome: 'start' }))).toEqual(CRITERIA);
		const unsure = { ...meeting, ...STARTS, lives_in_area: 'not_known' };
		expect(refused(await mentor.post('/items/initial_meetings', [unsure]))).toEqual(['lives_in_area']);
		const nested = {
			initial_meetings: { create: [{ held_on: '2023-10-09', outcome: 'start' }], update: [], delete: [] },
		};
		expect(refused(await mentor.patch(`/items/referrals/${referral}`, nested))).toEqual(CRITERIA);
		const { id } = await made('initial_meetings', { ...meeting, ...STARTS });
		expect(refused(await mentor.patch(`/items/initial_meetings/${id}`, { assurance: ' ' }))).toEqual(['assurance']);
	});

	it('was decided by the Peer Mentor of the referral where somebody else records it', async () => {
		const { id } = await made('referrals', PERSON);
		const held = await made('initial_meetings', { referral: id, held_on: '2023-10-09', ...STARTS }, manager);
		expect(held.decided_by).toBe(world.north.mentors[0]!.id);
		const nobody = await made('referrals', { ...PERSON, contract: world.north.contract }, manager);
		const meeting = { referral: nobody.id, held_on: '2023-10-09', ...STARTS };
		expect(refused(await manager.post('/items/initial_meetings', meeting))).toEqual(['outcome']);
	});

	it('has answers about benefits that do not contradict each other (2.2, Annex E)', async () => {
		const no = { ...PERSON, dwp_customer: 'no' };
		expect(refused(await mentor.post('/items/referrals', { ...no, benefits: ['universal_credit'] }))).toEqual([
			'dwp_customer',
		]);
		const { id: referral } = await made('referrals', { ...no, benefits: ['none'] });
		const meeting = { referral, held_on: '2023-10-09', ...STARTS };
		expect(refused(await mentor.post('/items/initial_meetings', meeting))).toEqual(['benefit_position']);
		await made('initial_meetings', { ...meeting, benefit_position: 'unemployed_without_benefits' });
		const claims = { benefits: ['housing_benefit'] };
		const [{ id }] = (await mentor.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`)).body.data;
		expect(refused(await mentor.patch(`/items/mentees/${id}`, claims))).toEqual(['benefits']);
	});
});

describe('consent (J18)', () => {
	const given = { decision: 'given', decided_on: '2023-10-09' };

	it('is a row for each decision, with its statement; the dates follow', async () => {
		const { mentee, path } = await agreed(NOT_A_CUSTOMER);
		expect(refused(await mentor.post('/items/consents', { mentee, ...given }))).toEqual([
			'statement_version',
			'language',
		]);
		expect(refused(await mentor.patch(path, { consent_given_on: '2023-10-09' }))).toEqual(['consent_given_on']);
		await made('consents', { mentee, decision: 'refused', decided_on: '2023-10-05' });
		const { id } = await made('consents', { mentee, ...given, ...STATEMENT });
		expect(refused(await mentor.patch(`/items/consents/${id}`, { decision: 'refused' }))).toEqual(['decision']);
		const today = await made('consents', { mentee, decision: 'withdrawn' });
		expect(today.decided_on).toBe(new Date().toISOString().slice(0, 10));
		const { consents, ...dates } = await one(path, 'consents.decision,consent_given_on,consent_withdrawn_on');
		expect(dates).toEqual({ consent_given_on: '2023-10-09', consent_withdrawn_on: today.decided_on });
		expect(consents.map(({ decision }: { decision: string }) => decision).sort()).toEqual([
			'given',
			'refused',
			'withdrawn',
		]);
	});

	it('after the start is a breach that shows, typed or loaded, as does what a file lacks', async () => {
		const line = { contract: world.north.reference, cpa: 9, route: 'third_party', received_on: '2023-10-02' };
		const past = { initial_meeting_on: '2023-10-09', initial_meeting_outcome: 'start', start_on: '2023-10-16' };
		const plan = {
			diagnostic_interview_on: '2023-10-16',
			action_plan_agreed_on: '2023-10-27',
			action_plan_evidence: 'wet',
		};
		const caseload = csv('caseload', [
			{ ...line, ...past, ...plan, reference: 'LATE', dwp_customer: 'no', consent_given_on: '2023-10-20' },
		]);
		expect((await world.admin.upload('/caseload/import', { caseload })).status).toBe(200);
		const { body } = await world.north.mi.get(`/pmi/${world.north.reference}/2023-10`);
		const codes = body.data.exceptions
			.filter(({ reference }: { reference: string }) => reference === 'LATE')
			.map(({ code }: { code: string }) => code);
		expect(codes).toEqual([
			'consent_after_start',
			'eligibility_incomplete',
			'interview_incomplete',
			'plan_not_on_record',
		]);
	});
});

describe('becoming a DWP customer (J38)', () => {
	it('has its day: number, notice and what is to do follow from it', async () => {
		const { mentee, path } = await agreed(NOT_A_CUSTOMER);
		await made('consents', { mentee, decision: 'given', decided_on: '2023-10-09', ...STATEMENT });
		await mentor.patch(path, { start_on: '2023-10-16' });
		expect(refused(await mentor.patch(path, { nino: 'QQ123456C' }))).toEqual(['nino']);
		expect(refused(await mentor.patch(path, { customer_since_on: '2023-11-06' }))).toEqual(['customer_since_on']);
		const became = { dwp_customer: 'yes', customer_since_on: '2023-11-06', nino: 'QQ123456C' };
		expect(refused(await mentor.patch(path, { ...became, customer_since_on: '2099-01-01' }))).toEqual([
			'customer_since_on',
		]);
		expect((await mentor.patch(path, became)).status).toBe(200);
		expect(await outstanding(path)).toContain('customer_notice_missing');
		expect(refused(await mentor.patch(path, { customer_notice_on: '2023-11-05' }))).toEqual(['customer_notice_on']);
		await mentor.patch(path, { customer_notice_on: '2023-11-06' });
		expect(await outstanding(path)).not.toContain('customer_notice_missing');
	});
});
