import {
	fieldsOfPart,
	groupsAround,
	inFormOrder,
	isWorkedOut,
	type AskableField,
	type StepPart,
} from '../../../domain/journey/mentor-steps.ts';
import type { AskedField, AskedPart } from '../../../domain/journey/asked-step.ts';
import { PHOTO_INTERFACE } from '../../../domain/journey/signature-photo.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { JOURNEY_TREE } from '../../../storage/journey/journey-tree.ts';
import type { StoredField } from '../../../storage/platform/forms.ts';
import type { Forms } from './model.ts';

/** What Directus knows of the columns. */
export interface Overview {
	collections: Record<
		string,
		{
			primary: string;
			fields: Record<string, { type: string; alias?: boolean; defaultValue?: unknown; nullable?: boolean }>;
		}
	>;
}

/** A part as it is asked of whoever may write it; `undefined` where they may write nothing of it. */
export function partOf(part: StepPart, forms: Forms): AskedPart | undefined {
	const own = forms.language === 'cy-GB' ? 'cy' : 'en';
	const form = inFormOrder(forms.fields.get(part.collection) ?? []);
	const names = fieldsOfPart(part, askable(part, form, forms));
	if (names.length === 0) return undefined;
	const byName = new Map(form.map((field) => [field.field, field]));
	const fields = names.map((name) => asked(byName.get(name) as StoredField, part, forms));
	const title = part[`title_${own}`];
	return {
		name: part.name,
		collection: part.collection,
		writes: part.writes,
		...(title && { title }),
		...(part.rows && {
			rows: { min: part.rows.min, add: part.rows[`add_${own}`], can_add: part.rows.add !== false },
		}),
		...(part.optional && { optional: true as const }),
		...(part.when && { when: part.when }),
		groups: groupsOf(fields, byName, forms),
		fields,
	};
}

/** The fields that a form shows at some time and that may be written; what links a record to its person is not asked. */
function askable(
	{ collection, writes, fixed = {} }: StepPart,
	form: readonly StoredField[],
	forms: Forms,
): AskableField[] {
	const granted = forms.grants.get(`${collection} ${writes}`) ?? new Set();
	const parents = (JOURNEY_TREE[collection] ?? []).map(({ field }) => field);
	const columns = forms.overview.collections[collection]?.fields ?? {};
	return form
		.filter(({ field, hidden, readonly, conditions, special }) => {
			const column = columns[field];
			const isStored = column !== undefined && column.type !== 'alias' && !special.includes('alias');
			const isShown = !hidden || conditions.some((condition) => condition.hidden === false);
			const isOwn = parents.includes(field) || field in fixed;
			return isStored && isShown && !readonly && !isOwn && (granted.has(field) || granted.has('*'));
		})
		.map(({ field }) => ({ field, groups: groupsAround(form, field) }));
}

function asked(field: StoredField, part: StepPart, forms: Forms): AskedField {
	const name = `${part.collection}.${field.field}`;
	const column = forms.overview.collections[part.collection]?.fields[field.field];
	const link = field.interface === PHOTO_INTERFACE ? undefined : forms.links.get(name);
	const choices = field.options.choices;
	const note = inWords(field.note, forms);
	const own = forms.helpTexts.get(name);
	const begins = part.defaults?.[field.field] ?? (part.writes === 'create' ? column?.defaultValue : undefined);
	const { min, max } = field.options;
	return {
		field: field.field,
		type: column?.type ?? 'string',
		interface: field.interface,
		label: labelOf(field, forms.language),
		...(note && { note }),
		...(own && { own_note: own }),
		required: field.required,
		readonly: field.readonly,
		hidden: field.hidden,
		...(choices && { choices: choicesOf(choices, part, part.without_choices?.[field.field] ?? [], forms) }),
		...(field.conditions.length > 0 && { conditions: field.conditions.map(conditionOf) }),
		...(isKnown(begins) && { default: begins }),
		...(link && {
			picks: {
				collection: link,
				template: String(field.options.template ?? forms.templates.get(link) ?? '{{id}}'),
				filter: field.options.filter ?? null,
			},
		}),
		...(field.group && { group: field.group }),
		...((min !== undefined || max !== undefined) && { options: { min, max } }),
	};
}

/** What is worked out for a person comes with their values; the day is that of whoever fills the form in. */
const isKnown = (value: unknown) =>
	value !== undefined && value !== null && (!isWorkedOut(value) || value === '$TODAY' || value === '$IN_TWO_WEEKS');

function conditionOf({
	rule,
	required,
	hidden,
	readonly,
	clear_hidden_value_on_save,
}: StoredField['conditions'][number]) {
	return { rule, required, hidden, readonly, clear_hidden_value_on_save };
}

/** What cannot be chosen any more is shown where a record has it. */
function choicesOf(
	choices: NonNullable<StoredField['options']['choices']>,
	part: StepPart,
	without: readonly string[],
	forms: Forms,
) {
	return choices
		.filter(({ value }) => !without.includes(value))
		.filter(({ disabled }) => !disabled || part.writes === 'update')
		.map(({ value, text, disabled }) => ({
			value,
			text: inWords(text, forms) ?? text,
			...(disabled ? { disabled: true as const } : {}),
		}));
}

function groupsOf(fields: readonly AskedField[], byName: ReadonlyMap<string, StoredField>, forms: Forms) {
	const names = new Set(fields.flatMap(({ group }) => group ?? []));
	return [...names].flatMap((name) => {
		const group = byName.get(name);
		// The tabs of the Studio's form are one page each: here a step is the page.
		if (!group || group.interface !== 'group-detail') return [];
		const conditions = group.conditions.map(conditionOf);
		return [{ name, label: labelOf(group, forms.language), hidden: group.hidden, conditions }];
	});
}

/** What is added in the Studio may have no Welsh yet, and its English may be American. */
export function labelOf({ field, translations }: StoredField, language: Language): string {
	for (const wanted of [language, 'en-GB', 'en-US']) {
		const found = translations.find((each) => each.language === wanted)?.translation;
		if (found) return found;
	}
	const words = field.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words that the model names by a key, or that stand there themselves. */
function inWords(text: string | null, { texts }: Forms): string | undefined {
	if (text === null || text === '') return undefined;
	return text.startsWith('$t:') ? texts.get(text) : text;
}
