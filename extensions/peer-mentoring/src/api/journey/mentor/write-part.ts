import type { StepPart } from '../../../domain/journey/mentor-steps.ts';
import { mentorOf } from '../../../storage/writer/complete.ts';
import { NotYoursError } from '../../shared/errors.ts';
import type { Tell } from '../../shared/tell-everybody.ts';
import {
	changed,
	fixedOf,
	isAnswered,
	isNothing,
	missingIn,
	unfitIn,
	strangeIn,
	written,
	type Answered,
} from './answers.ts';
import type { AskedPart } from '../../../domain/journey/asked-step.ts';
import { linkOf, type Person } from './person.ts';
import { keyOfPart, recordOf, rowsOfPart, type Keys } from './records.ts';
import { refusalAt, refusalsIn, type Place, type StepRefusal } from './refusals.ts';
import type { Row, StepContext } from './step-context.ts';

export interface Writing {
	context: StepContext;
	person: Person | undefined;
	keys: Keys;
	parts: readonly StepPart[];
	tell: Tell;
}

/** What became of a part: the keys of its records, in the order of its rows, or why it was refused. */
export interface PartWritten {
	keys: string[];
	refusals: StepRefusal[];
	/** Whether anything was stored. */
	stored?: boolean;
}

/** Writes the record of a part, or each of its rows. */
export async function writePart(writing: Writing, { part, asked, rows }: Answered): Promise<PartWritten> {
	const { context, parts, person, keys } = writing;
	const place: Place = { part, parts, forms: context.forms, language: context.mentor.language };
	if (!part.rows) {
		const key = await keyOfPart(context, part, person, keys);
		return writeRow(writing, { part, asked, row: rows[0] ?? {}, key, place });
	}
	const all: PartWritten = { keys: [], refusals: [] };
	if (rows.length < part.rows.min) all.refusals.push(refusalAt(place, undefined, 'rows_missing'));
	const there = await rowsOfPart(context, part, { person, keys, fields: [] });
	const known = new Set(there.map(({ id }) => String(id)));
	for (const [index, row] of rows.entries()) {
		const key = row.id === undefined || row.id === null ? undefined : String(row.id);
		if (key !== undefined && !known.has(key)) throw new NotYoursError();
		const one = await writeRow(writing, { part, asked, row, key, place: { ...place, row: index } });
		all.keys.push(...one.keys);
		all.refusals.push(...one.refusals);
		all.stored ||= one.stored;
	}
	return all;
}

interface OneRow {
	part: StepPart;
	asked: AskedPart;
	row: Row;
	/** Of the record that is there. */
	key: string | undefined;
	place: Place;
}

async function writeRow(writing: Writing, { part, asked, row, key, place }: OneRow): Promise<PartWritten> {
	const { context } = writing;
	const { collection } = part;
	const strange = strangeIn(row, asked, place);
	const columns = Object.entries(context.forms.overview.collections[collection]?.fields ?? {});
	const stored = columns.filter(([, { type }]) => type !== 'alias').map(([field]) => field);
	const there = key === undefined ? {} : await recordOf(context, collection, key, stored);
	const answers = written(row, asked);
	const change = key === undefined ? answers : changed(answers, there);
	if (strange.length > 0) return { keys: [], refusals: strange };
	const isLeftOut = part.optional && !isAnswered(part, asked, change) && !isEmptied(change, there);
	if (isLeftOut) return { keys: key === undefined ? [] : [key], refusals: [] };
	// What the step begins with is its own: where it was not sent, the column's default would say something else.
	const begins = Object.fromEntries(
		columns.map(([field, { defaultValue }]) => [field, field in (part.defaults ?? {}) ? null : (defaultValue ?? null)]),
	);
	const record = { ...(key === undefined ? begins : there), ...fixedOf(part), ...answers };
	const link = key === undefined ? await linkOfNew(writing, part) : {};
	if (!link) return { keys: [], refusals: [refusalAt(place, undefined, 'nothing_to_write_to')] };
	const faults = [...missingIn({ ...record, ...link }, asked, place, context), ...unfitIn(change, asked, place)];
	if (faults.length > 0) return { keys: [], refusals: faults };
	if (key !== undefined && Object.keys(change).length === 0) return { keys: [key], refusals: [] };
	return store(writing, place, key, { ...fixedOf(part), ...withoutDefaults(change, columns), ...link });
}

/** Whether an answer that was there has been taken away. */
function isEmptied(change: Row, there: Row): boolean {
	return Object.entries(change).some(([field, value]) => isNothing(value) && !isNothing(there[field]));
}

/** A column that cannot be empty keeps what a new record begins with. */
function withoutDefaults(row: Row, columns: readonly [string, { nullable?: boolean }][]): Row {
	const filled = new Set(columns.filter(([, { nullable }]) => nullable === false).map(([field]) => field));
	return Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== null || !filled.has(field)));
}

/** What says whose a new record is: the person, a record of theirs, or the Peer Mentor who writes it. */
async function linkOfNew({ context, person, keys }: Writing, part: StepPart): Promise<Row | undefined> {
	if (person && (part.collection === 'mentees' || part.collection === 'referrals')) return undefined;
	const under = part.of === undefined ? undefined : keys.get(part.of);
	if (part.of !== undefined && under === undefined) return undefined;
	if (person) return linkOf(context, part.collection, person, under);
	const linksMentor = context.forms.links.get(`${part.collection}.peer_mentor`) === 'peer_mentors';
	return linksMentor ? { peer_mentor: await mentorOf(context.knex, context.mentor.user) } : {};
}

/** Writes a record in a part of the transaction that can be taken back by itself, so that what follows can be asked too. */
async function store(
	{ context, tell }: Writing,
	place: Place,
	key: string | undefined,
	record: Row,
): Promise<PartWritten> {
	const options = { bypassEmitAction: tell };
	try {
		const made = await context.knex.transaction((savepoint) => {
			const items = context.items(place.part.collection, savepoint);
			return key === undefined ? items.createOne(record, options) : items.updateOne(key, record, options);
		});
		return { keys: [String(made)], refusals: [], stored: true };
	} catch (error) {
		const refusals = refusalsIn(error, place);
		if (!refusals) throw error;
		return { keys: [], refusals };
	}
}
