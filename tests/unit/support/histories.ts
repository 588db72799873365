import { addDays, day, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { SupportedJourney } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { journey, session } from './journeys.ts';
import { oneOf } from './random.ts';

type Random = () => number;

const whole = (random: Random, least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const chance = (random: Random, share: number) => random() < share;

/** A person's way through the Trial with everything that happens in real records: gaps, late dates, early ends. */
export function history(random: Random): SupportedJourney {
	const received = addDays(day('2023-01-01'), whole(random, 0, 1400));
	const after = (from: CalendarDay, most: number) => addDays(from, whole(random, 0, most));
	const known = <Value>(value: Value, share = 0.93): Value | null => (chance(random, share) ? value : null);
	const met = chance(random, 0.85) ? after(received, 25) : null;
	const outcome = oneOf(random, ['start', 'start', 'start', 'declined', 'not_eligible', 'did_not_attend'] as const);
	const start = met !== null && outcome === 'start' && chance(random, 0.9) ? after(met, 20) : null;
	const interview = start === null ? null : known(after(start, 12));
	const ended = start !== null && chance(random, 0.5) ? after(start, 200) : null;
	const held = start === null ? [] : Array.from({ length: whole(random, 0, 12) }, () => after(start, 90));
	return {
		...journey({
			reference: `H-${whole(random, 1, 1e9)}`,
			cpa: whole(random, 1, 9),
			route: oneOf(random, ['jobcentre_plus', 'third_party'] as const),
			received_on: known(received, 0.97),
			initial_meeting_on: met,
			initial_meeting_outcome: met === null ? null : known(outcome),
			start_on: start,
			diagnostic_interview_on: interview,
			action_plan_agreed_on: interview === null ? null : known(after(interview, 30), 0.8),
			action_plan_evidence: interview === null ? null : known('wet' as const, 0.9),
			baseline_survey_on: start === null ? null : known(after(start, 2)),
			ended_on: ended,
			end_reason: ended === null ? null : oneOf(random, ['completed', 'dropout', 'moved_away'] as const),
		}),
		sessions: held.map((on) =>
			session(on, {
				minutes: oneOf(random, [60, 60, 60, 90, 45, null]),
				attendance: chance(random, 0.85) ? 'attended' : 'missed',
				one_to_one: chance(random, 0.95),
			}),
		),
		shorter_support: chance(random, 0.1),
		surveys_completed_on: {
			six_months: start === null ? null : known(addDays(start, whole(random, 150, 220)), 0.3),
			twelve_months: null,
		},
	};
}
