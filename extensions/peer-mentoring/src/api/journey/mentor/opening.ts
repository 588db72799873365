/** What a step begins with: what is on record, what is usual, and what can be chosen. */
import type { StepPart } from '../../../domain/journey/mentor-steps.ts';
import { namesIn, type Condition } from '../../../domain/platform/conditions.ts';
import { defaultsOf } from './defaults.ts';
import { fixedOf, isNothing } from './answers.ts';
import { partOf, type AskedPart } from './parts.ts';
import { personOf, type Person } from './person.ts';
import { picksOf, type Pick } from './picks.ts';
import { questionsOf, type AskedQuestion } from './questions.ts';
import { keyOfPart, recordOf, rowsOfPart, type Keys } from './records.ts';
import { stepNamed, type Row, type StepContext } from './step-context.ts';

export interface Opened {
	/** By part: a record, or its rows. */
	values: Record<string, Row | Row[]>;
	/** What the conditions of a part look at beside its own fields. */
	context: Record<string, Row>;
	/** By `part.field`. */
	picks: Record<string, Pick[]>;
	/** The questions of a questionnaire, by `part.field`. */
	questions: Record<string, AskedQuestion[]>;
}

export async function openStep(context: StepContext, name: unknown, about: unknown): Promise<Opened> {
	const step = stepNamed(context, name);
	const person = step.about === 'none' ? undefined : await personOf(context, about);
	const opened: Opened = { values: {}, context: {}, picks: {}, questions: {} };
	const keys: Keys = new Map();
	for (const part of step.parts) {
		const asked = partOf(part, context.forms);
		if (!asked) continue;
		await openPart(context, { part, asked, person, keys, opened });
	}
	return opened;
}

interface Opening {
	part: StepPart;
	asked: AskedPart;
	person: Person | undefined;
	keys: Keys;
	opened: Opened;
}

async function openPart(context: StepContext, { part, asked, person, keys, opened }: Opening): Promise<void> {
	const fields = asked.fields.map(({ field }) => field);
	const begins = { ...constantsOf(asked), ...(await defaultsOf(context, part, person)) };
	if (part.rows) {
		const named = [...fields, ...labelsOf(part, context)];
		opened.values[part.name] = await rowsOfPart(context, part, { person, keys, fields: named });
		opened.context[part.name] = begins;
	} else {
		const looked = lookedAt(asked, context, part);
		const key = await keyOfPart(context, part, person, keys);
		if (key !== undefined) keys.set(part.name, key);
		const there = key === undefined ? {} : await recordOf(context, part.collection, key, [...fields, ...looked]);
		const shown = { ...begins, ...withoutNothing(there) };
		opened.values[part.name] = Object.fromEntries(fields.map((field) => [field, shown[field] ?? null]));
		const known: Row = { ...fixedOf(part), ...(key === undefined ? person : {}), ...withoutNothing(there) };
		opened.context[part.name] = {
			...Object.fromEntries(looked.map((field) => [field, known[field] ?? null])),
			id: key ?? null,
		};
	}
	for (const field of asked.fields) {
		const at = `${part.name}.${field.field}`;
		if (field.picks) opened.picks[at] = await picksOf(context, field.picks, person);
		if (field.interface === 'survey-answers' && person) opened.questions[at] = await questionsOf(context, person);
	}
}

function withoutNothing(row: Row): Row {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => !isNothing(value)));
}

/** What a new record begins with whoever it is about. */
function constantsOf({ fields, writes }: AskedPart): Row {
	if (writes === 'update') return {};
	return Object.fromEntries(
		fields.flatMap(({ field, default: begins }) => (begins === undefined ? [] : [[field, begins]])),
	);
}

/** The fields that conditions look at and that the part does not ask. */
function lookedAt({ fields, groups }: AskedPart, { forms }: StepContext, { collection }: StepPart): string[] {
	const rules = [...fields, ...groups].flatMap(({ conditions = [] }) => conditions.map(({ rule }: Condition) => rule));
	const asked = new Set(fields.map(({ field }) => field));
	const columns = forms.overview.collections[collection]?.fields ?? {};
	const readable = forms.grants.get(`${collection} read`) ?? new Set();
	return [...new Set(rules.flatMap(namesIn))].filter(
		(name) => !asked.has(name) && name in columns && (readable.has(name) || readable.has('*')),
	);
}

/** Rows that cannot be added to are told apart by what they are called. */
function labelsOf({ rows, collection }: StepPart, { forms }: StepContext): string[] {
	if (rows?.add !== false) return [];
	const template = forms.templates.get(collection) ?? '';
	return [...template.matchAll(/{{(\w+)}}/g)].map(([, name]) => name as string);
}
