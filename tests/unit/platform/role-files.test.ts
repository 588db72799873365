import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FOLDERS } from '../../../directus/lib/config/files.ts';
import { listsOf, names, rulesOf, type Names } from '../../../directus/lib/config/roles/names.ts';
import { regrouped } from '../../../directus/lib/config/roles/regroup.ts';
import { readRole, roleIn, type Grants, type Group } from '../../../directus/lib/config/roles/role-file.ts';
import { parseYaml } from '../../../directus/lib/config/yaml-file.ts';
import { yamlText } from '../../../directus/lib/config/pull/yaml-text.ts';
import { fieldClasses } from '../../../directus/lib/model/field-classes.ts';

const RULES = `
any-row:
  means: Every row.
  filter: null
own:
  means: Of the own Supplier.
  paragraph: '5.3'
  filter: { supplier: { _eq: 1 } }
  written: own
own-open:
  means: Of the own Supplier, and open.
  filter: { supplier: { _eq: 1 }, open: { _eq: true } }
  written: own
mine:
  means: One's own.
  filter: { user: { _eq: 2 } }
`;
const LISTS = `
sessions:
  form: [held_on, note, minutes]
  outline: [id, held_on]
meetings:
  form: [held_on]
`;
const known: Names = { rules: rulesOf(parseYaml(RULES, 'rules')), lists: listsOf(parseYaml(LISTS, 'lists')) };
const isCollection = (name: string) => ['sessions', 'meetings'].includes(name);

const role = (groups: string) =>
	roleIn(parseYaml(`id: x\nname: Role\npermissions:\n${groups}`, 'r.yaml'), known, isCollection);

const own = { supplier: { _eq: 1 } };
const ownOpen = { supplier: { _eq: 1 }, open: { _eq: true } };

describe('a role file', () => {
	it('grants each collection of a group what the names of the group stand for', () => {
		const { permissions } = role(`
  - collections: [sessions, meetings]
    create, read, update: own-open
    delete: { rule: mine, fields: [id] }`);
		expect(permissions).toEqual({
			sessions: {
				create: { fields: ['*'], validation: own },
				read: { fields: ['*'], permissions: ownOpen },
				update: { fields: ['held_on', 'note', 'minutes'], permissions: ownOpen, validation: own },
				delete: { fields: ['id'], permissions: { user: { _eq: 2 } } },
			},
			meetings: {
				create: { fields: ['*'], validation: own },
				read: { fields: ['*'], permissions: ownOpen },
				update: { fields: ['held_on'], permissions: ownOpen, validation: own },
				delete: { fields: ['id'], permissions: { user: { _eq: 2 } } },
			},
		});
	});

	it.each<[string, object]>([
		['read: any-row', { fields: ['*'] }],
		['read: { rule: any-row, fields: outline }', { fields: ['id', 'held_on'] }],
		['read: { rule: any-row, fields: form without note, minutes }', { fields: ['held_on'] }],
		['read: { rule: any-row, fields: "class:none" }', { fields: ['class:none'] }],
		['read: { permissions: { id: { _eq: 3 } }, fields: all }', { fields: ['*'], permissions: { id: { _eq: 3 } } }],
		['read: { rule: own, presets: { note: x } }', { fields: ['*'], permissions: own, presets: { note: 'x' } }],
	])('says %s', (said, grant) => {
		const quoted = said.replace('form without note, minutes', '"form without note, minutes"');
		expect(role(`  - collections: [sessions]\n    ${quoted}`).permissions).toEqual({ sessions: { read: grant } });
	});

	it.each<[string, string]>([
		[
			'  - collections: [sessions]\n    read: owm',
			'r.yaml, line 5: there is no rule owm; directus/rules.yaml has any-row, own, own-open, mine.',
		],
		[
			'  - collections: [sessions]\n    read:\n      fields: all\n      rule: owm',
			'r.yaml, line 7: there is no rule owm',
		],
		['  - collections: [sessions]\n    raed: own', 'r.yaml, line 5: there is no action "raed", but create, read'],
		['  - collections: [sessions]\n    create, read: own\n    read: own', 'r.yaml, line 6: read is said twice.'],
		[
			'  - collections: [sessions]\n    read: { rule: own, fild: [id] }',
			'r.yaml, line 5: an action has no "fild", but rule,',
		],
		[
			'  - collections: [sessions]\n    read: { rule: own, fields: outlin }',
			'r.yaml, line 5: sessions has no list "outlin"',
		],
		[
			'  - collections: [sessions]\n    read: { rule: own, fields: form without nott }',
			'r.yaml, line 5: the list "form" of sessions has no nott',
		],
		[
			'  - collections: [sessions]\n    read: { rule: own, fields: "class:nome" }',
			'r.yaml, line 5: there is no class class:nome, but class:none.',
		],
		[
			'  - collections: [sessions]\n    read: { rule: own, fields: [id, "class:nome"] }',
			'r.yaml, line 5: there is no class class:nome',
		],
		[
			'  - collections: [sessions]\n    read: { rule: own, permissions: {} }',
			'r.yaml, line 5: permissions and validation are written out instead',
		],
		['  - collections: [sessions]\n    create: mine', 'r.yaml, line 5: the rule mine asks nothing of a new row'],
		['  - collections:\n      - sessions\n      - sesions', 'r.yaml, line 6: there is no collection sesions.'],
		['  - collections: [sessions]\n  - collections: [sessions]', 'r.yaml, line 5: sessions stands in two groups'],
		['  - read: own', 'r.yaml, line 4: a group needs the list of its collections.'],
		['  - collections: [sessions]\n    read: own\n    read: own', 'r.yaml, line 6: Map keys must be unique'],
	])('is refused: %s', (groups, refusal) => {
		expect(() => role(groups)).toThrow(refusal);
	});

	it('is refused with a key that no role has', () => {
		expect(() => roleIn(parseYaml('id: x\nadmin: true\npermissions: []', 'r.yaml'), known)).toThrow(
			'r.yaml, line 2: a role has no "admin", but id, name',
		);
	});
});

