import { createError } from '@directus/errors';
import type { Knex } from 'knex';
import type { Language } from '../../domain/language/messages.ts';
import { text, type Texts } from '../../domain/language/text.ts';
import { problemMessage, type Problem, type ProblemCode } from '../../domain/problems.ts';
import { readLabels } from '../../storage/language/labels.ts';
import { languageOfAccount } from '../../storage/platform/accounts.ts';
import type { Accountability } from './caller.ts';

interface Refusal {
	/** What is wrong and what would be right, in the reader's language. */
	reason: string;
	collection?: string;
	field?: string;
	/** The Studio shows `validationError.refused`, which is the reason itself, beside the field. */
	type?: 'refused';
}

/** A record that cannot be: the Studio shows the reason beside the field, other clients read the message. */
export const RecordRefusedError = createError<Refusal>('FAILED_VALIDATION', ({ reason }) => reason, 400);

/** A request that cannot be answered as it was asked. */
export const BadRequestError = createError<{ reason: string }>('INVALID_QUERY', ({ reason }) => reason, 400);

/** As {@link BadRequestError}, before it is put into the language of whoever asks by the `handler` of an endpoint. */
export class Misasked extends Error {
	readonly reasons: Texts;

	constructor(en: string, cy: string) {
		super(en);
		this.reasons = text(en, cy);
	}
}

/** One wording for forbidden and missing, so that an error tells an outsider nothing. */
export const NotYoursError = createError(
	'FORBIDDEN',
	"You don't have permission to access this, or it does not exist.",
	403,
);

export function refused(collection: string, field: string, reason: string): InstanceType<typeof RecordRefusedError> {
	return new RecordRefusedError({ reason, collection, field, type: 'refused' });
}

/** Problems found by the rules, as errors in the language of whoever made the request. */
export function refusals(
	collection: string,
	problems: readonly Problem[],
	language: Language,
): InstanceType<typeof RecordRefusedError>[] {
	return problems.map((problem) =>
		refused(collection, problem.beside ?? problem.field, problemMessage(problem, language)),
	);
}

/** A record that a rule refuses, before it is put into anybody's language by {@link inTheirLanguage}. */
export class RecordRefused extends Error {
	readonly collection: string;
	readonly problems: readonly Problem[];

	constructor(collection: string, problems: readonly Problem[]) {
		super(problems.map(({ field, code }) => `${field}: ${code}`).join(', '));
		this.collection = collection;
		this.problems = problems;
	}
}

export function refusal(
	collection: string,
	field: string,
	code: ProblemCode,
	params?: Problem['params'],
): RecordRefused {
	return new RecordRefused(collection, [{ field, code, params }]);
}

/** Runs a check; what it refuses is answered in the language of whoever made the request. */
export async function inTheirLanguage<Result>(
	{ database, accountability }: { database: unknown; accountability: unknown },
	check: () => Promise<Result>,
): Promise<Result> {
	try {
		return await check();
	} catch (error) {
		if (!(error instanceof RecordRefused)) throw error;
		const { user } = (accountability ?? {}) as NonNullable<Accountability>;
		const language = await languageOf(database as Knex, user);
		throw refusals(error.collection, await withLabels(database as Knex, error, language), language);
	}
}

/** A refusal that names its own field says what the form calls it. */
async function withLabels(knex: Knex, { collection, problems }: RecordRefused, language: Language): Promise<Problem[]> {
	const namesItself = ({ field, params }: Problem) => params?.name === field;
	if (!problems.some(namesItself)) return [...problems];
	const labels = await readLabels(knex, language);
	return problems.map((problem) =>
		namesItself(problem)
			? { ...problem, params: { ...problem.params, name: labels.field(collection, problem.field) } }
			: problem,
	);
}

/** The language to answer a person in. */
export async function languageOf(knex: Knex, user: string | null | undefined): Promise<Language> {
	return (user ? await languageOfAccount(knex, user) : null) ?? 'en-GB';
}
