/** The steps of the journey as the mentors' app asks them, one screen each: which records they write, and what is asked. */
import type { CodeOf } from '../language/code-lists.ts';

/** One record that a step writes, or rows of one kind. */
export interface StepPart {
	name: string;
	collection: string;
	/** `update` writes to the record that is there, and makes one of a child collection where there is none yet. */
	writes: 'create' | 'update';
	/**
	 * The fields in order; {@link THE_REST} stands for those that are not named, in the order of the form, and
	 * `group:leaving` for those of them that stand in the group `leaving` of the form.
	 */
	fields: readonly string[];
	/** Fields that are not asked, and that {@link THE_REST} does not stand for. */
	without?: readonly string[];
	/** An earlier part: the record of it that is written to, or to which this one belongs. */
	of?: string;
	/** An earlier part: where it was refused, this one is not tried. */
	after?: string;
	/** The kind of approved document that is read out before this is asked. */
	read_out?: CodeOf<'approved_document_kind'>;
	/** Several records of a kind. */
	rows?: { min: number; add_en: string; add_cy: string; add?: boolean };
	/** Of the rows that are there, those that are shown: a filter of Directus. */
	only?: Readonly<Record<string, unknown>>;
	/** Answers that the step itself gives. */
	fixed?: Readonly<Record<string, unknown>>;
	/** Of the choices of a field, those that the step does not offer. */
	without_choices?: Readonly<Record<string, readonly string[]>>;
	/** Answers to begin with. */
	defaults?: Readonly<Record<string, unknown>>;
	/** Written only where something is answered that does not begin with a default. */
	optional?: boolean;
	/** Asked only where the answers of an earlier part are like this. */
	when?: { part: string; rule: Readonly<Record<string, unknown>> };
	title_en?: string;
	title_cy?: string;
}

export interface Step {
	id: string;
	sort: number | null;
	about: CodeOf<'step_subject'>;
	/** The stages at which it is offered; all of them where there are none. */
	stages: readonly CodeOf<'journey_stage'>[] | null;
	title_en: string;
	title_cy: string;
	button_en: string;
	button_cy: string;
	intro_en: string | null;
	intro_cy: string | null;
	said_en: string;
	said_cy: string;
	parts: readonly StepPart[];
}

/** Stands in a list of fields for all that are not named. */
export const THE_REST = '*';
const GROUP = 'group:';

/** Answers that are worked out when the step is opened. */
export const WORKED_OUT = [
	'$TODAY',
	'$IN_TWO_WEEKS',
	'$USUAL_MINUTES',
	'$LAST_PLACE',
	'$LANGUAGE',
	'$STATEMENT_VERSION',
] as const;
export type WorkedOut = (typeof WORKED_OUT)[number];

export function isWorkedOut(value: unknown): value is WorkedOut {
	return (WORKED_OUT as readonly unknown[]).includes(value);
}

/** What a data model has, as far as a step can name it. */
export interface KnownModel {
	isCollection(name: string): boolean;
	isField(collection: string, field: string): boolean;
}

/** Something in a step that is not right, and where: keys and positions from the outside in. */
export interface StepFault {
	place: readonly (string | number)[];
	/** The name that there is not, or that should be there. */
	name: string;
	kind: 'unknown_key' | 'missing_key' | 'unknown_collection' | 'unknown_field' | 'unknown_part' | 'wrong_value';
	/** What would be right. */
	known?: readonly string[];
}

const PART_KEYS = {
	name: 'string',
	collection: 'string',
	writes: 'string',
	fields: 'array',
	without: 'array',
	of: 'string',
	after: 'string',
	read_out: 'string',
	rows: 'object',
	only: 'object',
	fixed: 'object',
	without_choices: 'object',
	defaults: 'object',
	optional: 'boolean',
	when: 'object',
	title_en: 'string',
	title_cy: 'string',
} as const;
const NEEDED = ['name', 'collection', 'writes', 'fields'];
const WRITES = ['create', 'update'];
const ROW_KEYS = ['min', 'add_en', 'add_cy', 'add'];
const WHEN_KEYS = ['part', 'rule'];

type Given = Readonly<Record<string, unknown>>;
type Place = StepFault['place'];

/** What is wrong with the parts of a step; nothing where they can be asked. */
export function stepFaults(parts: unknown, model: KnownModel): StepFault[] {
	const given = partsIn(parts);
	if (!given) return [{ place: ['parts'], name: 'parts', kind: 'missing_key' }];
	const faults: StepFault[] = [];
	const earlier: string[] = [];
	for (const [index, part] of given.entries()) {
		const place = ['parts', index];
		const own = keyFaults(place, part);
		faults.push(...(own.length > 0 ? own : modelFaults(place, part as unknown as StepPart, model, earlier)));
		earlier.push(String(part.name));
	}
	return faults;
}

/** The parts as a list of objects; `undefined` for anything else. */
function partsIn(parts: unknown): Given[] | undefined {
	const isList = Array.isArray(parts) && parts.length > 0;
	return isList && parts.every((part) => kindOf(part) === 'object') ? (parts as Given[]) : undefined;
}

