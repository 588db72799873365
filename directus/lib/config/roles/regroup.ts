/** The opposite of a role file's names, for a pull: what differs is named again and put where the same is said. */
import { isDeepStrictEqual } from 'node:util';
import { namedByClass } from '../classes.ts';
import type { Item } from '../../directus.ts';
import { names, type Names, type Rule } from './names.ts';
import {
	ACTIONS,
	actionsOf,
	mayCreate,
	ruleOf,
	type Action,
	type Grant,
	type Grants,
	type Group,
	type Said,
	type SaidInFull,
} from './role-file.ts';

type ByAction = Record<string, Said>;

/** The groups of a file brought to what is granted; a group of which nothing has changed stays as it was written. */
export function regrouped(groups: readonly Group[], before: Grants, granted: Grants, known = names()): Group[] {
	const result = groups.map((group) => ({ ...group, collections: [...group.collections] }));
	const said = (group: Group): ByAction =>
		Object.fromEntries(
			Object.entries(actionsOf(group, (_, what) => new Error(what))).map(([key, each]) => [key, each.said]),
		);
	for (const collection of [...new Set([...Object.keys(before), ...Object.keys(granted)])].sort()) {
		const [old, now] = [before[collection] ?? {}, granted[collection] ?? {}];
		if (isDeepStrictEqual(comparable(collection, old), comparable(collection, now))) continue;
		const home = result.find(({ collections }) => collections.includes(collection));
		const kept = Object.entries(home ? said(home) : {}).filter(([action]) =>
			isDeepStrictEqual(comparable(collection, { grant: old[action] }), comparable(collection, { grant: now[action] })),
		);
		const wanted = { ...named(collection, now, known), ...Object.fromEntries(kept) };
		const alone = home?.collections.length === 1;
		if (home) home.collections = home.collections.filter((each) => each !== collection);
		if (Object.keys(now).length === 0) continue;
		const same = result.find((group) => group !== home && isDeepStrictEqual(said(group), wanted));
		const group = { collections: [collection], ...joined(wanted) };
		if (same) same.collections = [...same.collections, collection].sort();
		else if (home && alone) result[result.indexOf(home)] = group;
		else result.push(group);
	}
	return result.filter(({ collections }) => collections.length > 0);
}

function comparable(collection: string, grants: Record<string, Grant | undefined>): unknown {
	return Object.fromEntries(
		Object.entries(grants).map(([action, grant]) => [
			action,
			grant && { ...grant, fields: namedByClass(collection, grant.fields) },
		]),
	);
}

/** Each action as a role file would say it, as few rules as there can be. */
function named(collection: string, grants: Record<string, Grant>, known: Names): ByAction {
	const fitting = Object.entries(grants).map(([action, grant]) => ({
		action: action as Action,
		grant,
		rules: [...known.rules.values()].filter((rule) => fits(action as Action, grant, rule)),
	}));
	const uses = (rule: Rule) => fitting.filter(({ rules }) => rules.includes(rule)).length;
	return Object.fromEntries(
		fitting.map(({ action, grant, rules }) => {
			const [rule] = rules.toSorted((a, b) => uses(b) - uses(a));
			const { fields: granted, permissions, validation, presets } = grant;
			const fields = namedFields(collection, action, granted, known);
			if (rule && fields === undefined && presets === undefined) return [action, rule.name];
			const asked = rule ? { rule: rule.name } : { permissions, validation };
			return [action, withoutGaps({ ...asked, fields, presets })];
		}),
	);
}

function fits(action: Action, { permissions, validation }: Grant, rule: Rule): boolean {
	if (action === 'create' && !mayCreate(rule)) return false;
	return isDeepStrictEqual(withoutGaps({ permissions, validation }), withoutGaps(ruleOf(action, rule)));
}

/** A list of fields by its name; `undefined` where the action goes without saying it. */
function namedFields(
	collection: string,
	action: Action,
	fields: readonly string[],
	{ lists }: Names,
): string | string[] | undefined {
	const own = [...(lists.get(collection) ?? [])];
	const [name] =
		own.find(([, list]) => isDeepStrictEqual(list, fields)) ?? (isDeepStrictEqual(fields, ['*']) ? ['all'] : []);
	if (name === (action === 'update' ? 'form' : 'all')) return undefined;
	const [only, ...others] = namedByClass(collection, fields);
	return name ?? (others.length === 0 && only?.startsWith('class:') ? only : [...fields]);
}

/** Actions of which the same is said share a key. */
function joined(actions: ByAction): Item {
	const all = ACTIONS.filter((action) => action in actions);
	const keys = new Map<Action, Action[]>();
	for (const action of all) {
		const first = all.find((each) => isDeepStrictEqual(actions[each], actions[action])) as Action;
		keys.set(first, [...(keys.get(first) ?? []), action]);
	}
	return Object.fromEntries([...keys].map(([first, each]) => [each.join(', '), actions[first]]));
}

function withoutGaps(said: SaidInFull): SaidInFull {
	return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
