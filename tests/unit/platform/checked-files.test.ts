import { describe, expect, it, test } from 'vitest';
import { dashboardIn, flowIn, presetIn, textsIn, type Known } from '../../../directus/lib/config/checked-items.ts';
import { stepIn } from '../../../directus/lib/config/checked-steps.ts';
import { readConfiguration } from '../../../directus/lib/config/files.ts';
import { mayNamePerson, personalParts } from '../../../directus/lib/config/pull/personal.ts';
import { parseYaml, type YamlFile } from '../../../directus/lib/config/yaml-file.ts';
import { checkModel } from '../../../directus/lib/model/checked-model.ts';
import { readModel } from '../../../directus/lib/model/model-file.ts';

const known: Known = {
	isCollection: (name) => name === 'sessions',
	isField: (_, field) => field === 'held_on',
	roles: new Set(['r1']),
};
const PRESET = 'collection: sessions\nlayout_query:\n  tabular:\n    fields:\n      - held_on\n';
const FLOW = 'id: f1\nname: Each morning\noperation: o1\noperations:\n';
const STEP = '  - id: o1\n    key: a\n    type: log\n    position_x: 1\n    position_y: 1\n';
const OF_MENTORS = [
	'id: s1',
	'about: mentee',
	...['title', 'button', 'said'].flatMap((key) => [`${key}_en: Session`, `${key}_cy: Sesiwn`]),
	'parts:',
	'  - name: session',
	'    collection: sessions',
	'    writes: create',
	'    fields: [held_on]',
	'',
].join('\n');
const BOARD = 'id: d1\nname: Ours\npanels:\n';
const PANEL = '  - id: p1\n    type: list\n    position_x: 1\n    position_y: 1\n    width: 9\n    height: 9\n';

