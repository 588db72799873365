/** What people read instead of the values of splits. */
import type { Knex } from 'knex';
import type { CodeList, Lists } from '../../../domain/language/code-lists.ts';
import { labelOf, monthInWords } from '../../../domain/language/in-words.ts';
import type { Language } from '../../../domain/language/text.ts';
import type { Split } from '../../../domain/returns/figures/catalogue.ts';
import { readLists } from '../../language/lists.ts';

/** The list that a split's values are of. */
const LIST_OF: Readonly<Partial<Record<Split, CodeList>>> = {
	route: 'referral_route',
	organisation_type: 'third_party_type',
	preferred_language: 'language',
	dwp_customer: 'yes_no_not_known',
	benefit_type: 'benefit',
	addiction_type: 'substance',
	addiction_group: 'addiction_group',
	treatment: 'treatment_status',
	barrier: 'barrier',
	disclosure: 'disclosure',
	stage: 'journey_stage',
	end_reason: 'end_reason',
	session_mode: 'session_mode',
	support_kind: 'support_kind',
	action_status: 'action_status',
	service_level: 'clock',
	upskilling_direction: 'upskilling_direction',
	spend_kind: 'spend_kind',
};

/** The table that a split's values are keys of. */
const TABLE_OF: Readonly<Partial<Record<Split, { table: string; welsh?: true }>>> = {
	cpa: { table: 'contract_package_areas' },
	delivery_area: { table: 'delivery_areas', welsh: true },
	jobcentre_office: { table: 'jobcentre_offices', welsh: true },
	mentor: { table: 'peer_mentors' },
};

export type ValueLabels = Partial<Record<Split, Record<string, string>>>;

/** The labels of values that an answer has, of those splits whose values do not speak for themselves. */
export async function readValueLabels(
	knex: Knex,
	values: ReadonlyMap<Split, readonly string[]>,
	language: Language,
): Promise<ValueLabels> {
	const lists = await readLists(knex);
	const labels: ValueLabels = {};
	for (const [split, own] of values) {
		const list = LIST_OF[split];
		const table = TABLE_OF[split];
		if (split === 'month') labels.month = labelled(own, (month) => monthInWords(month, language));
		if (list) labels[split] = labelled(own, (value) => labelOf(list, value, language, lists));
		if (table) labels[split] = await namesIn(knex, table, own, language);
	}
	return labels;
}

/** Every value that a split's list has, with its label, for whoever chooses a filter; nothing of those without a list. */
export async function readChoices(
	knex: Knex,
	split: Split,
	language: Language,
	lists: Lists,
): Promise<{ value: string; text: string }[]> {
	const list = LIST_OF[split];
	if (list) return lists[list].map(({ value }) => ({ value, text: labelOf(list, value, language, lists) }));
	const table = TABLE_OF[split];
	// People are chosen by name where they are managed, not in a list of everybody's.
	if (table === undefined || split === 'mentor') return [];
	const names = await namesIn(knex, table, undefined, language);
	return Object.entries(names).map(([value, text]) => ({ value, text }));
}

async function namesIn(
	knex: Knex,
	{ table, welsh }: { table: string; welsh?: true },
	keys: readonly string[] | undefined,
	language: Language,
): Promise<Record<string, string>> {
	const query = knex(table)
		.orderBy(table === 'contract_package_areas' ? 'id' : 'name')
		.select('id', 'name', ...(welsh ? ['name_cy'] : []));
	const rows: Record<string, unknown>[] = await (keys ? query.whereIn('id', [...keys]) : query);
	const nameOf = ({ name, name_cy }: Record<string, unknown>) => String((language === 'cy-GB' && name_cy) || name);
	return Object.fromEntries(rows.map((row) => [String(row.id), nameOf(row)]));
}

const labelled = (values: readonly string[], label: (value: string) => string) =>
	Object.fromEntries(values.map((value) => [value, label(value)]));