function keyFaults(place: Place, part: Given): StepFault[] {
	const known = Object.keys(PART_KEYS);
	const of = (key: string) => PART_KEYS[key as keyof typeof PART_KEYS];
	const faults: StepFault[] = [
		...unknownKeys(place, part, known),
		...NEEDED.filter((key) => part[key] === undefined).map((name): StepFault => ({
			place,
			name,
			kind: 'missing_key',
			known,
		})),
	];
	for (const [key, value] of Object.entries(part)) {
		if (known.includes(key) && kindOf(value) !== of(key))
			faults.push({ place: [...place, key], name: key, kind: 'wrong_value', known: [of(key)] });
	}
	if (typeof part.writes === 'string' && !WRITES.includes(part.writes))
		faults.push({ place: [...place, 'writes'], name: part.writes, kind: 'wrong_value', known: WRITES });
	if (kindOf(part.rows) === 'object') faults.push(...unknownKeys([...place, 'rows'], part.rows as Given, ROW_KEYS));
	if (kindOf(part.when) === 'object') faults.push(...unknownKeys([...place, 'when'], part.when as Given, WHEN_KEYS));
	return faults;
}

function modelFaults(place: Place, part: StepPart, model: KnownModel, earlier: readonly string[]): StepFault[] {
	const { name, collection } = part;
	const faults: StepFault[] = [];
	if (earlier.includes(name)) faults.push({ place: [...place, 'name'], name, kind: 'wrong_value', known: [] });
	for (const [key, other] of [
		['of', part.of],
		['after', part.after],
		['when', part.when?.part],
	] as const) {
		if (other !== undefined && !earlier.includes(other))
			faults.push({ place: [...place, key], name: other, kind: 'unknown_part', known: earlier });
	}
	if (!model.isCollection(collection))
		return [...faults, { place: [...place, 'collection'], name: collection, kind: 'unknown_collection' }];
	const named = [
		...part.fields.map((field, index) => ({ key: ['fields', index], field })),
		...(part.without ?? []).map((field, index) => ({ key: ['without', index], field })),
		...Object.keys(part.fixed ?? {}).map((field) => ({ key: ['fixed', field], field })),
		...Object.keys(part.without_choices ?? {}).map((field) => ({ key: ['without_choices', field], field })),
		...Object.keys(part.defaults ?? {}).map((field) => ({ key: ['defaults', field], field })),
	];
	for (const { key, field } of named) {
		const name = field.startsWith(GROUP) ? field.slice(GROUP.length) : field;
		if (field !== THE_REST && !model.isField(collection, name))
			faults.push({ place: [...place, ...key], name, kind: 'unknown_field', known: [collection] });
	}
	return faults;
}

function unknownKeys(place: Place, item: Given, known: readonly string[]): StepFault[] {
	const strange = Object.keys(item).filter((key) => !known.includes(key));
	return strange.map((name) => ({ place: [...place, name], name, kind: 'unknown_key', known }));
}

function kindOf(value: unknown): string {
	return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** A field of a form, as far as its place in it goes. */
export interface PlacedField {
	field: string;
	sort: number | null;
	group: string | null;
}

/** The fields of a form in the order in which people read it: those of a group stand where the group does. */
export function inFormOrder<Field extends PlacedField>(fields: readonly Field[]): Field[] {
	const byGroup = Map.groupBy(fields, ({ group }) => group);
	const under = (group: string | null, above: readonly string[]): Field[] =>
		[...(byGroup.get(group) ?? [])]
			.sort((a, b) => (a.sort ?? Infinity) - (b.sort ?? Infinity) || (a.field < b.field ? -1 : 1))
			.flatMap((each) => [each, ...(above.includes(each.field) ? [] : under(each.field, [...above, each.field]))]);
	return under(null, []);
}

/** A field that may be asked, and the groups of the form in which it stands. */
export interface AskableField {
	field: string;
	groups: readonly string[];
}

/**
 * The fields that a part asks, in its order.
 * @param askable those of the form that may be asked, in its order
 */
export function fieldsOfPart({ fields, without = [] }: StepPart, askable: readonly AskableField[]): string[] {
	const rest = askable.filter(({ field }) => !fields.includes(field) && !without.includes(field));
	const namesOf = (some: readonly AskableField[]) => some.map(({ field }) => field);
	const asked = fields.flatMap((name) => {
		if (name === THE_REST) return namesOf(rest);
		if (name.startsWith(GROUP)) return namesOf(rest.filter(({ groups }) => groups.includes(name.slice(GROUP.length))));
		return namesOf(askable.filter(({ field }) => field === name));
	});
	return [...new Set(asked)];
}

/** The groups of a form in which a field stands, the nearest first. */
export function groupsAround(form: readonly PlacedField[], field: string): string[] {
	const groupOf = new Map(form.map((each) => [each.field, each.group]));
	const groups: string[] = [];
	for (let group = groupOf.get(field); group && !groups.includes(group); group = groupOf.get(group)) groups.push(group);
	return groups;
}
