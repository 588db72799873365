/** What can be counted, and by what it can be split and filtered (3.12): the only list of it, for panels, endpoint and flows. */
import type { Words } from '../../language/words.ts';
import texts from './texts.json' with { type: 'json' };

/** The records that a figure counts. */
export type Source =
	'people' | 'timed' | 'sessions' | 'support' | 'actions' | 'clocks' | 'visits' | 'upskilling' | 'fte' | 'spend';

/**
 * How a figure is made up over time: events, each in the month of its day; a standing at the end of each month; a share,
 * of all whose result became certain in the month; or an average over all for whom something ended in the month.
 */
export type Kind = 'events' | 'standing' | 'share' | 'average';

export type Unit = 'number' | 'hours' | 'fte' | 'pounds' | 'percent' | 'days';

export interface Figure {
	source: Source;
	kind: Kind;
	unit: Unit;
	/** Paragraph of the specification that it comes from. */
	paragraph: string;
	/** Whether it counts people or what happened with them: small numbers of those tell of somebody (5.4). */
	personal: boolean;
}

const of = (source: Source, paragraph: string, more: Partial<Figure> = {}): Figure => ({
	source,
	kind: 'events',
	unit: 'number',
	paragraph,
	personal: true,
	...more,
});
const share = { kind: 'share', unit: 'percent' } as const;
const average = { kind: 'average', unit: 'days' } as const;
const standing = { kind: 'standing' } as const;

export const FIGURES = {
	referrals: of('people', '3.8'),
	initial_meetings: of('timed', '3.8'),
	initial_meetings_on_time: of('timed', '3.8 Table A', share),
	starts: of('people', '3.8'),
	diagnostic_interviews: of('timed', '3.8'),
	diagnostic_interviews_on_time: of('timed', '3.8 Table A', share),
	action_plans: of('timed', '3.8'),
	action_plans_on_time: of('timed', '3.8 Table A', share),
	four_sessions: of('timed', '3.8'),
	four_sessions_on_time: of('timed', '3.8 Table A', share),
	eight_sessions: of('timed', '3.8'),
	completions: of('people', '3.8'),
	dropouts: of('people', '3.5'),
	leavers: of('people', '3.5'),
	days_to_initial_meeting: of('timed', '3.8', average),
	days_to_start: of('timed', '3.8', average),
	days_to_diagnostic_interview: of('timed', '3.8', average),
	days_to_action_plan: of('timed', '3.8', average),
	days_on_provision: of('timed', '3.8', average),
	in_support: of('people', '3.8', standing),
	sessions_attended: of('sessions', '2.20'),
	sessions_missed: of('sessions', '2.20'),
	session_hours: of('sessions', '2.20', { unit: 'hours' }),
	support_begun: of('support', '3.5'),
	actions_agreed: of('actions', '2.18'),
	clocks_met: of('clocks', '3.3'),
	clocks_late: of('clocks', '3.3'),
	clocks_met_share: of('clocks', '3.3', share),
	clocks_running: of('clocks', '3.3', standing),
	office_visits: of('visits', '2.14', { personal: false }),
	visit_hours: of('visits', '2.14', { personal: false, unit: 'hours' }),
	upskilling_sessions: of('upskilling', '2.16', { personal: false }),
	upskilled_staff: of('upskilling', '2.16', { personal: false }),
	fte_in_post: of('fte', '2.26 Annex C', { ...standing, personal: false, unit: 'fte' }),
	spend: of('spend', '3.8', { personal: false, unit: 'pounds' }),
} as const satisfies Record<string, Figure>;

export type FigureKey = keyof typeof FIGURES;

/** What a figure can be split and filtered by. Of what a person has several of, they count in each. */
export type Split = keyof typeof texts.splits;

const TIME = ['month', 'quarter', 'contract'] as const;
const PLACE = ['cpa', 'delivery_area'] as const;
const PERSON = [
	...PLACE,
	'jobcentre_office',
	'route',
	'organisation',
	'organisation_type',
	'preferred_language',
	'dwp_customer',
	'benefit_type',
	'addiction_type',
	'addiction_group',
	'disclosure',
	'stage',
	'end_reason',
	'mentor',
] as const;
/** Told by records of their own, which are read with a whole journey only. */
const JOURNEY = [...PERSON, 'treatment', 'barrier'] as const;

const BY_SOURCE: Readonly<Record<Source, readonly Split[]>> = {
	people: [...TIME, ...JOURNEY],
	timed: [...TIME, ...JOURNEY],
	sessions: [...TIME, ...PERSON, 'session_mode'],
	support: [...TIME, ...PERSON, 'support_kind'],
	actions: [...TIME, ...PERSON, 'action_status'],
	clocks: [...TIME, ...PERSON, 'service_level'],
	visits: [...TIME, ...PLACE, 'jobcentre_office', 'mentor'],
	upskilling: [...TIME, ...PLACE, 'jobcentre_office', 'mentor', 'upskilling_direction'],
	fte: [...TIME, ...PLACE],
	spend: [...TIME, 'spend_kind'],
};

/** What names somebody or whoever sent them, and what is live: for those alone who may see people's records (5.4). */
const OF_RECORDS: readonly Split[] = ['mentor', 'organisation', 'stage'];

/** By what a figure can be split and filtered. @param named whether the reader may see people's records */
export function splitsOf(key: FigureKey, { named }: { named: boolean }): Split[] {
	return BY_SOURCE[FIGURES[key].source].filter((split) => named || !OF_RECORDS.includes(split));
}

/** Whether a text names a figure. */
export function isFigure(key: string): key is FigureKey {
	return Object.hasOwn(FIGURES, key);
}

/** Whether a split is one of time: the others say of whom or of what. */
export function isTime(split: Split): split is 'month' | 'quarter' {
	return split === 'month' || split === 'quarter';
}

/** The name of a figure, and what it counts. */
export const FIGURE_TEXTS: Readonly<Record<FigureKey, { name: Words; definition: Words }>> = texts.figures;

/** What a split is called. */
export const SPLIT_TEXTS: Readonly<Record<Split, Words>> = texts.splits;
