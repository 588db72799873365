import { JOURNEY_TREE } from '../../../storage/journey/journey-tree.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { NotYoursError } from '../../shared/errors.ts';
import type { Row, StepContext } from './step-context.ts';

/** Somebody whom a step is about. */
export interface Person {
	referral: string;
	/** The Mentee record, once there is one. */
	mentee: string | null;
}

/** Whoever a step is about, by the key of their referral or of their Mentee record; refused where they are not one's own. */
export async function personOf(context: StepContext, id: unknown): Promise<Person> {
	const key = uuidIn(id);
	if (key === undefined) throw new NotYoursError();
	const mentee = await oneOf(context, 'mentees', { _or: [{ id: { _eq: key } }, { referral: { _eq: key } }] }, [
		'id',
		'referral',
	]);
	if (mentee) return { mentee: String(mentee.id), referral: String(mentee.referral) };
	const referral = await oneOf(context, 'referrals', { id: { _eq: key } }, ['id']);
	if (!referral) throw new NotYoursError();
	return { referral: key, mentee: null };
}

/** The newest record of a collection that a rule finds. */
export async function oneOf(
	{ items, knex }: StepContext,
	collection: string,
	filter: object,
	fields: readonly string[],
): Promise<Row | undefined> {
	const query = { filter, fields, sort: ['-date_created', '-id'], limit: 1 };
	return (await items(collection, knex).readByQuery(query))[0];
}

/** What links a new record of a collection to its person, or to a record of theirs; `undefined` where there is none yet. */
export async function linkOf(
	context: StepContext,
	collection: string,
	person: Person | undefined,
	under: string | undefined,
): Promise<Row | undefined> {
	const parents = JOURNEY_TREE[collection] ?? [];
	if (parents.length === 0) return {};
	for (const { field, collection: above } of parents) {
		const key = under ?? (person && (await keyIn(context, above, person)));
		if (key) return { [field]: key };
	}
	return undefined;
}

/** The record of a collection that a person has: themselves, or the newest of theirs. */
export async function keyIn(context: StepContext, collection: string, person: Person): Promise<string | undefined> {
	if (collection === 'referrals') return person.referral;
	if (collection === 'mentees') return person.mentee ?? undefined;
	const filter = filterOf(collection, person);
	const row = filter && (await oneOf(context, collection, filter, ['id']));
	return row && String(row.id);
}

/** Finds the records of a collection that belong to a person. */
export function filterOf(collection: string, { mentee, referral }: Person): object | undefined {
	const [parent] = JOURNEY_TREE[collection] ?? [];
	if (!parent) return undefined;
	if (parent.collection === 'mentees') return mentee ? { [parent.field]: { _eq: mentee } } : undefined;
	if (parent.collection === 'referrals') return { [parent.field]: { _eq: referral } };
	const above = filterOf(parent.collection, { mentee, referral });
	return above && { [parent.field]: above };
}

/** What is on record of somebody: of the Mentee once there is one, or else of the referral. */
export function ofPerson(
	context: StepContext,
	{ mentee, referral }: Person,
	fields: readonly string[],
): Promise<Row | undefined> {
	return mentee
		? oneOf(context, 'mentees', { id: { _eq: mentee } }, fields)
		: oneOf(context, 'referrals', { id: { _eq: referral } }, fields);
}