const CASES: Record<string, [(file: YamlFile) => unknown, [what: string, text: string, fault: string | null][]]> = {
	'a preset': [
		(file) => presetIn(file, known),
		[
			['as it should be', PRESET, null],
			['of a role', `${PRESET}role: r1\n`, null],
			['that is retired', 'collection: sessions\nretired: true\n', null],
			['with an unknown key', `${PRESET}colour: red\n`, 'x.yaml, line 6: there is no "colour" here, but role,'],
			['without its collection', 'bookmark: Mine\n', 'x.yaml, line 1: "collection" is missing.'],
			['of no collection', 'icon: star\ncollection: sesions\n', 'x.yaml, line 2: there is no collection sesions.'],
			['of no role', `${PRESET}role: r2\n`, 'x.yaml, line 6: no role file has the id r2.'],
			['with no such field', `${PRESET}      - minuts\n`, 'x.yaml, line 6: sessions has no field minuts.'],
			['that is broken', 'collection: [\n', 'x.yaml, line 2:'],
		],
	],
	'a dashboard': [
		(file) => dashboardIn(file, known),
		[
			['as it should be', BOARD + PANEL, null],
			['that is retired', 'id: d1\nretired: true\n', null],
			['without panels', 'id: d1\nname: Ours\n', 'x.yaml, line 1: "panels" is missing.'],
			['with a panel of no type', BOARD + PANEL.replace('    type: list\n', ''), 'x.yaml, line 4: "type" is missing.'],
			['with a key that panels have not', `${BOARD}${PANEL}    size: 4\n`, 'x.yaml, line 10: there is no "size" here'],
			[
				'that shows no collection',
				`${BOARD}${PANEL}    options:\n      collection: nothing\n`,
				'x.yaml, line 11: there is no collection nothing.',
			],
		],
	],
	'a flow': [
		flowIn,
		[
			['as it should be', FLOW + STEP, null],
			['that is retired', 'id: f1\nretired: true\n', null],
			['that begins with nothing', `id: f1\nname: X\noperation: o2\noperations:\n${STEP}`, 'line 3: this file has no'],
			['that leads to nothing', `${FLOW}${STEP}    resolve: o9\n`, 'x.yaml, line 10: this file has no operation o9.'],
			['with a key that operations have not', `${FLOW}${STEP}    wait: 4\n`, 'line 10: there is no "wait" here'],
		],
	],
	'a step of mentors': [
		(file) => stepIn(file, known),
		[
			['as it should be', OF_MENTORS, null],
			['with all other fields', OF_MENTORS.replace('[held_on]', "[held_on, '*']"), null],
			['that is retired', 'id: s1\nretired: true\n', null],
			['without parts', OF_MENTORS.replace(/parts:[^]*/, ''), 'x.yaml, line 1: "parts" is missing.'],
			['with parts that are none', OF_MENTORS.replace(/parts:[^]*/, 'parts: []\n'), 'line 9: "parts" is missing.'],
			['with an unknown key', `${OF_MENTORS}colour: red\n`, 'x.yaml, line 14: there is no "colour" here, but id,'],
			['about no subject', OF_MENTORS.replace('mentee', 'manager'), 'x.yaml, line 2: about is one of mentee,'],
			['at no stage', `${OF_MENTORS}stages: [asleep]\n`, 'x.yaml, line 14: a stage is one of referred,'],
			['with a key that parts have not', `${OF_MENTORS}    wait: 4\n`, 'line 14: there is no "wait" here, but name,'],
			[
				'with a part of no collection',
				OF_MENTORS.replace(': sessions', ': sesions'),
				'line 11: there is no collection',
			],
			['with a part that writes nothing', OF_MENTORS.replace('create', 'erase'), 'line 12: "erase" is not right here'],
			['with no such field', OF_MENTORS.replace('held_on', 'minuts'), 'line 13: sessions has no field minuts.'],
			['that fixes no field', `${OF_MENTORS}    fixed: { minuts: 1 }\n`, 'line 14: sessions has no field minuts.'],
			['under a part that there is not', `${OF_MENTORS}    of: plan\n`, 'line 14: there is no part plan before this'],
			['with fields that are no list', OF_MENTORS.replace('[held_on]', 'all'), 'line 13: "fields" is not right here'],
		],
	],
	texts: [
		textsIn,
		[
			['as they should be', 'hello:\n  en-GB: Hello\n  cy-GB: Helo\n', null],
			['in no such language', 'hello:\n  en-GB: Hello\n  en-US: Hi\n', 'x.yaml, line 3: there is no language "en-US"'],
			['that are none', 'hello: Hello\n', 'x.yaml, line 1: a text has en-GB and cy-GB.'],
			['with a number', 'hello:\n  en-GB: 4\n', 'x.yaml, line 2: a text is written between'],
		],
	],
	'the data model': [
		checkModel,
		[
			['as it should be', 'collections:\n  - collection: a\nfields:\n  - collection: a\n    field: b\n', null],
			['with an unknown key', 'collection:\n  - collection: a\n', 'x.yaml, line 1: there is no "collection" here'],
			['with an unknown setting', 'collections:\n  - collection: a\n    meta:\n      hiden: true\n', 'line 4'],
			[
				'with a field of no collection',
				'fields:\n  - collection: z\n    field: b\n',
				'line 2: there is no collection z.',
			],
			[
				'with something twice',
				'collections:\n  - collection: a\n  - collection: a\n',
				'x.yaml, line 3: a stands twice among the collections.',
			],
			[
				'with a relation of no field',
				'collections:\n  - collection: a\nrelations:\n  - collection: a\n    field: c\n    related_collection: a\n',
				'x.yaml, line 5: a has no field c.',
			],
		],
	],
};

describe.each(Object.entries(CASES))('the file of %s', (_, [read, cases]) => {
	test.each(cases)('%s', (_what, text, fault) => {
		const reading = () => read(parseYaml(text, 'x.yaml'));
		if (fault === null) expect(reading).not.toThrow();
		else expect(reading).toThrow(fault);
	});
});

describe('the files of the repository', () => {
	it('are without a fault', () => {
		expect(() => readModel()).not.toThrow();
		expect(readConfiguration().size).toBeGreaterThan(9);
	});
});

describe('what a shared list looks for', () => {
	test.each<[string, unknown, boolean]>([
		['nothing', null, false],
		['the reader', { user: { _eq: '$CURRENT_USER' } }, false],
		['what is open', { _and: [{ ended_on: { _null: true } }] }, false],
		['a stage', { stage: { _in: ['in_support'] } }, false],
		['a name', { last_name: { _contains: 'Jones' } }, true],
		['a name of a relation', { _or: [{ mentee: { last_name: { _eq: 'Jones' } } }] }, true],
		['a field of one’s own', { nickname: { _eq: 'Dai' } }, true],
	])('%s', (_, filter, personal) => {
		expect(mayNamePerson(filter)).toBe(personal);
		expect(personalParts({ search: null, filter })).toEqual(personal ? ['filter'] : []);
	});

	it('is personal where it is typed', () => expect(personalParts({ search: 'Anna' })).toEqual(['search']));
});
