import type { Knex } from 'knex';
import type { CodeList } from '../../../domain/language/code-lists.ts';
import { isOpen } from '../../../domain/language/open-lists.ts';
import { readCodes } from '../../../storage/language/lists.ts';
import { listOfField } from '../../../storage/language/lists-in-step.ts';
import { readChoosingFields, type FieldChoice } from '../../../storage/platform/data-model.ts';
import { refusal } from '../../shared/errors.ts';

/** What the editor of a field sends. */
export interface FieldChange {
	meta?: { options?: { choices?: FieldChoice[] | null } | null } | null;
}

/**
 * A field that offers a code list: what is added in its editor becomes a value of the list. What the list has is taken
 * away in the list, for all fields that offer it.
 * @returns the list, where the choices are among what changes
 */
export async function refuseTakingAway(
	knex: Knex,
	place: { collection: string; field: string },
	{ meta }: FieldChange,
): Promise<CodeList | undefined> {
	if (!meta || !('options' in meta)) return undefined;
	const [there] = await readChoosingFields(knex, place);
	const list = there && listOfField(there);
	if (!list) return undefined;
	// Another interface begins without choices: they are the list's, whatever shows them.
	if (!meta.options?.choices) meta.options = { ...meta.options, choices: [...(there.options?.choices ?? [])] };
	const values = new Set((meta.options?.choices ?? []).map(({ value }) => value));
	const codes = there.options?.choices ?? [];
	const gone = codes.find(({ value }) => !values.has(value));
	if (gone) {
		const { english: en, welsh } = await knex('code_lists').where({ id: list }).first('english', 'welsh');
		const params = { value: gone.value, label: list, en, cy: welsh ?? en };
		throw refusal('fields', 'options', 'choice_of_list', params);
	}
	const known = new Set((await readCodes(knex, list)).map(({ value }) => value));
	const isAdded = codes.length > 0 && [...values].some((value) => !codes.some((code) => code.value === value));
	if (isAdded && !isOpen(list) && [...values].some((value) => !known.has(value))) {
		throw refusal('fields', 'options', 'list_closed');
	}
	return list;
}
