import type { CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { CaseloadRecord } from '../../extensions/peer-mentoring/src/import/caseload.ts';
import { allocate } from './allocation.ts';
import { demoArrivals } from './arrivals.ts';
import { NORTH_WEST, PLUS, WALES } from './contracts.ts';
import { asKnownOn, demoJourney, USUAL_PACE, type DemoJourney } from './journeys.ts';
import { liveWork } from './live-work.ts';
import { demoMentors, type DemoMentor } from './mentors.ts';
import { demoPerson, type Person } from './people.ts';
import { PLUS_TERMS } from './plus.ts';
import { Random } from './random.ts';
import type { DemoSession } from './sessions.ts';

export interface DemoReferral {
	record: CaseloadRecord;
	sessions: DemoSession[];
}

const SEED = 2023;
/** Live work is numbered from here, apart from the referrals that come of themselves. */
const LIVE_FROM = 900_000;
/** Referrals older than this may lack the day they came in, as records moved from spreadsheets do. */
const WELL_KEPT_FROM = '2024-10-01';

const PLUS_PACE = { meeting: PLUS_TERMS.initial_meeting_days, sessions: PLUS_TERMS.minimum_sessions };

/** `from`, `step`: how the people of an area are numbered, apart from those of the others. */
const AREAS = [
	{ contract: NORTH_WEST, cpa: 2, prefix: 'NW', perYear: 278, pace: USUAL_PACE, from: 0, step: 2 },
	{ contract: WALES, cpa: 9, prefix: 'CY', perYear: 92, pace: USUAL_PACE, from: 1, step: 2 },
	{ contract: PLUS, cpa: 1, prefix: 'PS', perYear: 30, pace: PLUS_PACE, from: 500_000, step: 1 },
];

/** Every referral to `today`, as the records stand then. A later `today` adds to the same people's journeys. */
export function demoReferrals(today: CalendarDay): DemoReferral[] {
	const mentors = demoMentors(today);
	return [...arrived(today, mentors), ...live(today)];
}

function arrived(today: CalendarDay, mentors: readonly DemoMentor[]): DemoReferral[] {
	return AREAS.flatMap(({ contract, cpa, prefix, perYear, pace, from, step }) => {
		const arrivals = demoArrivals(today, perYear, SEED + cpa);
		return arrivals.map((received, index) => {
			const number = from + index * step;
			const random = new Random(SEED, number);
			const route = random.chance(1 / 3) ? 'third_party' : 'jobcentre_plus';
			const person = demoPerson(random, number, cpa, route);
			const forgotten = received < WELL_KEPT_FROM && random.chance(0.04);
			const journey = asKnownOn(today, demoJourney(random, received, person.dwp_customer, pace));
			const held = {
				contract,
				welsh: person.preferred_language === 'cy-GB',
				from: received,
				to: journey.ended_on ?? notStartingSince(journey) ?? today,
			};
			const sameDay = index - arrivals.indexOf(received) + 1;
			return referral(person, journey, {
				reference: referenceOf(prefix, received, String(sameDay)),
				contract,
				cpa,
				route,
				received_on: forgotten ? null : received,
				mentor_email: allocate(random, mentors, held, today),
			});
		});
	});
}

function live(today: CalendarDay): DemoReferral[] {
	return liveWork(today).map(({ contract, mentor_email, received_on, preferred_language, journey }, index) => {
		const number = LIVE_FROM + index;
		const { cpa = 0, prefix = '' } = AREAS.find((area) => area.contract === contract) ?? {};
		const route = 'jobcentre_plus';
		const person = { ...demoPerson(new Random(SEED, number), number, cpa, route), preferred_language };
		const reference = referenceOf(prefix, received_on, `L${index + 1}`);
		return referral(person, asKnownOn(today, journey), { reference, contract, cpa, route, received_on, mentor_email });
	});
}

type Referred = Pick<CaseloadRecord, 'reference' | 'contract' | 'cpa' | 'route' | 'received_on' | 'mentor_email'>;

/** The day somebody was found not to be starting, from which nobody needs to hold them. */
function notStartingSince({ initial_meeting_on, initial_meeting_outcome: outcome }: DemoJourney): CalendarDay | null {
	return outcome === 'start' || outcome === 'did_not_attend' ? null : initial_meeting_on;
}

/** What is asked at the initial meeting is known from then on, and the NINO of a DWP customer from the start (2.6). */
function referral(person: Person, { sessions, ...journey }: DemoJourney, referred: Referred): DemoReferral {
	const met = journey.initial_meeting_on !== null && journey.initial_meeting_outcome !== 'did_not_attend';
	const { first_name, last_name, phone, email, preferred_language } = person;
	return {
		sessions,
		record: {
			...referred,
			...journey,
			first_name,
			last_name,
			phone,
			email,
			preferred_language,
			aged_18_or_over: met ? 'yes' : null,
			dwp_customer: met || referred.route === 'jobcentre_plus' ? yesOrNo(person.dwp_customer) : null,
			nino: journey.start_on !== null && person.dwp_customer ? person.nino : null,
			benefit_type: met ? person.benefit_type : null,
		},
	};
}

function yesOrNo(value: boolean): Exclude<CodeOf<'yes_no_not_known'>, 'not_known'> {
	return value ? 'yes' : 'no';
}

function referenceOf(prefix: string, received: CalendarDay, number: string): string {
	return `${prefix}-${received.slice(2).replaceAll('-', '')}-${number}`;
}
