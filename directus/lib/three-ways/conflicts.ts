/** Conflicts between Studio and files as the Administrator finds them in the Studio, and what was chosen there. */
import { randomUUID } from 'node:crypto';
import { readAccounts } from '../../../extensions/peer-mentoring/src/storage/platform/accounts.ts';
import { notify } from '../../../extensions/peer-mentoring/src/storage/platform/notifications.ts';
import type { Knex } from '../directus.ts';
import { nameOfConflict, type Choice, type EntryConflict } from './entries.ts';

const TABLE = 'configuration_conflicts';

/** What has been chosen in the Studio, by the name of the conflict. */
export async function readChoices(knex: Knex): Promise<Map<string, Choice>> {
	if (!(await knex.schema.hasTable(TABLE))) return new Map();
	const rows: { what: string; choice: Choice }[] = await knex(TABLE).whereNotNull('choice').select('what', 'choice');
	return new Map(rows.map(({ what, choice }) => [what, choice]));
}

/** Lists the conflicts that there are, and tells every Administrator of those that are new. */
export async function listConflicts(knex: Knex, conflicts: readonly EntryConflict[]): Promise<void> {
	const listed = new Map(conflicts.map((conflict) => [nameOfConflict(conflict), conflict]));
	const known = new Set<string>(await knex(TABLE).pluck('what'));
	const gone = [...known].filter((what) => !listed.has(what));
	if (gone.length > 0) await knex(TABLE).whereIn('what', gone).delete();
	const added = [...listed].filter(([what]) => !known.has(what));
	for (const [what, { studio, files }] of added) {
		const values = { in_studio: valueText(studio), in_files: valueText(files) };
		await knex(TABLE).insert({ id: randomUUID(), what, ...values });
	}
	if (added.length === 0) return;
	for (const { id, administrator, language } of await readAccounts(knex)) {
		if (!administrator) continue;
		const subject =
			language === 'cy-GB'
				? `Newidiwyd yn y Stiwdio ac yn y fersiwn newydd (${added.length})`
				: `Changed in the Studio and in the new version (${added.length})`;
		const message =
			language === 'cy-GB'
				? 'Mae newid y Stiwdio yn aros nes i chi ddewis, ar gyfer pob un, pa werth sydd i aros.'
				: 'What the Studio says stays until you choose, for each, which value is to stay.';
		await notify(knex, { recipient: id, collection: TABLE, subject, message });
	}
}

/** A value as people read it; nothing where it was taken away. */
export function valueText(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
