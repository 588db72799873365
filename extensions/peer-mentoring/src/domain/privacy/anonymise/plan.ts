import { addDays, type CalendarDay } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import { hashOf } from '../../numbers/sample.ts';
import { anonymise, type Known } from './anonymise.ts';
import { markDoubtful } from './doubtful.ts';
import { namesGivenAwayIn } from './named-by-words.ts';
import { redact } from './redact.ts';
import { textOf, type Segment } from './segments.ts';

/** A SMART Action Plan as it is sampled: nothing of the person but what it says (3.11). */
export interface SampledPlan {
	agreed_on: CalendarDay | null;
	goal: string | null;
	actions: {
		what: string | null;
		measure: string | null;
		achievable: string | null;
		relevance: string | null;
		due_on: CalendarDay | null;
		status: CodeOf<'action_status'> | null;
	}[];
	reviews: { reviewed_on: CalendarDay | null; summary: string | null }[];
}

export type PartName = 'goal' | 'what' | 'measure' | 'achievable' | 'relevance' | 'summary';

/** What is read at one go: the goal, one action, or one review. */
export interface Passage {
	kind: 'goal' | 'action' | 'review';
	/** 1 for the first action, and for the first review. */
	number: number;
	/** Moved like every date. */
	on: CalendarDay | null;
	status: CodeOf<'action_status'> | null;
	parts: { name: PartName; segments: Segment[] }[];
	/** Changes as soon as anything in the passage does. */
	fingerprint: string;
}

/** A plan without what tells whose it is: by rule, and by what a reviewer has chosen besides (1.29, 3.11). */
export function anonymisedPlan(plan: SampledPlan, known: Known, redactions: readonly string[]): Passage[] {
	const moved = (day: CalendarDay | null) => day && addDays(day, known.moving.days);
	// Who is named as a sister in the goal is nobody else in an action.
	const all = { ...known, otherNames: [...known.otherNames, ...textsOf(plan).flatMap(namesGivenAwayIn)] };
	const passage = (about: Omit<Passage, 'parts' | 'fingerprint'>, texts: Partial<Record<PartName, string | null>>) => {
		const parts = Object.entries(texts)
			.filter(([, text]) => text?.trim())
			.map(([name, text]) => ({
				name: name as PartName,
				segments: markDoubtful(redact(anonymise(text as string, all), redactions)),
			}));
		return { ...about, parts, fingerprint: fingerprintOf(about, parts) };
	};
	return [
		passage({ kind: 'goal', number: 1, on: moved(plan.agreed_on), status: null }, { goal: plan.goal }),
		...plan.actions.map(({ what, measure, achievable, relevance, due_on, status }, index) =>
			passage(
				{ kind: 'action', number: index + 1, on: moved(due_on), status },
				{ what, measure, achievable, relevance },
			),
		),
		...plan.reviews.map(({ reviewed_on, summary }, index) =>
			passage({ kind: 'review', number: index + 1, on: moved(reviewed_on), status: null }, { summary }),
		),
	];
}

function textsOf({ goal, actions, reviews }: SampledPlan): string[] {
	const texts = [
		goal,
		...actions.flatMap(({ what, measure, achievable, relevance }) => [what, measure, achievable, relevance]),
		...reviews.map(({ summary }) => summary),
	];
	return texts.filter((text) => text !== null);
}

/** A passage as it is released: text alone, without what stood there before. */
export type ReleasedPassage = Omit<Passage, 'parts' | 'fingerprint'> & { parts: { name: PartName; text: string }[] };

export function released(passages: readonly Passage[]): ReleasedPassage[] {
	return passages.map(({ kind, number, on, status, parts }) => ({
		kind,
		number,
		on,
		status,
		parts: parts.map(({ name, segments }) => ({ name, text: textOf(segments) })),
	}));
}

function fingerprintOf(about: object, parts: Passage['parts']): string {
	const text = JSON.stringify([about, parts.map(({ name, segments }) => [name, textOf(segments)])]);
	return [text, `${text} again`].map((each) => hashOf(each).toString(16).padStart(8, '0')).join('');
}
