/** What a step begins with: what is on record, what is usual, and what can be chosen. */
import type { StepPart } from '../../../domain/journey/mentor-steps.ts';
import { namesIn as lookedAtBy, type Condition } from '../../../domain/platform/conditions.ts';
import { defaultsOf } from './defaults.ts';
import { fixedOf, isNothing } from './answers.ts';
import type { AskedPart } from '../../../domain/journey/asked-step.ts';
import { partOf } from './parts.ts';
import { ofPerson, personOf, type Person } from './person.ts';
import { namesIn, picksOf, textOf, type Pick } from './picks.ts';
import { readOutFor, type ReadOut } from './read-out.ts';
import { questionsOf, type AskedQuestion } from './questions.ts';
import { keyOfPart, recordOf, rowsOfPart, type Keys } from './records.ts';
import { stepNamed, type Row, type StepContext } from './step-context.ts';

export interface Opened {
	/** How the person is called; `null` where the step is about nobody. */
	name: string | null;
	/** By part: a record, or its rows. */
	values: Record<string, Row | Row[]>;
	/** The fields of records that are there of which the value is a default, and not on record. */
	begun: Record<string, string[]>;
	/** What the conditions of a part look at beside its own fields. */
	context: Record<string, Row>;
	/** By `part.field`. */
	picks: Record<string, Pick[]>;
	/** The questions of a questionnaire, by `part.field`. */
	questions: Record<string, AskedQuestion[]>;
	/** By part: what is read out before it is asked. */
	read_out: Record<string, ReadOut>;
}

export async function openStep(context: StepContext, name: unknown, about: unknown): Promise<Opened> {
	const step = stepNamed(context, name);
	const person = step.about === 'none' ? undefined : await personOf(context, about);
	const opened: Opened = { name: null, values: {}, begun: {}, context: {}, picks: {}, questions: {}, read_out: {} };
	if (person) opened.name = String((await ofPerson(context, person, ['name']))?.name ?? '');
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
		const template = context.forms.templates.get(part.collection) ?? '';
		const named = [...fields, ...namesIn(template)];
		const rows = await rowsOfPart(context, part, { person, keys, fields: named });
		opened.values[part.name] = rows.map((row) => ({
			...Object.fromEntries(['id', ...fields].map((field) => [field, row[field] ?? null])),
			$label: textOf(row, template, context.mentor.language),
		}));
		opened.context[part.name] = begins;
	} else {
		const looked = lookedAt(asked, context, part);
		const key = await keyOfPart(context, part, person, keys);
		if (key !== undefined) keys.set(part.name, key);
		const there = key === undefined ? {} : await recordOf(context, part.collection, key, [...fields, ...looked]);
		const shown = { ...begins, ...withoutNothing(there) };
		opened.values[part.name] = Object.fromEntries(fields.map((field) => [field, shown[field] ?? null]));
		if (key !== undefined)
			opened.begun[part.name] = fields.filter((field) => field in begins && isNothing(there[field]));
		const known: Row = { ...fixedOf(part), ...(key === undefined ? person : {}), ...withoutNothing(there) };
		opened.context[part.name] = {
			...Object.fromEntries(looked.map((field) => [field, known[field] ?? null])),
			id: key ?? null,
		};
	}
	const aloud = person && (await readOutFor(context, part, person));
	if (aloud) opened.read_out[part.name] = aloud;
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
	return [...new Set(rules.flatMap(lookedAtBy))].filter(
		(name) => !asked.has(name) && name in columns && (readable.has(name) || readable.has('*')),
	);
}
