/** A Mentee confirms their SMART Action Plan by a link of its own, without signing in (Table A: electronic confirmation). */
import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { isBlank, type PlainRecord } from './record-rule.ts';

/** What of an action a Mentee reads. */
export const READ_OF_ACTION = ['what', 'measure', 'achievable', 'relevance', 'due_on'] as const;
export type ReadOfAction = (typeof READ_OF_ACTION)[number];
export type ActionAsRead = Record<ReadOfAction, string | null>;

/** The words of a plan: what somebody agrees to. Progress is none of them, and changes no plan. */
export interface PlanAsRead {
	goal: string | null;
	actions: ActionAsRead[];
}

/** The words of a plan, its actions in the order in which they are due. */
export function planAsRead({ goal }: PlainRecord, actions: readonly PlainRecord[]): PlanAsRead {
	const textOf = (value: unknown) => (isBlank(value) ? null : String(value).trim());
	const read = actions.map(
		(action) => Object.fromEntries(READ_OF_ACTION.map((field) => [field, textOf(action[field])])) as ActionAsRead,
	);
	const order = ({ due_on, what }: ActionAsRead) => `${due_on ?? '9999'} ${what ?? ''}`;
	return { goal: textOf(goal), actions: read.sort((one, other) => (order(one) < order(other) ? -1 : 1)) };
}

/** A link works for two weeks: long enough for a phone that is off, too short to be found years later in a drawer. */
const WORKS_FOR_DAYS = 14;

export function lastDayOfLink(today: CalendarDay): CalendarDay {
	return addDays(today, WORKS_FOR_DAYS);
}

export interface ConfirmationLink {
	expires_on: CalendarDay;
	answer: CodeOf<'plan_answer'> | null;
	/** Of the words that it was made for. */
	version: string | null;
}

/** The plan that a link is for, as it is now. */
export interface LinkedPlan {
	version: string;
	/** Consent is withdrawn, or the person erased. */
	restricted: boolean;
	ended_on: CalendarDay | null;
}

/**
 * Whether a link opens its plan: once, until its last day, and only the words that it was made for. Nothing is said of
 * somebody who has withdrawn consent, was erased or has left (2.25).
 */
export function standingOfLink(
	{ expires_on, answer, version }: ConfirmationLink,
	plan: LinkedPlan,
	today: CalendarDay,
): 'works' | 'changed' | 'gone' {
	if (answer !== null || today > expires_on || plan.restricted || plan.ended_on !== null) return 'gone';
	return version === plan.version ? 'works' : 'changed';
}

export interface Agreement {
	agreed_on: CalendarDay | null;
	evidence: CodeOf<'plan_evidence'> | null;
}

/**
 * What a confirmation makes of the agreement on record: the plan is agreed on the day on which the Mentee says so. An
 * agreement that is there with its evidence stays, since its clock has stopped (Table A); a day without evidence was
 * never proved, and what is proved now is today.
 */
export function agreementAfter({ agreed_on, evidence }: Agreement, today: CalendarDay): Agreement | undefined {
	if (agreed_on !== null && evidence !== null) return undefined;
	return { agreed_on: today, evidence: 'electronic' };
}

/** The longest change that can be asked for, in characters. */
export const LONGEST_CHANGE = 2000;

export type AnswerProblem = 'answer_missing' | 'change_missing' | 'change_too_long' | 'change_not_text';

export interface GivenAnswer {
	answer: CodeOf<'plan_answer'>;
	asked_change: string | null;
}

/** Whether an answer can be taken as it was given: who asks for a change says which. */
export function readAnswer(given: Readonly<Record<string, unknown>>): GivenAnswer | AnswerProblem {
	const { answer, asked_change } = given;
	if (answer === 'agreed') return { answer, asked_change: null };
	if (answer !== 'change_asked') return 'answer_missing';
	if (typeof asked_change !== 'string') return 'change_missing';
	const text = asked_change.replaceAll('\r\n', '\n').trim();
	if (text === '') return 'change_missing';
	if (text.includes('\0')) return 'change_not_text';
	return text.length > LONGEST_CHANGE ? 'change_too_long' : { answer, asked_change: text };
}

/** What somebody has said by the newest link that was made for them. */
export interface NewestAnswer {
	/** None while the link waits. */
	answer: CodeOf<'plan_answer'> | null;
	on: CalendarDay | null;
	/** Of the words that they had read. */
	version: string | null;
}

/**
 * Whether a change that was asked for still waits for the Peer Mentor (1.13, 1.14): until other words are agreed, on that
 * day or later, in this plan or another one, or a new link asks again whether it is right now.
 */
export function isChangeWaiting(
	newest: NewestAnswer,
	plans: readonly { agreed_on: CalendarDay | null; version: string }[],
): boolean {
	const { answer, on, version } = newest;
	if (answer !== 'change_asked' || on === null) return false;
	return !plans.some((plan) => plan.agreed_on !== null && plan.agreed_on >= on && plan.version !== version);
}
