/** One person's raw records, with everything that happens in old spreadsheets, late keys and hurried entries. */
import { oneOf } from '../../unit/support/random.ts';
import type { RawCaseload, RawRow } from './rows.ts';

export interface PersonOptions {
	random: () => number;
	/** Of the contract that the person is referred to. */
	contract: { id: string; supplier: string; cpas: readonly number[] };
	reference: string;
	/** The days, both inclusive, on which the referral may have come. */
	received: { from: number; to: number };
	/** How often something is odd, missing or out of order: 1 for the worst of caseloads. */
	faults: number;
	/** The most sessions of a Mentee. */
	sessions: number;
}

const OUTCOMES = ['declined', 'not_eligible', 'not_suitable', 'did_not_attend'] as const;
const EARLY_ENDS = ['dropout', 'moved_away', 'other'] as const;

/** Adds one person's rows to a caseload. */
export function addPerson(caseload: RawCaseload, options: PersonOptions): void {
	const { random, contract, reference, faults } = options;
	const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
	const chance = (share: number) => random() < share;
	const odd = (share: number) => chance(share * faults);
	const id = () => uuidFrom(random);
	const own = { supplier: contract.supplier };
	/** Mostly soon, sometimes on the very day, now and then far too late. */
	const after = (from: number, usual: number) =>
		chance(0.15) ? from : chance(0.1) ? from + whole(usual, usual * 3) : from + whole(1, usual);
	const known = <Value>(value: Value, share: number): Value | null => (odd(share) ? null : value);

	const received = whole(options.received.from, options.received.to);
	const withdrawn = chance(0.04) ? received + whole(0, 300) : null;
	const referral = id();
	const erased = chance(0.01);
	caseload.referrals.push({
		id: referral,
		...own,
		contract: contract.id,
		reference,
		cpa: oneOf(random, contract.cpas),
		route: oneOf(random, ['jobcentre_plus', 'jobcentre_plus', 'third_party']),
		received_on: known(received, 0.05),
		// What is newer stands with the Mentee alone, and an old row may have it with the referral alone.
		consent_withdrawn_on: odd(0.3) ? null : withdrawn,
		restricted: withdrawn !== null || erased,
	});
	if (erased) {
		caseload.erasures.push({
			id: id(),
			...own,
			referral,
			requested_on: received,
			reason: 'Article 17',
			erased_on: received + whole(30, 400),
		});
	}

	const meeting = (held_on: number | null, outcome: string | null) =>
		caseload.initial_meetings.push({ id: id(), ...own, referral, held_on, outcome });
	let last = received;
	while (chance(0.15)) meeting((last = after(last, 9)), 'did_not_attend');
	const met = after(last, 12);
	const agreed = chance(0.72);
	if (chance(0.9)) meeting(known(met, 0.05), known(agreed ? 'start' : oneOf(random, OUTCOMES), 0.05));
	// The same day, and another one later on.
	if (odd(0.05)) meeting(met, oneOf(random, ['start', ...OUTCOMES]));
	if (odd(0.05)) meeting(after(met, 20), oneOf(random, ['start', ...OUTCOMES]));
	if (!(agreed ? chance(0.92) : odd(0.08))) return;

	const start = after(met, 10);
	const left = chance(0.55);
	const ended = left ? start + whole(0, 160) : null;
	const completed = left && chance(0.5);
	const mentee = id();
	caseload.mentees.push({
		id: mentee,
		...own,
		referral,
		reference,
		contract: contract.id,
		// Whoever moves keeps the start, and counts where the referral was made (2.6).
		cpa: odd(0.05) ? whole(1, 9) : oneOf(random, contract.cpas),
		start_on: known(start, 0.07),
		ended_on: ended === null ? null : known(ended, 0.05),
		end_reason: ended === null ? null : known(completed ? 'completed' : oneOf(random, EARLY_ENDS), 0.05),
		consent_withdrawn_on: odd(0.3) ? null : withdrawn,
		restricted: withdrawn !== null || erased,
	});
	const interviewed = chance(0.85) ? start : start + whole(-3, 15);
	if (chance(0.93)) {
		caseload.diagnostic_interviews.push({ id: id(), ...own, mentee, held_on: known(interviewed, 0.04) });
	}
	if (odd(0.05)) caseload.diagnostic_interviews.push({ id: id(), ...own, mentee, held_on: start + whole(0, 40) });
	const plan = (agreed_on: number | null, evidence: string | null) =>
		caseload.action_plans.push({ id: id(), ...own, mentee, agreed_on, evidence });
	if (chance(0.88))
		plan(known(after(interviewed, 12), 0.06), known(oneOf(random, ['electronic', 'wet', 'other']), 0.1));
	if (odd(0.06)) plan(after(interviewed, 40), odd(0.5) ? null : 'wet');
	if (chance(0.8)) caseload.baseline_surveys.push({ id: id(), ...own, mentee, completed_on: known(start, 0.05) });
	if (odd(0.03)) caseload.baseline_surveys.push({ id: id(), ...own, mentee, completed_on: start - whole(0, 30) });
	addSessions(caseload, options, mentee, start, ended);
}

function addSessions(
	caseload: RawCaseload,
	{ random, contract, faults, sessions }: PersonOptions,
	mentee: string,
	start: number,
	ended: number | null,
): void {
	const row = (held_on: number): RawRow => ({
		id: uuidFrom(random),
		supplier: contract.supplier,
		mentee,
		held_on,
		minutes: random() < 0.1 * faults ? null : oneOf(random, [60, 60, 60, 75, 90, 59, 30]),
		mode: random() < 0.2 ? 'digital' : 'face_to_face',
		attendance: random() < 0.88 ? 'attended' : 'missed',
		one_to_one: random() < 0.05 * faults ? null : random() < 0.93,
	});
	let held = random() < 0.05 * faults ? start - 2 : start;
	const number = Math.floor(random() * (sessions + 1));
	for (let count = 0; count < number; count++) {
		caseload.sessions.push(row(held));
		held += random() < 0.05 ? 0 : 1 + Math.floor(random() * 12);
		// Somebody who has left has no more sessions; a few do, and that is worth a look.
		if (ended !== null && held > ended && random() > 0.05 * faults) return;
	}
}

/** A key that is the same at each run. */
export function uuidFrom(random: () => number): string {
	const digits = () =>
		Math.floor(random() * 2 ** 32)
			.toString(16)
			.padStart(8, '0');
	const all = digits() + digits() + digits() + digits();
	return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-8${all.slice(17, 20)}-${all.slice(20, 32)}`;
}
