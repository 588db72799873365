/** The row rules and lists of fields that role files call by a name. */
import { join } from 'node:path';
import type { Item } from '../../directus.ts';
import { root } from '../../environment.ts';
import { readYaml, type YamlFile } from '../yaml-file.ts';

export interface Rule {
	name: string;
	/** Which rows an action reaches; `null` is every row. */
	filter: Item | null;
	/** What a row must keep as it is written; `null` asks for nothing. */
	written: Item | null;
}

export interface Names {
	rules: ReadonlyMap<string, Rule>;
	/** The lists of each collection, by name. */
	lists: ReadonlyMap<string, ReadonlyMap<string, string[]>>;
}

const RULES = join(root, 'directus', 'rules.yaml');
const LISTS = join(root, 'directus', 'field-lists.yaml');

let known: Names | undefined;

/** The rules and lists of the repository, read once. */
export function names(): Names {
	known ??= { rules: rulesOf(readYaml(RULES)), lists: listsOf(readYaml(LISTS)) };
	return known;
}

const KEYS = ['means', 'paragraph', 'filter', 'written'];

export function rulesOf({ content, fault }: YamlFile): Map<string, Rule> {
	const rules = content as Record<string, Item>;
	for (const [name, rule] of Object.entries(rules)) {
		const unknown = Object.keys(rule ?? {}).find((key) => !KEYS.includes(key));
		if (unknown) throw fault([name, unknown], `a rule has no "${unknown}", but ${KEYS.join(', ')}.`);
		if (typeof rule?.means !== 'string') throw fault([name], `the rule ${name} does not say what it means.`);
		if (typeof rule.filter !== 'object') throw fault([name], `the rule ${name} has no filter; null is every row.`);
		const { written } = rule;
		if (written !== undefined && !Object.hasOwn(rules, String(written))) {
			throw fault([name, 'written'], `there is no rule ${written}.`);
		}
	}
	const filterOf = (name: unknown) => (rules[String(name)]?.filter ?? null) as Item | null;
	return new Map(
		Object.keys(rules).map((name) => [name, { name, filter: filterOf(name), written: filterOf(rules[name]?.written) }]),
	);
}

export function listsOf({ content, fault }: YamlFile): Map<string, Map<string, string[]>> {
	return new Map(
		Object.entries(content).map(([collection, lists]) => {
			for (const [name, fields] of Object.entries(lists as Item)) {
				const isList = Array.isArray(fields) && fields.every((field) => typeof field === 'string');
				if (!isList) throw fault([collection, name], `${name} of ${collection} must be a list of fields.`);
			}
			return [collection, new Map(Object.entries(lists as Record<string, string[]>))];
		}),
	);
}
