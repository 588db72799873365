/** A journey held against the dates of its contract, on one day. */
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	journeyProblems,
	type ContractDates,
	type JourneyFacts,
} from '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts';

export const TODAY = day('2024-01-15');

export const CONTRACT: ContractDates = {
	terms: SPECIFIED,
	start_date: day('2023-06-01'),
	last_start_date: day('2025-01-10'),
	end_date: day('2025-03-31'),
};

export const problems = (of: JourneyFacts, contract = CONTRACT, today = TODAY) => journeyProblems(of, contract, today);
export const declined = { initial_meeting_outcome: 'declined', start_on: null, diagnostic_interview_on: null } as const;
export const nothingElse = { action_plan_agreed_on: null, baseline_survey_on: null, ended_on: null, sessions: [] };
