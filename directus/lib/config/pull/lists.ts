/** The code lists of the database as the content of their files. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Choice } from '../../../../extensions/peer-mentoring/src/domain/language/choices.ts';
import { readCodes } from '../../../../extensions/peer-mentoring/src/storage/language/lists.ts';
import { LISTS_FOLDER, NAMES_PATH, readListFile, readNames, type ListFile } from '../../code-lists.ts';
import type { Knex } from '../../directus.ts';
import type { FileChange } from './files.ts';

/** The files of lists that were changed in the Studio, and that of their names. */
export async function pulledLists(knex: Knex): Promise<FileChange[]> {
	const changes: FileChange[] = [];
	const names: { id: string; english: string; welsh: string | null }[] = await knex('code_lists')
		.select('id', 'english', 'welsh')
		.orderBy('id');
	const content = Object.fromEntries(names.map(({ id, english, welsh }) => [id, { en: english, cy: welsh ?? '' }]));
	if (!isDeepStrictEqual(content, readNames())) changes.push({ path: NAMES_PATH, content, json: true });
	const codes = Map.groupBy(await readCodes(knex), ({ list }) => list);
	for (const { id } of names) {
		const file = Object.fromEntries(
			(codes.get(id) ?? []).map(({ value, code, en, welsh, from, until }) => {
				const days = { ...(from && { from }), ...(until && { until }) };
				return [value, { code, en, cy: welsh ?? '', ...days } satisfies Choice];
			}),
		);
		if (!alikeInOrder(file, readListFile(id))) {
			changes.push({ path: join(LISTS_FOLDER, `${id}.json`), content: file, json: true });
		}
	}
	return changes;
}

/** The order of a list is that in which its values are offered. */
function alikeInOrder(one: ListFile, other: ListFile): boolean {
	return isDeepStrictEqual(Object.entries(one), Object.entries(other));
}
