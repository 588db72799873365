/** Records what the files of an import say as people do it in the forms: one record after the other, over REST. */
import type { Client } from '../client.ts';
import { deliveryAreas } from '../../../seed/reference/annex-c.ts';
import { CASELOAD, type Files, type Line } from './caseload.ts';
import { agreed, benefitsOf, endOf, equal, pick, type Body } from './form-answers.ts';
import { criteriaOf, INTERVIEWED, PLANNED, STATEMENT } from '../complete-forms.ts';

/** What a form asks for and no file carries; whoever has loaded the files enters it afterwards. */
const PERMISSION = { permission_obtained: true };

const PERSON = ['first_name', 'last_name', 'phone', 'email', 'aged_18_or_over', 'preferred_language', 'dwp_customer'];

export class Forms {
	private readonly admin: Client;

	constructor(admin: Client) {
		this.admin = admin;
	}

	/** Everything of the files, in the order in which it happens. */
	async record({ contracts, mentors, caseload, sessions }: Files): Promise<void> {
		for (const line of contracts) await this.contract(line);
		for (const line of mentors) await this.mentor(line);
		for (const line of caseload) {
			await this.referral(line);
			await this.journey(
				line,
				sessions.filter(({ reference }) => reference === line.reference),
			);
		}
	}

	/** The changes, each in the form of the record that it is about. */
	async correct({ contracts, mentors, caseload, sessions }: Files): Promise<void> {
		for (const { reference, total_value, implementation_costs, working_day_calendar } of contracts) {
			const pence = (pounds: Line[string] | undefined) => Math.round(Number(pounds) * 100);
			const money = { total_value_pence: pence(total_value), implementation_costs_pence: pence(implementation_costs) };
			await this.change('call_off_contracts', { reference }, { working_day_calendar, ...(total_value ? money : {}) });
		}
		for (const { email, last_name, weekly_hours, to } of mentors) {
			const { id } = await this.mentorOf(email);
			await this.patch('peer_mentors', id, { last_name });
			await this.change('fte_assignments', { peer_mentor: id }, { weekly_hours, ends_on: to });
		}
		for (const line of caseload) {
			const before = CASELOAD.caseload.find(({ reference }) => reference === line.reference) as Line;
			await this.correctJourney(
				line,
				Object.keys(line).filter((column) => line[column] !== before[column]),
			);
		}
		for (const { reference, held_on, ...rest } of sessions) {
			const { id: mentee } = await this.find('mentees', { reference });
			const { body } = await this.admin.get(`/items/sessions?filter[mentee]=${mentee}&filter[held_on]=${held_on}`);
			if (body.data.length === 0) await this.add('sessions', { mentee, held_on, ...rest, ...agreed(rest) });
			else await this.patch('sessions', body.data[0].id, { ...rest, ...agreed(rest) });
		}
	}

