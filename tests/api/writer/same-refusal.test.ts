/**
 * One rule, every way in: the same record is refused with the same words by `POST` or `PATCH /items`, in a batch, in a
 * nested write, over GraphQL and, where a file can say it, by the import; and nothing is changed by any of them. (What
 * is new cannot be made over GraphQL: its schema asks for whole parents and owners, which the platform fills in.)
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import {
	atJobcentre,
	begin,
	end,
	everything,
	mentor,
	met,
	people,
	PERSON,
	refusedAlike,
	waysToChange,
	waysToCreate,
	world,
	type Record_,
} from '../../support/scenes/same-refusal.ts';

beforeAll(begin);
afterAll(end);

describe('the same words refuse a new record, whichever way it comes', () => {
	it.each<[string, Record_, RegExp]>([
		['on a bank holiday of the office’s nation (1.11)', { ...atJobcentre, held_on: '2023-12-25' }, /bank holiday/],
		['at a weekend (1.11)', { ...atJobcentre, held_on: '2023-10-14' }, /weekend/],
		['after closing time (1.11)', { ...atJobcentre, started_at: '17:30' }, /09:00 to 17:00/],
		['that finds somebody eligible outside every area (2.1)', { ...met, lives_in_area: 'no' }, /not eligible/],
		['that finds somebody under 18 eligible (2.1)', { ...met, aged_18_or_over: 'no' }, /under 18/],
		[
			'that finds somebody eligible without a dependency (2.1)',
			{ ...met, dependency_is_a_barrier: false },
			/dependency/,
		],
		['that finds somebody eligible with neither (2.2)', { ...met, benefit_position: 'neither' }, /neither claims/],
		['before the referral', { ...met, held_on: '2023-09-01' }, /before the date of the referral/],
		[
			'elsewhere than the Jobcentre that referred, without a word why (2.24)',
			{ ...met, place: 'digital' },
			/somewhere else/,
		],
		['without an outcome', { held_on: '2023-10-09' }, /cannot be left empty/],
	])('an initial meeting %s', async (_, record, message) => {
		const { referral } = people.referred;
		const parent = { collection: 'referrals', key: referral, field: 'referral' };
		await refusedAlike(waysToCreate(mentor, 'initial_meetings', { referral, ...record }, parent), message);
	});

	it('a third party’s referral without permission (2.8)', async () => {
		const record = { ...PERSON, contract: world.north.contract, cpa: 9, route: 'third_party' };
		await refusedAlike(waysToCreate(mentor, 'referrals', record), /only with that person’s permission/);
	});

	it.each<[string, string, Record_, RegExp]>([
		[
			'support on a Buyer’s programme that is not named (3.5)',
			'support_engagements',
			{ kind: 'buyer_programme' },
			/needed with the answer/,
		],
		[
			'support that ends before it begins',
			'support_engagements',
			{ kind: 'treatment', entered_on: '2024-02-01', ended_on: '2024-01-01' },
			/comes first/,
		],
		[
			'a digital session of which nobody says whether it was agreed (2.20)',
			'sessions',
			{ held_on: '2023-11-01', mode: 'digital', attendance: 'attended', minutes: 60 },
			/needed with the answer/,
		],
		[
			'a session at a place of no list of the contract (2.26)',
			'sessions',
			{
				held_on: '2023-11-01',
				mode: 'face_to_face',
				attendance: 'attended',
				place: '00000000-0000-4000-8000-000000000000',
			},
			/not on the list of this Mentee’s/,
		],
		['a consent of tomorrow', 'consents', { decision: 'given', decided_on: '2099-01-01' }, /in the future/],
		[
			'travel to a session that was not attended (2.25)',
			'travel_claims',
			{
				travelled_to: 'session',
				session: '00000000-0000-4000-8000-000000000000',
				travelled_on: '2023-10-16',
				amount_pence: 250,
			},
			/attended face to face/,
		],
		[
			'travel that cost nothing',
			'travel_claims',
			{ travelled_to: 'interview', interview: 'A bakery', travelled_on: '2023-10-16', amount_pence: 0 },
			/1 or more/,
		],
		[
			'a session of twelve hours',
			'sessions',
			{ held_on: '2023-11-01', mode: 'digital', attendance: 'attended', minutes: 720, digital_agreed: true },
			/720 minutes/,
		],
	])('%s', async (_, collection, record, message) => {
		const { mentee } = people.customer;
		const parent = { collection: 'mentees', key: mentee, field: 'mentee' };
		await refusedAlike(waysToCreate(mentor, collection, { mentee, ...record }, parent), message);
	});

	it('an appointment on a bank holiday of the Jobcentre where it is arranged (1.11, 2.6)', async () => {
		const arranged = {
			...{ meeting_arranged_on: '2023-12-26', meeting_arranged_at: '10:00' },
			...{ meeting_arranged_place: 'jobcentre_plus', meeting_arranged_office: 'wrexham' },
		};
		const record = { ...PERSON, ...arranged, contract: world.north.contract, cpa: 9, route: 'jobcentre_plus' };
		await refusedAlike(waysToCreate(mentor, 'referrals', record), /bank holiday/);
	});

	it('a visit to a Jobcentre on a bank holiday (1.11, 2.22)', async () => {
		const peer_mentor = world.north.mentors[0]!.id;
		const visit = {
			peer_mentor,
			jobcentre_office: 'wrexham',
			visited_on: '2023-12-26',
			arrived_at: '10:00',
			left_at: '12:00',
		};
		await refusedAlike(waysToCreate(mentor, 'office_visits', visit), /bank holiday/);
	});

	it('an assignment over the maximum of Annex C (1.22)', async () => {
		const { contract, id } = world.north;
		const assignment = { contract, delivery_area: 'wrexham', weekly_hours: 40, starts_on: '2024-01-01' };
		for (let fte = 2; fte < 5; fte++) {
			const made = await world.north.manager.post('/items/fte_assignments', {
				...assignment,
				peer_mentor: await world.mentor(id),
			});
			expect(made.status).toBe(200);
		}
		const one = { ...assignment, peer_mentor: await world.mentor(id) };
		await refusedAlike(waysToCreate(world.north.manager, 'fte_assignments', one), /its maximum is 5 \(Annex C\)/);
	});

	it('a marketing product in use that the Buyer has not approved (5.6)', async () => {
		const product = { contract: world.north.contract, name: 'Leaflet', kind: 'leaflet', in_use: true };
		await refusedAlike(
			waysToCreate(world.north.manager, 'marketing_products', product),
			/only once the Buyer has approved/,
		);
	});
});

describe('the same words refuse a change, whichever way it comes', () => {
	it.each<[string, keyof typeof people, Record_, RegExp, Record_?]>([
		[
			'a start without consent of somebody who is no DWP customer (2.26)',
			'other',
			{ start_on: '2023-10-16' },
			/has not given consent/,
		],
		[
			'a start after the Last Start Date (2.29)',
			'customer',
			{ start_on: '2025-01-13' },
			/after the Last Start Date/,
			{ start_on: '2025-01-13' },
		],
		[
			'a NINO of somebody who is no DWP customer (2.6)',
			'other',
			{ nino: 'QQ123456C' },
			/only for a DWP customer/,
			{ nino: 'QQ123456C' },
		],
		[
			'a Dropout before five weeks have passed (Annex E)',
			'customer',
			{ ended_on: '2023-11-10', end_reason: 'dropout', end_reason_detail: 'No answer' },
			// A file of the past may say it: it is loaded, and stands among the exceptions.
			/20 November 2023 or later/,
		],
		[
			'a completion without the final review (1.16)',
			'customer',
			{ ended_on: '2024-03-01', end_reason: 'completed', next_steps: 'Work' },
			/reviewed at the final meeting/,
		],
		[
			'a completion without next steps (1.16)',
			'customer',
			{ ended_on: '2024-03-01', end_reason: 'completed', final_review_on: '2024-03-01' },
			/next steps/,
		],
		[
			'a Dropout without a word why (2.27)',
			'customer',
			{ ended_on: '2024-03-01', end_reason: 'dropout' },
			/few words why the support ended/,
		],
		[
			'a disclosure after joining without its date (3.5)',
			'customer',
			{ disclosure: 'disclosed_after_joining' },
			/needed with the answer/,
		],
		[
			'no benefits together with a benefit (2.2)',
			'customer',
			{ benefits: ['none', 'universal_credit'] },
			/cannot be chosen together/,
		],
	])('%s', async (_, who, change, message, row) => {
		const said = await refusedAlike(waysToChange(people[who], change), message);
		if (!row) return;
		// A file can say it too: the whole record as it stands, with the change.
		const known = {
			customer: { route: 'jobcentre_plus', dwp_customer: 'yes' },
			other: { route: 'third_party', dwp_customer: 'no' },
		};
		const record = {
			...PERSON,
			...known[who as 'customer' | 'other'],
			contract: world.north.reference,
			cpa: 9,
			mentor_email: world.north.mentors[0]!.email,
			reference: people[who].reference,
			...row,
		};
		const before = await everything();
		const { status, body } = await world.north.mi.upload('/caseload/import', {
			caseload: csv('caseload', [record as never]),
		});
		expect(status).toBe(400);
		expect(body.errors.map((error: { message: string }) => error.message).join('\n')).toContain(said);
		expect(await everything()).toBe(before);
	});

	it('an assignment that crosses a District (1.21, C1.4)', async () => {
		const { body } = await world.north.manager.get('/items/fte_assignments?limit=1&fields=id');
		await world.admin.post('/items/contract_cpas', { contract: world.north.contract, contract_package_area: 8 });
		const path = `/items/fte_assignments/${body.data[0].id}`;
		const change = { delivery_area: 'partick' };
		await refusedAlike(
			{
				'PATCH /items/:id': () => world.north.manager.patch(path, change),
				'a batch': () => world.north.manager.patch('/items/fte_assignments', [{ id: body.data[0].id, ...change }]),
			},
			/a Peer Mentor stays in the District that they were assigned to/,
		);
	});

	it('in Welsh to whoever reads Welsh', async () => {
		await mentor.patch('/users/me', { language: 'cy-GB' });
		const { GraphQL: _, ...ways } = waysToChange(people.other, { start_on: '2023-10-16' });
		await refusedAlike(ways, /nid yw wedi rhoi cydsyniad/);
		await mentor.patch('/users/me', { language: 'en-GB' });
	});
});

describe('what is refused until its reason is gone', () => {
	it('a start, once consent is recorded, in the same save too', async () => {
		const { mentee } = people.other;
		const consents = {
			create: [{ decision: 'given', decided_on: '2023-10-09', statement_version: '1', language: 'en-GB' }],
			update: [],
			delete: [],
		};
		const saved = await mentor.patch(`/items/mentees/${mentee}?fields=start_on`, { start_on: '2023-10-16', consents });
		expect(saved.body.data).toEqual({ start_on: '2023-10-16' });
		const { body } = await mentor.get(`/items/mentees/${mentee}?fields=consent_given_on,consents.read_by`);
		expect(body.data).toEqual({ consent_given_on: '2023-10-09', consents: [{ read_by: world.north.mentors[0]!.id }] });
	});

	it('a Dropout, five weeks after the last session; it can be taken back', async () => {
		const path = `/items/mentees/${people.customer.mentee}?fields=stage`;
		const dropout = { ended_on: '2023-11-20', end_reason: 'dropout', end_reason_detail: 'No answer since October' };
		await mentor.patch(path, dropout);
		expect((await mentor.get(path)).body.data.stage).toBe('left');
		await mentor.patch(path, { ended_on: null, end_reason: null, end_reason_detail: null });
		expect((await mentor.get(path)).body.data.stage).toBe('started');
	});
});
