import { createHmac } from 'node:crypto';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import type { Step, StepPart } from '../../../domain/journey/mentor-steps.ts';
import { retrying } from '../../../storage/database/retry.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { keepAnswer, takeSubmission, type Submission } from '../../../storage/journey/mentor-submissions.ts';
import { settleInside } from '../../../storage/writer/settle.ts';
import { BadRequestError } from '../../shared/errors.ts';
import type { Tell, Told } from '../../shared/tell-everybody.ts';
import { isAsked, rowsIn, type Answered } from './answers.ts';
import { partOf } from './parts.ts';
import { withPhotos } from './photos.ts';
import { personOf, type Person } from './person.ts';
import { refusalAt, sentBefore, StepRefused, type StepRefusal } from './refusals.ts';
import { stepNamed, type Row, type StepContext } from './step-context.ts';
import { writePart, type Writing } from './write-part.ts';

export interface Saved {
	said: string;
	/** The keys of the records, by part. */
	records: Record<string, string | string[]>;
}

interface Sent {
	key: string;
	about: unknown;
	values: Row;
}

/**
 * Saves a step: all of its parts in one transaction, under the permissions of whoever sends it, held against every rule
 * that its records are held against wherever they are written. What was sent before under the same key is not written
 * again.
 */
export async function saveStep(context: StepContext, name: unknown, body: unknown, secret: string): Promise<Saved> {
	const step = stepNamed(context, name);
	const sent = sentIn(body);
	const { key, about, values } = sent;
	const hash = createHmac('sha256', secret)
		.update(JSON.stringify([step.id, about ?? null, values]))
		.digest('base64url');
	const submission: Submission = { key, user: context.mentor.user, hash };
	const told: Told[] = [];
	const mayWrite = async () => step.about === 'none' || personOf(context, about);
	const saved = await withPhotos(context, { step, values, mayWrite }, (answers) =>
		retrying(() => {
			told.length = 0;
			const tell = (each: Told) => void told.push(each);
			const inside = { step, sent: { ...sent, values: answers }, submission, tell };
			return context.knex.transaction((transaction) => saveInside({ ...context, knex: transaction }, inside));
		}),
	);
	told.forEach(context.tell);
	return saved;
}

function sentIn(body: unknown): Sent {
	const { key, about = null, values } = (body ?? {}) as Row;
	const known = uuidIn(key);
	if (known === undefined) throw new BadRequestError({ reason: '"key" must be a UUID, a new one for each page.' });
	if (typeof values !== 'object' || values === null || Array.isArray(values))
		throw new BadRequestError({ reason: '"values" must be an object with the answers of each part.' });
	return { key: known, about, values: values as Row };
}

interface Inside {
	step: Step;
	sent: Sent;
	submission: Submission;
	tell: Tell;
}

async function saveInside(context: StepContext, { step, sent, submission, tell }: Inside): Promise<Saved> {
	const before = await takeSubmission<Saved>(context.knex, submission);
	if (before && !before.same) throw sentBefore(context.mentor.language);
	if (before) return before.answer;
	const person = step.about === 'none' ? undefined : await personOf(context, sent.about);
	const answered = answeredIn(context, step, sent.values);
	const writing: Writing = { context, person, keys: new Map(), parts: step.parts, tell };
	const records = await writeAll(writing, answered);
	const own = context.mentor.language === 'cy-GB' ? 'cy' : 'en';
	const saved: Saved = { said: step[`said_${own}`], records };
	await keepAnswer(context.knex, submission, saved);
	return saved;
}

/** The parts that are asked with these answers, in their order; refused where something is sent that is no part. */
function answeredIn({ forms, mentor }: StepContext, { parts }: Step, values: Row): Answered[] {
	const strange = Object.keys(values).find((name) => !parts.some((part) => part.name === name));
	if (strange) throw new BadRequestError({ reason: `There is no part "${strange.slice(0, 50)}" in this step.` });
	const valuesOf = (name: string) => (values[name] ?? {}) as Row;
	return parts.flatMap((part) => {
		const asked = partOf(part, forms);
		if (!asked || !isAsked(part, valuesOf)) return [];
		const rows = rowsIn(values[part.name], part);
		if (!rows) {
			const place = { part, parts, forms, language: mentor.language };
			throw new StepRefused([refusalAt(place, undefined, 'answer_not_possible')]);
		}
		return [{ part, asked, rows }];
	});
}

/** Writes the parts in their order. What was refused is asked no further; the other parts are, so that all is said at once. */
async function writeAll(writing: Writing, answered: readonly Answered[]): Promise<Saved['records']> {
	const { context, keys } = writing;
	const refusals: StepRefusal[] = [];
	let isStored = false;
	const records: Saved['records'] = {};
	let { person } = writing;
	for (const [index, each] of answered.entries()) {
		const { part } = each;
		if (refusals.some((refusal) => refusal.part === part.of || refusal.part === part.after)) continue;
		const { keys: made, refusals: refused, stored } = await writePart({ ...writing, person }, each);
		isStored ||= stored === true;
		refusals.push(...refused);
		if (refused.length > 0 || made.length === 0) continue;
		if (!part.rows) keys.set(part.name, made[0] as string);
		records[part.name] = part.rows ? made : (made[0] as string);
		// What follows from a part, such as the Mentee record of whoever agreed to start, is there for the next one.
		if (person && index < answered.length - 1) person = await followedUp(context, person);
	}
	if (refusals.length > 0) throw new StepRefused(mattering(refusals));
	if (!isStored) throw new StepRefused([nothingSaid(writing)]);
	return records;
}

/** 'Recorded' is not said of nothing. */
function nothingSaid({ context, parts }: Writing): StepRefusal {
	const part = parts[0] as StepPart;
	return refusalAt({ part, parts, forms: context.forms, language: context.mentor.language }, undefined, 'step_empty');
}

/** What could not be written for want of what was refused itself goes without saying. */
function mattering(refusals: readonly StepRefusal[]): readonly StepRefusal[] {
	const own = refusals.filter(({ reason }) => reason !== 'nothing_to_write_to');
	return own.length > 0 ? own : refusals;
}

async function followedUp({ knex, mentor }: StepContext, { referral }: Person): Promise<Person> {
	await settleInside(knex, { referrals: [referral], contracts: [], mentors: [] }, today(), mentor.user);
	return { referral, mentee: await menteeOf(knex, referral) };
}

async function menteeOf(knex: Knex, referral: string): Promise<string | null> {
	return (await knex('mentees').where({ referral }).first('id'))?.id ?? null;
}