describe('the file of rules', () => {
	it.each<[string, string]>([
		['own:\n  filter: null', 'f.yaml, line 1: the rule own does not say what it means.'],
		['own:\n  means: x', 'f.yaml, line 1: the rule own has no filter'],
		['own:\n  means: x\n  filter: null\n  writen: own', 'f.yaml, line 4: a rule has no "writen", but means'],
		['own:\n  means: x\n  filter: null\n  written: onw', 'f.yaml, line 4: there is no rule onw.'],
	])('is refused: %s', (text, refusal) => {
		expect(() => rulesOf(parseYaml(text, 'f.yaml'))).toThrow(refusal);
	});

	it('holds no list of fields that is none', () => {
		expect(() => listsOf(parseYaml('sessions:\n  form: held_on', 'f.yaml'))).toThrow(
			'f.yaml, line 2: form of sessions must be a list of fields.',
		);
	});
});

describe('what a pull makes of grants', () => {
	const groups = [
		{ collections: ['meetings', 'sessions'], 'create, read': 'own' },
		{ collections: ['tasks'], read: { rule: 'own', fields: ['id'] } },
	] as Group[];
	const before: Grants = {
		meetings: { create: { fields: ['*'], validation: own }, read: { fields: ['*'], permissions: own } },
		sessions: { create: { fields: ['*'], validation: own }, read: { fields: ['*'], permissions: own } },
		tasks: { read: { fields: ['id'], permissions: own } },
	};

	it('is what the file says, where it says it already', () => {
		expect(regrouped(groups, before, before, known)).toEqual(groups);
	});

	it('is written with the names of rules and lists, each action once', () => {
		const granted: Grants = {
			sessions: {
				create: { fields: ['*'], validation: own },
				read: { fields: ['id', 'held_on'], permissions: ownOpen },
				update: { fields: ['held_on', 'note', 'minutes'], permissions: ownOpen, validation: own },
				delete: { fields: ['*'], permissions: ownOpen },
				share: { fields: ['*'], permissions: { id: { _eq: 3 } } },
			},
		};
		expect(regrouped([], {}, granted, known)).toEqual([
			{
				collections: ['sessions'],
				'create, update, delete': 'own-open',
				read: { rule: 'own-open', fields: 'outline' },
				share: { permissions: { id: { _eq: 3 } } },
			},
		]);
	});

	it('leaves a group alone but for the collection that differs', () => {
		const granted = { ...before, sessions: { read: { fields: ['*'], permissions: ownOpen } } };
		expect(regrouped(groups, before, granted, known)).toEqual([
			{ collections: ['meetings'], 'create, read': 'own' },
			groups[1],
			{ collections: ['sessions'], read: 'own-open' },
		]);
	});

	it('changes a group of one collection where it stands', () => {
		const granted = { ...before, tasks: { read: { fields: ['id', 'what'], permissions: own } } };
		expect(regrouped(groups, before, granted, known)).toEqual([
			groups[0],
			{ collections: ['tasks'], read: { rule: 'own', fields: ['id', 'what'] } },
		]);
	});

	it('joins a collection to those of which the same is said, and drops what is granted no more', () => {
		const { meetings = {}, sessions = {} } = before;
		const left: Grants = { actions: meetings, meetings, sessions };
		expect(regrouped(groups, before, left, known)).toEqual([
			{ collections: ['actions', 'meetings', 'sessions'], 'create, read': 'own' },
		]);
	});

	it('never names a rule that would ask more or less', () => {
		const granted: Grants = {
			sessions: { create: { fields: ['*'] }, update: { fields: ['*'], permissions: own } },
		};
		expect(regrouped([], {}, granted, known)).toEqual([
			{ collections: ['sessions'], create: 'any-row', update: { permissions: own, fields: 'all' } },
		]);
	});
});

