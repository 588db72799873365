/** What a step asks with the answers that are there, and what is sent of them. */
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { asked } from '../../domain/platform/conditions.ts';
import { ruleHolds } from '../../domain/platform/rule-holds.ts';
import type { Answers, Beginning, Field, Part, Step, Values } from '../server/model.ts';

const TWO_WEEKS = 14;

/** The answers to begin with: what is on record, and otherwise what is usual. */
export function valuesToBegin(step: Step, beginning: Beginning | undefined, today: CalendarDay): Values {
	return Object.fromEntries(
		step.parts.map((part) => {
			const known = beginning?.values[part.name];
			if (!part.rows) return [part.name, filledIn(part, (known as Answers | undefined) ?? {}, today)];
			const rows = ((known as Answers[] | undefined) ?? []).map((row) => ({ ...row }));
			while (rows.length < part.rows.min) rows.push(newRow(part, beginning, today));
			return [part.name, rows];
		}),
	);
}

/** A row as it is added. */
export function newRow(part: Part, beginning: Beginning | undefined, today: CalendarDay): Answers {
	return filledIn(part, beginning?.context[part.name] ?? {}, today);
}

function filledIn({ fields }: Part, known: Answers, today: CalendarDay): Answers {
	const usual = fields.filter((field) => field.default !== undefined && isEmpty(known[field.field]));
	return { ...known, ...Object.fromEntries(usual.map((field) => [field.field, usualOf(field, today)])) };
}

function usualOf({ default: usual }: Field, today: CalendarDay): unknown {
	if (usual === '$TODAY') return today;
	return usual === '$IN_TWO_WEEKS' ? addDays(today, TWO_WEEKS) : usual;
}

/** A field as it is asked now. */
export interface AskedField extends Field {
	/** The heading that it stands under. */
	heading?: string;
}

/** The fields of a part that its form shows with these answers. */
export function shownFields(
	part: Part,
	answers: Answers,
	beginning: Beginning | undefined,
	now = new Date(),
): AskedField[] {
	const groups = new Map(part.groups.map((group) => [group.name, group]));
	const form = [
		...part.groups.map(({ name, hidden, conditions }) => ({ field: name, required: false, hidden, conditions })),
		...part.fields,
	].map((each) => ({ group: null, conditions: [], ...each }));
	const beside = part.rows ? {} : beginning?.context[part.name];
	// A record that is not there yet has this key in the Studio.
	const record = { ...beside, ...answers, id: answers.id ?? beside?.id ?? '+', $version: null };
	const judged = asked(form, (rule) => ruleHolds(rule, record, now));
	return part.fields.flatMap((field) => {
		const { hidden = false, required = false } = judged.get(field.field) ?? {};
		if (hidden || (field.hidden && !field.conditions?.length)) return [];
		const heading = field.group === undefined ? undefined : groups.get(field.group)?.label;
		return [{ ...field, required, ...(heading !== undefined && { heading }) }];
	});
}

/** Whether a part is asked at all with the answers of the others. */
export function isAsked(part: Part, values: Values, now = new Date()): boolean {
	if (!part.when) return true;
	const other = values[part.when.part];
	return other !== undefined && !Array.isArray(other) && ruleHolds(part.when.rule, other, now);
}

/** Whether a part can wait folded up: nobody must answer it, and nothing is there yet. */
export function beginsFolded({ name, optional, when, title }: Part, untouched: Values): boolean {
	const isNothing = recordsOf(untouched[name]).every((answers) => Object.values(answers).every(isEmpty));
	return Boolean(optional && title && !when && isNothing);
}

/** An answer that is needed and is not there. */
export interface Missing {
	part: string;
	row?: number;
	field: string;
	label: string;
}

export function missingAnswers(
	step: Step,
	values: Values,
	untouched: Values,
	beginning: Beginning | undefined,
): Missing[] {
	return step.parts
		.filter((part) => isWritten(part, values, untouched))
		.flatMap((part) =>
			recordsOf(values[part.name]).flatMap((answers, row) =>
				shownFields(part, answers, beginning)
					.filter(({ field, required }) => required && isEmpty(answers[field]))
					.map(({ field, label }) => ({ part: part.name, ...(part.rows && { row }), field, label })),
			),
		);
}

/**
 * What is sent: of a new record what is answered, of one that is there what has changed, and nothing that is not asked.
 * @param untouched the answers as they were when the step was opened
 */
export function answersToSend(step: Step, values: Values, beginning: Beginning | undefined, untouched: Values): Values {
	const sent: Values = {};
	for (const part of step.parts) {
		if (!isWritten(part, values, untouched)) continue;
		const given = values[part.name];
		const stored = recordsOf(beginning?.values[part.name]);
		const [only] = part.writes === 'update' && beginning?.context[part.name]?.id ? stored : [];
		if (Array.isArray(given)) {
			sent[part.name] = given.map((row) => ({
				...(row.id !== undefined && { id: row.id }),
				...toSend(
					part,
					row,
					stored.find(({ id }) => id === row.id),
					beginning,
				),
			}));
		} else if (given) sent[part.name] = toSend(part, given, only, beginning);
	}
	return sent;
}

function isWritten(part: Part, values: Values, untouched: Values): boolean {
	if (!isAsked(part, values)) return false;
	return !part.optional || !isSame(values[part.name], untouched[part.name]);
}

function toSend(part: Part, answers: Answers, stored: Answers | undefined, beginning: Beginning | undefined): Answers {
	const shown = new Set(shownFields(part, answers, beginning).map(({ field }) => field));
	const begun = new Set(beginning?.begun[part.name]);
	return Object.fromEntries(
		part.fields.flatMap(({ field }) => {
			const now = tidy(answers[field]);
			const isNews = begun.has(field) || !isSame(now, tidy(stored?.[field]));
			return shown.has(field) && isNews ? [[field, now]] : [];
		}),
	);
}

/** An empty box is no answer. */
function tidy(value: unknown): unknown {
	const text = typeof value === 'string' ? value.trim() : value;
	return isEmpty(text) ? null : text;
}

export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function isSame(a: unknown, b: unknown): boolean {
	return a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

export function recordsOf(value: Answers | Answers[] | undefined): Answers[] {
	return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The element that a field's fault leads to. */
export function elementOf({ part, row, field }: { part?: string; row?: number; field?: string }): string {
	return ['answer', part, row, field].filter((each) => each !== undefined).join('-');
}
