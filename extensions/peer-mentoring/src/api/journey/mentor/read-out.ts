import type { StepPart } from '../../../domain/journey/mentor-steps.ts';
import { codeText } from '../../../domain/language/messages.ts';
import { documentOn } from '../../../storage/contract/documents-in-use.ts';
import { ofPerson, type Person } from './person.ts';
import type { StepContext } from './step-context.ts';

/** Something that is read out to somebody, in their language. */
export interface ReadOut {
	title: string;
	/** Its words; or, where they are not kept here, where it is found. */
	text: string;
}

/** The document that is read out before a part is asked: the version in use today; `undefined` where there is none. */
export async function readOutFor(
	context: StepContext,
	{ read_out: kind }: StepPart,
	person: Person,
): Promise<ReadOut | undefined> {
	if (!kind) return undefined;
	const found = await documentInUse(context, kind, person);
	if (!found) return undefined;
	const title = codeText('approved_document_kind', kind)[context.mentor.language];
	return { title: `${title} ${found.version ?? ''}`.trim(), text: found.words ?? found.document ?? '' };
}

export async function documentInUse(
	{ knex, today, ...context }: StepContext,
	kind: NonNullable<StepPart['read_out']>,
	person: Person,
) {
	const row = await ofPerson({ knex, today, ...context }, person, ['contract', 'preferred_language']);
	return (
		row && documentOn(knex, { contract: String(row.contract), kind, language: String(row.preferred_language) }, today)
	);
}