describe.each(readdirSync(FOLDERS.roles))('%s', (file) => {
	const path = join(FOLDERS.roles, file);
	const text = readFileSync(path, 'utf8');
	const granted = readRole(path).permissions;
	const { permissions: groups } = parse(text) as { permissions: Group[] };

	it('is the same after every name was written out and found again', async () => {
		expect(regrouped(groups, granted, granted)).toEqual(groups);
		const anew = regrouped([], {}, granted);
		const asText = `id: x\npermissions: ${JSON.stringify(anew)}`;
		expect(roleIn(parseYaml(asText, file), names()).permissions).toEqual(granted);
		expect(await yamlText(path, parse(text), true)).toBe(text);
	});

	it('fits on two screens', () => {
		expect(text.split('\n').length).toBeLessThanOrEqual(140);
	});

	it('names fields that there are', () => {
		const fields = new Set(fieldClasses().map(({ collection, field }) => `${collection}.${field}`));
		const named = Object.entries(granted).flatMap(([collection, actions]) =>
			Object.values(actions).flatMap((grant) => grant.fields.map((field) => `${collection}.${field}`)),
		);
		const unknown = named.filter((name) => !/^directus_|\.(\*|class:none)$/.test(name) && !fields.has(name));
		expect(unknown).toEqual([]);
	});
});

it('every rule and every list is named by a role', () => {
	const texts = readdirSync(FOLDERS.roles).map((file) => readFileSync(join(FOLDERS.roles, file), 'utf8'));
	const said = texts.join('\n');
	const unused = [...names().rules.keys()].filter((rule) => !new RegExp(`: ${rule}\\n`).test(said));
	expect(unused).toEqual([]);
	const granted = readdirSync(FOLDERS.roles).map((file) => readRole(join(FOLDERS.roles, file)).permissions);
	for (const [collection, lists] of names().lists) {
		for (const [name, list] of lists) {
			const uses = granted.filter((grants) =>
				Object.values(grants[collection] ?? {}).some(({ fields }) => JSON.stringify(fields) === JSON.stringify(list)),
			);
			expect([collection, name, uses.length > 0]).toEqual([collection, name, true]);
		}
	}
});