	private async correctJourney(line: Line, changed: readonly string[]): Promise<void> {
		const { reference } = line;
		const { id: referral } = await this.find('referrals', { reference });
		const of = (columns: readonly string[]) =>
			pick(
				line,
				columns.filter((column) => changed.includes(column)),
			);
		const write = async (collection: string, where: Body, columns: readonly string[], named: Body = {}) => {
			const change = { ...of(columns), ...named };
			if (Object.keys(change).length > 0) await this.change(collection, where, change);
		};
		await write('referrals', { id: referral }, ['received_on', ...PERSON]);
		if (changed.includes('initial_meeting_on')) return this.journey(line, []);
		await write(
			'initial_meetings',
			{ referral },
			[],
			changed.includes('initial_meeting_outcome') ? { ...criteriaOf(line), outcome: line.initial_meeting_outcome } : {},
		);
		if (changed.includes('nino')) await this.change('referrals', { id: referral }, { benefits: benefitsOf(line) });
		const [mentee] = (await this.admin.get(`/items/mentees?filter[referral]=${referral}`)).body.data;
		if (!mentee) return;
		const own = { id: mentee.id };
		const person = changed.includes('nino') ? { benefits: benefitsOf(line) } : {};
		await write(
			'mentees',
			own,
			['nino', 'start_on', 'ended_on', 'end_reason', ...PERSON.filter((field) => field !== 'aged_18_or_over')],
			person,
		);
		if (changed.includes('diagnostic_interview_on')) {
			await this.add('diagnostic_interviews', {
				mentee: mentee.id,
				held_on: line.diagnostic_interview_on,
				...INTERVIEWED,
			});
		}
		const plan = changed.includes('action_plan_evidence') ? { evidence: line.action_plan_evidence } : {};
		await write('action_plans', { mentee: mentee.id }, [], plan);
		const survey = changed.includes('baseline_survey_on') ? { completed_on: line.baseline_survey_on } : {};
		await write('baseline_surveys', { mentee: mentee.id }, [], survey);
		if (changed.includes('consent_withdrawn_on')) {
			const withdrawn = { decision: 'withdrawn', decided_on: line.consent_withdrawn_on };
			await this.add('consents', { mentee: mentee.id, ...withdrawn });
		}
		const { id: peer_mentor } = await this.mentorOf(line.mentor_email);
		if (!changed.includes('cpa') && changed.includes('mentor_email')) {
			await this.patch('mentees', mentee.id, { peer_mentor });
		}
		if (changed.includes('cpa')) {
			await this.add('allocations', { mentee: mentee.id, peer_mentor, cpa: line.cpa, because: 'moved_area' });
		}
	}

	/** What the files do not carry, where an import has loaded the rest. */
	async complement(caseload: readonly Line[]): Promise<void> {
		for (const { reference, route, end_reason } of caseload) {
			if (route === 'third_party') await this.change('referrals', { reference }, PERMISSION);
			const digital = JSON.stringify({ mentee: { reference: { _eq: reference } }, mode: { _eq: 'digital' } });
			const { body } = await this.admin.get(`/items/sessions?fields=id,mode&limit=-1&filter=${digital}`);
			for (const { id, mode } of body.data) await this.patch('sessions', id, agreed({ mode }));
			if (end_reason !== null) await this.change('mentees', { reference }, endOf(end_reason));
		}
	}

	/** What the forms of a Mentee ask for as well. */
	async complementStarts(caseload: readonly Line[]): Promise<void> {
		for (const line of caseload) {
			if (line.initial_meeting_outcome !== 'start') continue;
			const [referral, mentee] = [{ referral: pick(line, ['reference']) }, { mentee: pick(line, ['reference']) }];
			await this.change('initial_meetings', referral, criteriaOf(line));
			if (line.consent_given_on) await this.change('consents', { ...referral, decision: 'given' }, STATEMENT);
			if (line.diagnostic_interview_on) {
				const on = { complaints_explained_on: line.diagnostic_interview_on };
				await this.change('diagnostic_interviews', mentee, { ...INTERVIEWED, ...on });
			}
			if (!line.action_plan_agreed_on) continue;
			const { id, actions } = await this.find('action_plans', mentee);
			if ((actions as unknown[]).length === 0) await this.patch('action_plans', id, PLANNED);
		}
	}

	async contract({ supplier, cpas, total_value, implementation_costs, ...line }: Line): Promise<void> {
		const { id } = await this.add('suppliers', { name: supplier });
		await this.add('call_off_contracts', {
			...line,
			supplier: id,
			cpas: String(cpas)
				.split(';')
				.map((cpa) => ({ contract_package_area: Number(cpa) })),
			total_value_pence: total_value === null ? null : Math.round(Number(total_value) * 100),
			implementation_costs_pence: implementation_costs === null ? null : Math.round(Number(implementation_costs) * 100),
		});
	}

