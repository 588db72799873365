import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';
import shownLater from '../../../extensions/peer-mentoring/src/storage/platform/shown-later.json' with { type: 'json' };
import { asked, type Condition } from '../../../extensions/peer-mentoring/src/domain/platform/conditions.ts';

const YES = { _and: [{ mood: { _eq: 'low' } }] };
const NO = { _and: [{ mood: { _eq: 'good' } }] };
const form = (conditions: Condition[], meta: object = {}) => [
	{ field: 'why', required: false, hidden: false, group: null, conditions, ...meta },
];
const why = (conditions: Condition[], meta: object = {}) =>
	asked(form(conditions, meta), (rule) => rule === YES).get('why');

describe('a form asks as the Studio shows it', () => {
	it.each<[string, Condition[], object, object]>([
		['nothing without conditions', [], { hidden: true }, { required: false, hidden: false }],
		['what a rule requires that holds', [{ rule: YES, required: true }], {}, { required: true, because: ['mood'] }],
		['nothing of a rule that does not', [{ rule: NO, required: true }], {}, { required: false, because: [] }],
		[
			'the last of those that hold',
			[
				{ rule: YES, required: true },
				{ rule: YES, required: false },
			],
			{},
			{ required: false },
		],
		[
			'not what comes after and does not hold',
			[
				{ rule: YES, required: true },
				{ rule: NO, required: false },
			],
			{},
			{ required: true },
		],
		['never by two rules side by side', [{ rule: { ...YES, mood: {} }, required: true }], {}, { required: false }],
		[
			'what was required, unless a rule says otherwise',
			[{ rule: YES, hidden: false }],
			{ required: true },
			{ required: true },
		],
		['not what a rule hides', [{ rule: YES, hidden: true }], {}, { hidden: true, cleared: false }],
		[
			'and empties it where it says so',
			[{ rule: YES, hidden: true, clear_hidden_value_on_save: true }],
			{},
			{ hidden: true, cleared: true },
		],
		['what is hidden until a rule holds', [{ rule: YES, hidden: false }], { hidden: true }, { hidden: false }],
		[
			'not what is hidden until then',
			[{ rule: NO, hidden: false }],
			{ hidden: true },
			{ hidden: true, cleared: false },
		],
	])('%s', (_, conditions, meta, says) => expect(why(conditions, meta)).toMatchObject(says));

	it('and hides with a group what stands under it, however deep', () => {
		const hiding = [{ rule: YES, hidden: true, clear_hidden_value_on_save: true }];
		const group = (field: string, above: string | null, conditions: Condition[] = []) => ({
			...form(conditions)[0]!,
			field,
			group: above,
		});
		const all = asked(
			[group('top', null, hiding), group('in', 'top'), group('deep', 'in'), group('out', null)],
			() => true,
		);
		expect([...all].map(([field, { hidden, cleared }]) => [field, hidden, cleared])).toEqual([
			['top', true, true],
			['in', true, true],
			['deep', true, true],
			['out', false, false],
		]);
	});

	it('and names every answer that a rule looks at', () => {
		const rule = { _and: [{ _or: [{ mood: { _eq: 'low' } }, { 'count(notes)': { _gt: 1 } }] }] };
		expect(asked(form([{ rule, required: true }]), () => true).get('why')?.because).toEqual(['mood', 'notes']);
	});
});

it('what our forms show later than it can be known is named, all of it and nothing else', () => {
	const { fields, own = [] } = parse(readFileSync(MODEL_PATH, 'utf8')) as { fields: ModelField[]; own?: string[] };
	const placeOf = ({ collection, field }: Pick<ModelField, 'collection' | 'field'>) => `${collection}.${field}`;
	const byPlace = new Map(fields.map((each) => [placeOf(each), each]));
	const isLater = ({ meta }: ModelField) =>
		Boolean(meta?.hidden && meta.conditions?.some(({ hidden }) => hidden !== true));
	const later = fields.filter((each) => {
		const group = byPlace.get(placeOf({ ...each, field: each.meta?.group ?? '' }));
		return each.type !== 'alias' && (isLater(each) || (group !== undefined && isLater(group)));
	});
	// What an Administrator has made is held to its form as the form says.
	const ours = later.map(placeOf).filter((place) => !own.includes(place));
	expect(shownLater.toSorted()).toEqual(ours.sort());
});

interface ModelField {
	collection: string;
	field: string;
	type: string;
	meta: { hidden?: boolean; group?: string | null; conditions?: { hidden?: boolean }[] | null } | null;
}
