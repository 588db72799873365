import { describe, expect, it } from 'vitest';
import {
	fieldsOfPart,
	groupsAround,
	inFormOrder,
	stepFaults,
	type StepPart,
} from '../../../extensions/peer-mentoring/src/domain/journey/mentor-steps.ts';

const PART: StepPart = { name: 'session', collection: 'sessions', writes: 'create', fields: ['held_on'] };
const MODEL = {
	isCollection: (name: string) => name === 'sessions',
	isField: (_: string, field: string) => ['held_on', 'minutes'].includes(field),
};

describe('the fields of a part', () => {
	const askable = [
		{ field: 'held_on', groups: [] },
		{ field: 'minutes', groups: ['inner', 'outer'] },
		{ field: 'note', groups: ['outer'] },
	];

	it.each<[string, Partial<StepPart>, string[]]>([
		['are those that it names, in its order', { fields: ['note', 'held_on'] }, ['note', 'held_on']],
		['are all others where the star stands', { fields: ['note', '*'] }, ['note', 'held_on', 'minutes']],
		['end with what is named after the star', { fields: ['*', 'held_on'] }, ['minutes', 'note', 'held_on']],
		['are those of a group that are not named', { fields: ['note', 'group:outer'] }, ['note', 'minutes']],
		['are each there once', { fields: ['group:inner', '*'] }, ['minutes', 'held_on', 'note']],
		['are not those that it goes without', { fields: ['*'], without: ['note'] }, ['held_on', 'minutes']],
		['are not those that nobody may write', { fields: ['secret', 'note'] }, ['note']],
	])('%s', (_, more, expected) => expect(fieldsOfPart({ ...PART, ...more }, askable)).toEqual(expected));
});

it('a field stands in its group, and in the groups around that', () => {
	const form = [
		{ field: 'a', sort: 1, group: 'inner' },
		{ field: 'inner', sort: 1, group: 'outer' },
		{ field: 'outer', sort: 1, group: null },
	];
	expect(groupsAround(form, 'a')).toEqual(['inner', 'outer']);
	expect(groupsAround(form, 'outer')).toEqual([]);
});

it('a form is read group by group, each where the group stands', () => {
	const field = (name: string, sort: number | null, group: string | null = null) => ({ field: name, sort, group });
	const form = [
		field('c', 3),
		field('added', null),
		field('b2', 2, 'b'),
		field('a', 1),
		field('b', 2),
		field('b1', 1, 'b'),
	];
	expect(inFormOrder(form).map((each) => each.field)).toEqual(['a', 'b', 'b1', 'b2', 'c', 'added']);
});

describe('what a step names', () => {
	it.each<[string, unknown, string[]]>([
		['is there', [PART], []],
		['is not there', [{ ...PART, fields: ['held_on', 'minuts'] }], ['unknown_field parts.0.fields.1 minuts']],
		['is a group that there is not', [{ ...PART, fields: ['group:x'] }], ['unknown_field parts.0.fields.0 x']],
		['is a key that there is not', [{ ...PART, colour: 'red' }], ['unknown_key parts.0.colour colour']],
		['is a collection that there is not', [{ ...PART, collection: 'x' }], ['unknown_collection parts.0.collection x']],
		['lacks its name', [{ ...PART, name: undefined }], ['missing_key parts.0 name', 'wrong_value parts.0.name name']],
		['is a part that comes later', [{ ...PART, of: 'plan' }], ['unknown_part parts.0.of plan']],
		['is there twice', [PART, PART], ['wrong_value parts.1.name session']],
		['is no row', [{ ...PART, rows: { most: 3 } }], ['unknown_key parts.0.rows.most most']],
		['is no list of parts', 'session', ['missing_key parts parts']],
	])('%s', (_, parts, expected) => {
		const found = stepFaults(parts, MODEL).map(({ kind, place, name }) => `${kind} ${place.join('.')} ${name}`);
		expect(found).toEqual(expected);
	});
});
