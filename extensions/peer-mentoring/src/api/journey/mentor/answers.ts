/** The answers of a step as they were sent, held against what is asked. */
import { isDeepStrictEqual } from 'node:util';
import { parseDay } from '../../../domain/calendar/calendar-day.ts';
import { isWorkedOut, type StepPart } from '../../../domain/journey/mentor-steps.ts';
import type { ProblemCode } from '../../../domain/problems.ts';
import { validatePayload } from '@directus/utils';
import { askedWith } from '../../shared/conditions.ts';
import type { AskedField, AskedPart } from '../../../domain/journey/asked-step.ts';
import { refusalAt, type Place, type StepRefusal } from './refusals.ts';
import type { Row, StepContext } from './step-context.ts';

/** A part as it was sent. */
export interface Answered {
	part: StepPart;
	asked: AskedPart;
	/** One record, or the rows. */
	rows: readonly Row[];
}

/** What was sent of a part as its rows; a part that was left out has none. */
export function rowsIn(value: unknown, { rows }: StepPart): Row[] | undefined {
	if (value === undefined || value === null) return [];
	const given = rows ? value : [value];
	const isRow = (each: unknown) => typeof each === 'object' && each !== null && !Array.isArray(each);
	return Array.isArray(given) && given.every(isRow) ? (given as Row[]) : undefined;
}

/** Whether a part is asked with the answers of an earlier one. */
export function isAsked({ when }: StepPart, valuesOf: (part: string) => Row): boolean {
	if (!when) return true;
	return validatePayload(when.rule as never, valuesOf(when.part), { requireAll: true }).length === 0;
}

/** What is written: text without spaces around it, nothing where nothing was said, and never what is not asked. */
export function written(row: Row, { fields }: AskedPart): Row {
	const names = new Set(fields.map(({ field }) => field));
	return Object.fromEntries(
		Object.entries(row)
			.filter(([field]) => names.has(field))
			.map(([field, value]) => [field, tidy(value)]),
	);
}

function tidy(value: unknown): unknown {
	if (typeof value !== 'string') return value ?? null;
	return value.trim() === '' ? null : value.trim();
}

/** What differs from the record that is there. */
export function changed(row: Row, there: Row): Row {
	return Object.fromEntries(Object.entries(row).filter(([field, value]) => !isAlike(value, there[field])));
}

function isAlike(one: unknown, other: unknown): boolean {
	if (isNothing(one) && isNothing(other)) return true;
	return isDeepStrictEqual(comparable(one), comparable(other));
}

/** Databases write numbers as text and times with seconds. */
function comparable(value: unknown): unknown {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value.replace(/^(\d\d:\d\d):\d\d$/, '$1') : value;
}

export const isNothing = (value: unknown): boolean =>
	value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether something is answered of an optional part: more than what it begins with. */
export function isAnswered({ defaults = {} }: StepPart, { fields }: AskedPart, row: Row): boolean {
	return fields.some(({ field, default: begins }) => {
		const value = row[field];
		if (isNothing(value) || value === false || field in defaults) return false;
		return begins === undefined || !isAlike(value, begins);
	});
}

/** Refusals of fields that are not asked. */
export function strangeIn(row: Row, asked: AskedPart, place: Place): StepRefusal[] {
	const names = new Set(['id', '$label', ...asked.fields.map(({ field }) => field)]);
	return Object.keys(row)
		.filter((field) => !names.has(field))
		.map((field) => refusalAt(place, field, 'not_asked_here'));
}

/**
 * Refusals of answers that the form needs and that are missing.
 * @param record as it would become, with what the form does not ask
 */
export function missingIn(record: Row, asked: AskedPart, place: Place, context: StepContext): StepRefusal[] {
	const form = place.forms.fields.get(asked.collection) ?? [];
	const shown = askedWith(form, record, context.accountability);
	return asked.fields
		.filter(({ field }) => {
			const { required, hidden } = shown.get(field) ?? { required: false, hidden: false };
			return required && !hidden && isNothing(record[field]);
		})
		.map(({ field }) => refusalAt(place, field, 'answer_missing'));
}

/** Refusals of answers that do not fit their field, where the rule beside the database would name what is stored. */
export function unfitIn(row: Row, { fields }: AskedPart, place: Place): StepRefusal[] {
	return fields.flatMap((field) => {
		const given = row[field.field];
		const code = isNothing(given) ? undefined : unfit(given, field);
		return code ? [refusalAt(place, field.field, code)] : [];
	});
}

function unfit(given: unknown, { type, choices, picks }: AskedField): ProblemCode | undefined {
	if (choices) {
		const values = type === 'json' ? given : [given];
		const isOffered = (value: unknown) => choices.some((choice) => choice.value === value);
		return Array.isArray(values) && values.every(isOffered) ? undefined : 'answer_not_offered';
	}
	// Records are chosen here, and not made along with this one.
	if (picks && typeof given === 'object') return 'answer_not_possible';
	const isDay = type !== 'date' || (typeof given === 'string' && parseDay(given) !== undefined);
	return isDay ? undefined : 'day_not_real';
}

/** The answers that the step gives itself, as far as they need nothing to be worked out. */
export function fixedOf({ fixed = {} }: StepPart): Row {
	return Object.fromEntries(Object.entries(fixed).filter(([, value]) => !isWorkedOut(value)));
}
