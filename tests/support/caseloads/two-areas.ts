import { addDays, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { csv } from '../csv.ts';

/** The import files of a contract for two areas, with so many people of each, who came to none up to nine sessions. */
export function peopleOfTwoAreas(
	reference: string,
	areas: readonly { cpa: number; people: number }[],
	nameOf: (cpa: number) => string,
	start: CalendarDay,
): Record<string, string> {
	const contract = {
		reference,
		supplier: 'North Test Supplier',
		cpas: '4;5',
		start_date: '2023-12-04',
		implementation_end_date: '2024-01-05',
		end_date: '2027-12-31',
		working_day_calendar: 'england-and-wales',
	};
	const mentors = areas.map(({ cpa }) => ({
		email: `mentor-cpa${cpa}@example.org`,
		first_name: 'Test',
		last_name: `Mentor-${cpa}`,
		contract: reference,
		delivery_area: nameOf(cpa),
		weekly_hours: 40,
		from: '2024-01-01',
	}));
	const people = areas.flatMap((area) => Array.from({ length: area.people }, (_, number) => ({ ...area, number })));
	const caseload = people.map(({ cpa, number }) => ({
		reference: `SF-${cpa}-${number}`,
		contract: reference,
		cpa,
		route: 'third_party',
		received_on: '2024-01-02',
		mentor_email: `mentor-cpa${cpa}@example.org`,
		first_name: 'Example',
		last_name: `Person-${cpa}-${number}`,
		aged_18_or_over: 'yes',
		dwp_customer: 'yes',
		initial_meeting_on: '2024-01-04',
		initial_meeting_outcome: 'start',
		start_on: start,
		diagnostic_interview_on: start,
		action_plan_agreed_on: number % 2 === 0 ? '2024-01-15' : null,
		action_plan_evidence: number % 2 === 0 ? 'electronic' : null,
		baseline_survey_on: number % 4 === 0 ? start : null,
		// The last one of each area withdraws: in no figure from then on (2.25).
		consent_given_on: number === 0 ? '2024-01-04' : null,
	}));
	const sessions = people.flatMap(({ cpa, number }) =>
		Array.from({ length: number % 10 }, (_, count) => ({
			reference: `SF-${cpa}-${number}`,
			held_on: addDays(start, count * 7),
			// One that is too short does not count (1.15).
			minutes: count === 0 && number === 4 ? 20 : 60,
			mode: 'face_to_face',
			attendance: 'attended',
		})),
	);
	return {
		contracts: csv('contracts', [contract]),
		mentors: csv('mentors', mentors),
		caseload: csv('caseload', caseload),
		sessions: csv('sessions', sessions),
	};
}
