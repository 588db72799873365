/** The way of a person through the support, as their records tell it (Section 2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { STATEMENT, SMART_ACTION } from '../../support/complete-forms.ts';

async function outstanding(path: string): Promise<string[]> {
	return (await mentor.get(`${path}?fields=outstanding`)).body.data.outstanding;
}

beforeAll(begin);
afterAll(end);

describe('what is left to do for a person', () => {
	it('is listed until it is done (J06, J07, J11, J26)', async () => {
		const { path, mentee } = await agreed();
		expect(await outstanding(path)).toEqual(['result_not_told']);
		await mentor.patch(path, { start_on: '2023-10-16' });
		expect(await outstanding(path)).toEqual(['result_not_told', 'nino_missing', 'disclosure_missing', 'dropout_due']);
		await mentor.patch(path, { nino: 'QQ123456C', disclosure: 'disclosed_after_joining', disclosed_on: '2023-11-01' });
		const told = { mentee, told_to: 'work_coach', told_on: '2023-10-10', method: 'phone' };
		await made('notifications_to_jobcentre', { ...told, about: 'referral_result', result: 'will_start' });
		expect(await outstanding(path)).toEqual(['dropout_due']);
		await mentor.patch(path, { ended_on: '2023-12-01', end_reason: 'moved_away' });
		// One thing to do, which says on the form what it is made of; then what has a screen of its own.
		expect(await outstanding(path)).toEqual(['leaving_unfinished']);
		const { body } = await mentor.get(`${path}?fields=leaving_missing`);
		expect(body.data.leaving_missing).toEqual(['destination', 'sharing_encouraged', 'next_steps', 'jobcentre_told']);
		await mentor.patch(path, { destination: 'treatment', sharing_encouraged: true, next_steps: 'A place in Rhyl' });
		expect(await outstanding(path)).toEqual(['jobcentre_not_told_of_end']);
		const end = { ...told, told_to: 'single_point_of_contact', about: 'left_early', told_on: '2023-12-01' };
		await made('notifications_to_jobcentre', end);
		expect(await outstanding(path)).toEqual([]);
	});

	it('says that the analysts hear of new contact details of somebody whom Jobcentre Plus does not know (J23)', async () => {
		const { path, mentee } = await agreed(NOT_A_CUSTOMER);
		await made('consents', { mentee, decision: 'given', decided_on: '2023-10-09', ...STATEMENT });
		await mentor.patch(path, { start_on: '2023-10-16' });
		expect(await outstanding(path)).not.toContain('analysts_not_told_of_contact');
		await mentor.patch(path, { phone: '01632 960111' });
		expect(await outstanding(path)).toContain('analysts_not_told_of_contact');
		const today = new Date().toISOString().slice(0, 10);
		const told = { mentee, told_to: 'analysts', about: 'contact_details', told_on: today };
		await made('notifications_to_jobcentre', told);
		expect(await outstanding(path)).not.toContain('analysts_not_told_of_contact');
	});
});

describe('eligibility (J05)', () => {
	it('is stored with who decided it, when, and on what assurance', async () => {
		const person = { first_name: 'Test', last_name: 'Person', received_on: '2023-10-02', route: 'jobcentre_plus' };
		const { id: referral } = await made('referrals', person);
		const meeting = {
			referral,
			held_on: '2023-10-09',
			outcome: 'declined',
			assurance: 'Asked about work and benefits',
		};
		expect(await made('initial_meetings', meeting)).toMatchObject({
			decided_by: world.north.mentors[0]!.id,
			decided_on: '2023-10-09',
			assurance: 'Asked about work and benefits',
		});
		const missed = { referral, held_on: '2023-10-10', outcome: 'did_not_attend' };
		expect(await made('initial_meetings', missed)).toMatchObject({ decided_by: null, decided_on: null });
	});
});

describe('engagement (J14, J34)', () => {
	it('shows the digital share; sessions under a face-to-face restriction do not count against it', async () => {
		const { path, mentee } = await agreed();
		await mentor.patch(path, { start_on: '2023-10-16' });
		const meet = (held_on: string, mode: string) =>
			made('sessions', { mentee, held_on, mode, minutes: 60, attendance: 'attended', digital_agreed: true });
		for (const day of ['2023-10-16', '2023-10-23', '2023-10-30']) await meet(day, 'face_to_face');
		const digital = await meet('2023-11-06', 'digital');
		const shown = async () => {
			const { body } = await mentor.get(`${path}?fields=face_to_face_sessions,digital_percent,sessions_counted`);
			return { ...body.data, digital_percent: Number(body.data.digital_percent) };
		};
		expect(await shown()).toEqual({ face_to_face_sessions: 3, digital_percent: 25, sessions_counted: 4 });
		expect(await outstanding(path)).toContain('digital_share_reached');
		const contract = world.north.contract;
		const period = { contract, from_on: '2023-11-01', until_on: '2023-11-30', reason: 'Restrictions' };
		await made('restriction_periods', period, manager);
		expect(await shown()).toEqual({ face_to_face_sessions: 3, digital_percent: 0, sessions_counted: 4 });
		const { body } = await mentor.get(`/items/sessions/${digital.id}?fields=under_restriction,digital_agreed`);
		expect(body.data).toEqual({ under_restriction: true, digital_agreed: true });
	});

	it('warns before the digital session that would pass 20 percent, not before the one that keeps to it', async () => {
		const { path, mentee } = await agreed();
		await mentor.patch(path, { start_on: '2024-10-14' });
		const reached = async () =>
			(await mentor.get(`${path}?fields=digital_limit_reached`)).body.data.digital_limit_reached;
		const session = { mentee, mode: 'face_to_face', minutes: 60, attendance: 'attended' };
		for (const day of ['2024-10-14', '2024-10-21', '2024-10-28']) await made('sessions', { ...session, held_on: day });
		expect(await reached()).toBe(true);
		await made('sessions', { ...session, held_on: '2024-11-04' });
		expect(await reached()).toBe(false);
	});
});

describe('where and how sessions are held (J14, J36)', () => {
	it('shows an unapproved place and a digital first session until they are put right; another contract’s place is refused', async () => {
		const { mentee } = await agreed();
		const place = await made('session_places', { contract: world.north.contract, name: 'Library' }, manager);
		const session = { mentee, mode: 'face_to_face', attendance: 'attended' };
		const first = await made('sessions', { ...session, held_on: '2023-10-16', mode: 'digital', digital_agreed: true });
		const second = await made('sessions', { ...session, held_on: '2023-10-23', place: place.id });
		const shown = async ({ id }: { id?: unknown }) =>
			(await mentor.get(`/items/sessions/${id}?fields=attention`)).body.data.attention;
		expect([await shown(first), await shown(second)]).toEqual([['first_digital'], ['place_not_approved']]);
		await manager.patch(`/items/session_places/${place.id}`, {
			approved_by: 'Contract manager',
			approved_on: '2023-10-02',
		});
		expect(await shown(second)).toBeNull();
		const other = { contract: world.west.contract, name: 'Elsewhere' };
		const { id } = await made('session_places', other, world.west.manager);
		const { body } = await mentor.post('/items/sessions', { ...session, held_on: '2023-10-30', place: id });
		expect(body.errors[0].message).toContain('not on the list of this Mentee’s');
		expect((await mentor.get('/items/session_places?fields=name')).body.data).toEqual([{ name: 'Library' }]);
	});
});

describe('local services (J37)', () => {
	it('are a Supplier’s own, kept by mentors, and picked from in support, actions and the end', async () => {
		const { mentee, path } = await agreed();
		const group = {
			name: 'Recovery group',
			kind: 'mutual_aid',
			delivery_area: 'wrexham',
			languages: ['en-GB', 'cy-GB'],
		};
		const service = await made('local_services', { ...group, checked_on: '2024-01-08' });
		const entered = { mentee, kind: 'other_service', entered_on: '2023-11-01' };
		await made('support_engagements', { ...entered, local_service: service.id });
		const plan = await made('action_plans', { mentee });
		await made('actions', { action_plan: plan.id, what: 'Go there', due_on: '2024-01-08', local_service: service.id });
		expect((await mentor.patch(path, { onward_service: service.id })).status).toBe(200);
		const other = await made('local_services', { ...group, name: 'Not theirs' }, world.west.manager);
		const { body } = await mentor.post('/items/support_engagements', { ...entered, local_service: other.id });
		expect(body.errors[0].message).toContain('not in your directory');
		expect((await mentor.get('/items/local_services?fields=name')).body.data).toEqual([{ name: 'Recovery group' }]);
	});
});

describe('a plan (J24, J25, J33)', () => {
	it('is kept as it was with every review, and shows the Buyer’s programme the Mentee is on', async () => {
		const { mentee } = await agreed();
		const plan = await made('action_plans', { mentee, goal: 'A job' });
		const { id } = await made('actions', { action_plan: plan.id, ...SMART_ACTION, status: 'open' });
		await mentor.patch(`/items/action_plans/${plan.id}`, { agreed_on: '2023-10-20', evidence: 'wet' });
		const reviewed = { action_plan: plan.id, reviewed_on: '2023-11-06', summary: 'Both actions' };
		const empty = await mentor.post('/items/plan_reviews', reviewed);
		expect(empty.body.errors[0].extensions.field).toBe('result');
		const review = await made('plan_reviews', { ...reviewed, result: 'updated' });
		await mentor.patch(`/items/actions/${id}`, { status: 'done' });
		const { body } = await mentor.get(`/items/plan_reviews/${review.id}?fields=plan_then`);
		expect(body.data.plan_then).toMatchObject({
			goal: 'A job',
			actions: [{ what: 'Ring the service', status: 'open' }],
		});
		await made('support_engagements', { mentee, kind: 'buyer_programme', programme: 'restart_scheme' });
		const shown = await mentor.get(`/items/action_plans/${plan.id}?fields=buyer_programmes`);
		expect(shown.body.data.buyer_programmes).toEqual(['restart_scheme']);
	});
});

describe('what the platform works out from a person’s records', () => {
	it('is the type of addiction, the surveys that follow, and the benefits at the start (J23, J28)', async () => {
		const { path, mentee } = await agreed();
		await mentor.patch(path, { substances: ['alcohol', 'cannabis'], benefits: ['universal_credit'] });
		await mentor.patch(path, { start_on: '2023-10-16' });
		await mentor.patch(path, { benefits: ['personal_independence_payment'] });
		const { body } = await mentor.get(`${path}?fields=addiction_group,benefits_at_start,benefits`);
		expect(body.data).toEqual({
			addiction_group: 'non_opiate_and_alcohol',
			benefits_at_start: ['universal_credit'],
			benefits: ['personal_independence_payment'],
		});
		expect(await made('baseline_surveys', { mentee, completed_on: '2023-10-31' })).toMatchObject({
			six_months_due_on: '2024-04-30',
			twelve_months_due_on: '2024-10-31',
		});
	});
});
