/** A file of `directus/roles`, and what it grants when every name in it is written out. */
import { UNCLASSIFIED } from '../classes.ts';
import type { Item } from '../../directus.ts';
import { RETIRED } from '../checked-items.ts';
import { names, type Names, type Rule } from './names.ts';
import { readYaml, type Place, type YamlFile } from '../yaml-file.ts';

export const ACTIONS = ['create', 'read', 'update', 'delete', 'share'] as const;
export type Action = (typeof ACTIONS)[number];

/** What one policy allows on one collection, by action. */
export type Grants = Record<string, Record<string, Grant>>;
export interface Grant {
	/** The fields, or classes of fields. */
	fields: string[];
	/** Row rule; left out where every row is meant. */
	permissions?: Item;
	validation?: Item;
	presets?: Item;
}

/** What a role says of an action: the name of a row rule, or more than that. */
export type Said = string | SaidInFull;
export interface SaidInFull extends Omit<Partial<Grant>, 'fields'> {
	rule?: string;
	/** The name of a list, perhaps without some of it, or the fields themselves. */
	fields?: string | string[];
}

/** Collections on which a role may do the same. Beside their names, each key is one or more actions: `create, read`. */
export type Group = { collections: string[] } & Record<string, unknown>;

export interface RoleFile {
	id: string;
	name: string;
	icon: string;
	description: string;
	policy: { id: string; app_access: boolean };
	permissions: Grants;
	/** The role is to go; whoever has it needs another first. */
	retired?: boolean;
}

export function readRole(path: string, isCollection?: (name: string) => boolean): RoleFile {
	return roleIn(readYaml(path), names(), isCollection);
}

const KEYS = ['id', 'name', 'icon', 'description', 'policy', 'permissions', RETIRED];

/** @param isCollection whether there is a collection of a name; where it is left out, nothing is said of them */
export function roleIn(file: YamlFile, known: Names, isCollection: (name: string) => boolean = () => true): RoleFile {
	const { content, fault } = file;
	const unknown = Object.keys(content).find((key) => !KEYS.includes(key));
	if (unknown) throw fault([unknown], `a role has no "${unknown}", but ${KEYS.join(', ')}.`);
	const grants: Grants = {};
	if (content[RETIRED]) return { ...(content as unknown as RoleFile), permissions: grants };
	if (!Array.isArray(content.permissions)) throw fault(['permissions'], 'permissions must be a list of groups.');
	for (const [index, group] of (content.permissions as Group[]).entries()) {
		const place = ['permissions', index];
		if (!Array.isArray(group?.collections)) throw fault(place, 'a group needs the list of its collections.');
		const saidOf = actionsOf(group, (key, what) => fault([...place, key], what));
		for (const [position, collection] of group.collections.entries()) {
			const at = [...place, 'collections', position];
			if (!isCollection(collection)) throw fault(at, `there is no collection ${collection}.`);
			if (collection in grants) throw fault(at, `${collection} stands in two groups; keep it in one.`);
			grants[collection] = Object.fromEntries(
				Object.entries(saidOf).map(([action, { said, key }]) => {
					const refuse = (what: string, ...inside: Place) => fault([...place, key, ...inside], what);
					return [action, grantOf(collection, action as Action, said, known, refuse)];
				}),
			);
		}
	}
	return { ...(content as unknown as RoleFile), permissions: grants };
}

/** What a group says of each action, and under which of its keys. */
export function actionsOf(
	group: Group,
	fault: (key: string, what: string) => Error,
): Record<string, { said: Said; key: string }> {
	const found: Record<string, { said: Said; key: string }> = {};
	for (const [key, said] of Object.entries(group)) {
		if (key === 'collections') continue;
		for (const action of key.split(/,\s*/)) {
			if (!(ACTIONS as readonly string[]).includes(action)) {
				throw fault(key, `there is no action "${action}", but ${ACTIONS.join(', ')}.`);
			}
			if (action in found) throw fault(key, `${action} is said twice.`);
			found[action] = { said: said as Said, key };
		}
	}
	return found;
}

const IN_FULL = ['rule', 'fields', 'permissions', 'validation', 'presets'];

function grantOf(
	collection: string,
	action: Action,
	said: Said,
	known: Names,
	fault: (what: string, ...inside: Place) => Error,
): Grant {
	const all: SaidInFull = typeof said === 'string' ? { rule: said } : (said ?? {});
	const unknown = Object.keys(all).find((key) => !IN_FULL.includes(key));
	if (unknown) throw fault(`an action has no "${unknown}", but ${IN_FULL.join(', ')}.`, unknown);
	const { rule: name, permissions, validation, presets } = all;
	const rule = name === undefined ? undefined : known.rules.get(name);
	if (name !== undefined && !rule) {
		throw fault(`there is no rule ${name}; directus/rules.yaml has ${[...known.rules.keys()].join(', ')}.`, 'rule');
	}
	if (rule && action === 'create' && !mayCreate(rule)) {
		throw fault(`the rule ${rule.name} asks nothing of a new row; name one with "written", or any-row.`, 'rule');
	}
	if (rule && (permissions || validation)) {
		throw fault('permissions and validation are written out instead of a rule, not beside one.', 'rule');
	}
	const asked = rule ? ruleOf(action, rule) : { permissions, validation };
	const fields = fieldsOf(collection, action, all.fields, known, (what) => fault(what, 'fields'));
	return { fields, ...filled({ ...asked, presets }) };
}

/** A row rule is not asked of a new row, so that one which says nothing of what is written would let anything be made. */
export function mayCreate({ filter, written }: Rule): boolean {
	return filter === null || written !== null;
}

/** What a rule asks of an action: of the rows it reaches, and of what is written. */
export function ruleOf(action: Action, { filter, written }: Rule): Pick<Grant, 'permissions' | 'validation'> {
	const writes = action === 'create' || action === 'update';
	return filled({ permissions: action === 'create' ? null : filter, validation: writes ? written : null });
}

function filled(values: Item): Partial<Grant> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

const EVERY_FIELD = ['*'];

/** Where nothing is said, a change reaches what the form of the collection lets one change, and the rest every field. */
function fieldsOf(
	collection: string,
	action: Action,
	said: string | string[] | undefined,
	{ lists }: Names,
	fault: (what: string) => Error,
): string[] {
	const asked = said ?? (action === 'update' ? 'form' : 'all');
	const classes = [asked].flat().filter((field) => field.startsWith('class:') && field !== UNCLASSIFIED);
	if (classes.length > 0) throw fault(`there is no class ${classes[0]}, but ${UNCLASSIFIED}.`);
	if (Array.isArray(asked)) return asked;
	if (asked === 'all') return EVERY_FIELD;
	if (asked === UNCLASSIFIED) return [UNCLASSIFIED];
	const [name = '', without] = asked.split(' without ');
	const list = lists.get(collection)?.get(name);
	if (!list) throw fault(`${collection} has no list "${name}" in directus/field-lists.yaml.`);
	const left = without?.split(/,\s*/) ?? [];
	const stray = left.find((field) => !list.includes(field));
	if (stray) throw fault(`the list "${name}" of ${collection} has no ${stray} to leave out.`);
	return list.filter((field) => !left.includes(field));
}