	async mentor({ email, first_name, last_name, contract, delivery_area, weekly_hours, from, to }: Line): Promise<void> {
		const { id: contractId, supplier } = await this.find('call_off_contracts', { reference: contract });
		const { body } = await this.admin.get('/roles?filter[name][_eq]=Peer Mentor&fields=id');
		const account = { email, first_name, last_name, role: body.data[0].id, supplier };
		const user = await this.admin.post('/users', account);
		const mentor = await this.add('peer_mentors', { first_name, last_name, supplier, user: user.body.data.id });
		await this.add('fte_assignments', {
			peer_mentor: mentor.id,
			contract: contractId,
			delivery_area: deliveryAreas.find(({ name }) => name === delivery_area)?.id,
			weekly_hours,
			starts_on: from,
			ends_on: to,
		});
	}

	async referral(line: Line): Promise<void> {
		const contract = await this.find('call_off_contracts', { reference: line.contract });
		await this.add('referrals', {
			...pick(line, ['reference', 'cpa', 'route', 'received_on', ...PERSON]),
			benefits: benefitsOf(line),
			contract: contract.id,
			peer_mentor: line.mentor_email === null ? null : (await this.mentorOf(line.mentor_email)).id,
			...(line.route === 'third_party' ? PERMISSION : {}),
		});
	}

	async journey(line: Line, sessions: readonly Line[]): Promise<void> {
		const { id: referral } = await this.find('referrals', { reference: line.reference });
		if (line.consent_given_on !== null) {
			await this.add('consents', { referral, decision: 'given', decided_on: line.consent_given_on, ...STATEMENT });
		}
		if (line.initial_meeting_on === null) return;
		await this.add('initial_meetings', {
			referral,
			held_on: line.initial_meeting_on,
			outcome: line.initial_meeting_outcome,
			...(line.initial_meeting_outcome === 'start' ? criteriaOf(line) : {}),
		});
		if (line.initial_meeting_outcome !== 'start') return;
		const { id: mentee } = await this.find('mentees', { referral });
		if (line.start_on !== null) await this.patch('mentees', mentee, pick(line, ['nino', 'start_on']));
		for (const [collection, record, day] of [
			[
				'diagnostic_interviews',
				{ held_on: line.diagnostic_interview_on, ...INTERVIEWED },
				line.diagnostic_interview_on,
			],
			['baseline_surveys', { completed_on: line.baseline_survey_on }, line.baseline_survey_on],
			[
				'action_plans',
				{ agreed_on: line.action_plan_agreed_on, evidence: line.action_plan_evidence, ...PLANNED },
				line.action_plan_agreed_on,
			],
		] as const) {
			if (day !== null) await this.add(collection, { mentee, ...record });
		}
		for (const { reference: _reference, ...session } of sessions) {
			await this.add('sessions', { mentee, ...session, ...agreed(session) });
		}
		if (line.consent_withdrawn_on !== null) {
			await this.add('consents', { mentee, decision: 'withdrawn', decided_on: line.consent_withdrawn_on });
		}
		if (line.ended_on === null) return;
		await this.patch('mentees', mentee, { ...pick(line, ['ended_on', 'end_reason']), ...endOf(line.end_reason) });
	}

	mentorOf(email: unknown): Promise<Body & { id: string }> {
		return this.find('peer_mentors', { user: { email } });
	}

	async find(collection: string, where: Body): Promise<Body & { id: string }> {
		const filter = JSON.stringify(equal(where));
		const { body } = await this.admin.get(`/items/${collection}?filter=${encodeURIComponent(filter)}`);
		if (body.data?.length !== 1) throw new Error(`${collection} ${filter}: ${JSON.stringify(body)}`);
		return body.data[0];
	}

	async add(collection: string, record: Body): Promise<{ id: string }> {
		const { status, body } = await this.admin.post(`/items/${collection}`, record);
		if (status !== 200) throw new Error(`${collection} ${JSON.stringify(record)}: ${JSON.stringify(body)}`);
		return body.data;
	}

	async patch(collection: string, id: string, change: Body): Promise<void> {
		const { status, body } = await this.admin.patch(`/items/${collection}/${id}`, change);
		if (status !== 200) throw new Error(`${collection} ${JSON.stringify(change)}: ${JSON.stringify(body)}`);
	}

	async change(collection: string, where: Body, change: Body): Promise<void> {
		await this.patch(collection, (await this.find(collection, where)).id, change);
	}
}
