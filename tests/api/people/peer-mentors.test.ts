/** The people of a contract: hours, offices, Mentees for each FTE (Annex C, 1.20 to 1.22, 2.26). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, contract, end, made, manager, mentor, rows, world, type Row } from '../../support/scenes/contract.ts';
import { STARTS } from '../../support/complete-forms.ts';

beforeAll(begin);
afterAll(end);

describe('the people of a contract (C05, C06, C16, J12, J15, J16)', () => {
	it('have FTE of their hours, forty to one', async () => {
		const peer_mentor = await world.mentor(world.north.id);
		const part = { peer_mentor, contract, delivery_area: 'denbighshire', weekly_hours: 30, starts_on: '2024-01-01' };
		expect(Number((await made('fte_assignments', part)).fte)).toBe(0.75);
	});

	it('visit their dedicated offices every week: what is missing shows as a gap', async () => {
		const [assignment] = await rows('fte_assignments', `filter[peer_mentor][_eq]=${world.north.mentors[0]!.id}`);
		const outside = { fte_assignment: assignment!.id, jobcentre_office: 'rhyl' };
		expect((await manager.post('/items/fte_assignments_offices', outside)).body.errors[0].extensions.field).toBe(
			'jobcentre_office',
		);
		await made('fte_assignments_offices', { ...outside, jobcentre_office: 'wrexham' });
		const weeks = await rows('office_visit_weeks', 'sort=-week_starts_on', mentor);
		expect(weeks).toHaveLength(13);
		expect(weeks.map(({ gap }) => Boolean(gap))).toEqual([false, ...Array(12).fill(true)]);

		const monday = weeks[1]!.week_starts_on as string;
		const visit = { jobcentre_office: 'wrexham', visited_on: monday, arrived_at: '09:30', left_at: '16:00' };
		const stored = await made('office_visits', visit, mentor);
		expect(stored).toMatchObject({
			peer_mentor: world.north.mentors[0]!.id,
			mentor_user: world.north.mentors[0]!.user,
		});
		const [visited] = await rows('office_visit_weeks', `filter[week_starts_on][_eq]=${monday}`, mentor);
		expect(visited).toMatchObject({ visits: 1 });
		expect(Boolean(visited!.gap)).toBe(false);
		expect(await rows('office_visits', '', world.north.mentors[1]!.client)).toEqual([]);
	});

	it('have a weekly pattern for each of their offices, and a planned day without a visit shows (C22)', async () => {
		const peer_mentor = world.north.mentors[0]!.id;
		const pattern = { peer_mentor, jobcentre_office: 'wrexham', weekday: 'tuesday', from_on: '2024-01-01' };
		const refused = async (change: Row) =>
			(await manager.post('/items/attendance_patterns', { ...pattern, ...change })).body.errors[0].extensions.field;
		expect(await refused({ jobcentre_office: 'rhyl' })).toBe('jobcentre_office');
		expect(await refused({ arrives_at: '08:00' })).toBe('arrives_at');
		expect((await mentor.post('/items/attendance_patterns', pattern)).status).toBe(403);
		await made('attendance_patterns', pattern);
		expect(await refused({})).toBe('weekday');
		const weeks = await rows('office_visit_weeks', 'sort=-week_starts_on', mentor);
		// Last week was visited on its Monday, the one before not at all; a bank holiday is not planned.
		for (const { planned, missed } of weeks.slice(1, 3)) expect(missed).toBe(planned);
		expect(weeks.slice(1, 3).some(({ planned }) => planned === 1)).toBe(true);
		expect(await rows('attendance_patterns', '', mentor)).toHaveLength(1);
		expect(await rows('attendance_patterns', '', world.north.mentors[1]!.client)).toEqual([]);
	});

	it('have as many Mentees for each FTE in twelve months as met somebody, without those who withdrew consent', async () => {
		const own = world.north.mentors[0]!;
		const recently = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
		const meet = async (name: string) => {
			const person = { first_name: 'Load', last_name: name, route: 'jobcentre_plus', received_on: recently(60) };
			const { id: referral } = await made('referrals', person, mentor);
			await made('initial_meetings', { referral, held_on: recently(55), ...STARTS }, mentor);
			const [mentee] = await rows('mentees', `filter[referral][_eq]=${referral}&fields=id`, mentor);
			const session = { held_on: recently(50), mode: 'face_to_face', attendance: 'attended', minutes: 60 };
			await made('sessions', { mentee: mentee!.id, ...session }, mentor);
			return mentee!.id;
		};
		await meet('Test-One');
		const withdrew = await meet('Test-Two');
		await made('consents', { mentee: withdrew, decision: 'withdrawn', decided_on: recently(1) }, mentor);
		// Any record of a mentor's presence brings the figures up to date, as every night does.
		const focusGroup = { contract, kind: 'focus_group', taken_by: 'supplier_representative', held_on: '2024-02-01' };
		await made('evaluation_participation', focusGroup);
		const [figures] = await rows(
			'peer_mentors',
			`filter[id][_eq]=${own.id}&fields=mentees_in_12_months,mentees_per_fte`,
		);
		expect(figures!.mentees_in_12_months).toBe(1);
		expect(Number(figures!.mentees_per_fte)).toBe(1);
		expect((await world.buyer.get('/items/peer_mentors?fields=reference,evaluation_interviews')).status).toBe(200);
		for (const field of ['name', 'mentees_per_fte', 'mentees_in_12_months']) {
			expect([field, (await world.buyer.get(`/items/peer_mentors?fields=${field}`)).status]).toEqual([field, 403]);
		}
	});

	it('stand with their manager until lived experience, vetting, training, pay and supervision are there', async () => {
		const peer_mentor = world.north.mentors[0]!.id;
		const missing = async () =>
			(await rows('peer_mentors', `filter[id][_eq]=${peer_mentor}&fields=outstanding`))[0]!.outstanding;
		const fit = { lived_experience_attested_on: '2023-01-09', vetting: 'cleared', employment_basis: 'unpaid' };
		await manager.patch(`/items/peer_mentors/${peer_mentor}`, fit);
		expect(await missing()).toEqual(['training_missing', 'pay_missing', 'supervision_missing']);
		for (const topic of ['encouraging_disclosure', 'traumatic_experiences', 'keeping_a_distance', 'complex_needs']) {
			expect(await missing()).toContain('training_missing');
			await made('training_records', { peer_mentor, topic, completed_on: '2023-03-01' });
		}
		await made('supervisions', { peer_mentor, held_on: '2024-01-08' });
		expect(await missing()).toEqual(['pay_missing']);
		await manager.patch(`/items/peer_mentors/${peer_mentor}`, { employment_basis: 'paid_employee' });
		expect(await missing()).toBeNull();
	});

	it('say themselves whether they can work in Welsh, and change nothing else of their record', async () => {
		const own = `/items/peer_mentors/${world.north.mentors[0]!.id}`;
		expect((await mentor.patch(`${own}?fields=works_in_welsh`, { works_in_welsh: 'no' })).body.data).toEqual({
			works_in_welsh: 'no',
		});
		expect((await mentor.patch(own, { vetting: 'cleared' })).status).toBe(403);
		const colleague = `/items/peer_mentors/${world.north.mentors[1]!.id}`;
		expect((await mentor.patch(colleague, { works_in_welsh: 'yes' })).status).toBe(403);
		expect((await world.buyer.get('/items/peer_mentors?fields=works_in_welsh')).status).toBe(403);
	});

	it('of whom somebody has asked for Welsh stand with their manager until they work in it (L01)', async () => {
		const own = world.north.mentors[0]!.id;
		const outstanding = async () =>
			(await rows('peer_mentors', `filter[id][_eq]=${own}&fields=outstanding`))[0]!.outstanding;
		const person = { first_name: 'Welsh', last_name: 'Test-Speaker', preferred_language: 'cy-GB' };
		const referral = { ...person, route: 'jobcentre_plus', received_on: '2024-01-08' };
		const { id } = await made('referrals', referral, mentor);
		await made('initial_meetings', { referral: id, held_on: '2024-01-10', ...STARTS }, mentor);
		expect(await outstanding()).toEqual(['welsh_missing']);
		await manager.patch(`/items/peer_mentors/${own}`, { works_in_welsh: 'yes' });
		expect(await outstanding()).toBeNull();
	});

	it('upskill Jobcentre staff, and take part in the evaluation', async () => {
		const upskilling = {
			jobcentre_office: 'wrexham',
			held_on: '2024-02-01',
			attendees: 6,
			topic: 'Spotting a dependency',
		};
		expect(await made('upskilling_sessions', upskilling, mentor)).toMatchObject({ supplier: world.north.id });
		const peer_mentor = world.north.mentors[0]!.id;
		const interview = {
			contract,
			kind: 'interview',
			taken_by: 'peer_mentor',
			peer_mentor,
			held_on: '2024-02-01',
			minutes: 60,
		};
		await made('evaluation_participation', interview);
		const [counted] = await rows(
			'peer_mentors',
			`filter[id][_eq]=${peer_mentor}&fields=evaluation_interviews,evaluation_interviews_missing`,
		);
		expect(counted).toEqual({ evaluation_interviews: 1, evaluation_interviews_missing: 1 });
		const owing = 'fields=representative_interviews_missing,focus_group_due_on';
		const [owed] = await rows('call_off_contracts', owing);
		expect(owed).toEqual({ representative_interviews_missing: 1, focus_group_due_on: '2024-05-01' });
	});
});

describe('third parties (C26)', () => {
	it('are told of the Trial with what the Buyer has approved, and a link that is made is kept', async () => {
		const product = { contract, name: 'Leaflet', kind: 'leaflet', submitted_on: '2024-01-08' };
		const draft = await made('marketing_products', product);
		const approval = { status: 'approved', approved_on: '2024-01-10', approved_by: 'Contract manager' };
		const approved = await made('marketing_products', { ...product, ...approval });
		const contact = { contacted_on: '2024-01-15', organisation: 'Test Surgery', organisation_type: 'health_service' };
		const given = (material: unknown, client = mentor) =>
			client.post('/items/outreach_contacts?fields=*', { ...contact, material, copies: 20, link_made: true });
		expect((await given(draft.id)).body.errors[0].extensions.field).toBe('material');
		expect((await given(approved.id, world.west.mentors[0]!.client)).status).toBe(400);
		const { body } = await given(approved.id);
		expect(body.data).toMatchObject({ peer_mentor: world.north.mentors[0]!.id, copies: 20 });
		const [seen] = await rows('outreach_contacts', '', world.buyer);
		expect(seen).toMatchObject({ organisation: 'Test Surgery', material: approved.id });
		expect(seen).not.toHaveProperty('contact');
		expect(await rows('outreach_contacts', '', world.north.mentors[1]!.client)).toEqual([]);
	});
});

describe('a Peer Mentor of another Supplier', () => {
	it('is named in no record of this one', async () => {
		const stranger = world.west.mentors[0]!.id;
		const interview = {
			contract,
			kind: 'interview',
			taken_by: 'peer_mentor',
			peer_mentor: stranger,
			held_on: '2024-02-01',
		};
		const { status, body } = await manager.post('/items/evaluation_participation', interview);
		expect([status, body.errors[0].extensions.field]).toEqual([400, 'peer_mentor']);
	});
});
