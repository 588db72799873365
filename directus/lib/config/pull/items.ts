/** What the rows of the database are as the content of files, one an item. */
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../directus.ts';
import { namedByClass } from '../classes.ts';
import type { Tables } from '../database.ts';
import { ACTIONS, type Action, type Grants } from '../roles/role-file.ts';
import { isEmpty } from '../../three-ways/merge.ts';
import { laidOut, LAYOUTS } from './layout.ts';
import { leftOf, personalParts } from './personal.ts';

/** One file's worth of configuration. */
export interface Document {
	/** Tells the item wherever its file is and whatever it is called. */
	identity: string;
	/** What a new file is named after. */
	name: string;
	content: Item;
}

export function dashboardDocuments(tables: Tables): Document[] {
	return withParts(tables, {
		owners: 'directus_dashboards',
		ownerLayout: LAYOUTS.dashboards,
		parts: 'directus_panels',
		partLayout: LAYOUTS.panels,
		link: 'dashboard',
		key: 'panels',
	});
}

export function flowDocuments(tables: Tables): Document[] {
	return withParts(tables, {
		owners: 'directus_flows',
		ownerLayout: LAYOUTS.flows,
		parts: 'directus_operations',
		partLayout: LAYOUTS.operations,
		link: 'flow',
		key: 'operations',
	});
}

export function stepDocuments(tables: Tables): Document[] {
	return rowsOf(tables, 'mentor_steps').map((row) => {
		const content = laidOut(LAYOUTS.steps, row);
		return { identity: identityOf.item(content), name: String(content.id), content };
	});
}

interface Parts {
	owners: string;
	ownerLayout: Item;
	parts: string;
	partLayout: Item;
	/** The field of a part that names its owner. */
	link: string;
	/** The key of the file that holds the parts. */
	key: string;
}

/** Items with parts of their own, which stand in the same file from top left to bottom right. */
function withParts(tables: Tables, { owners, ownerLayout, parts, partLayout, link, key }: Parts): Document[] {
	const byOwner = Map.groupBy(rowsOf(tables, parts), (part) => part[link]);
	return rowsOf(tables, owners).map((owner) => {
		const own = (byOwner.get(owner.id) ?? []).toSorted(byPlace).map((part) => laidOut(partLayout, part));
		const content = { ...laidOut(ownerLayout, owner), [key]: own };
		return { identity: identityOf.item(content), name: String(owner.name), content };
	});
}

function byPlace(a: Item, b: Item): number {
	const place = (part: Item) => [Number(part.position_y), Number(part.position_x)] as const;
	const [[ay, ax], [by, bx]] = [place(a), place(b)];
	return ay - by || ax - bx || (String(a.id) < String(b.id) ? -1 : 1);
}

/**
 * The presets that everybody has, or everybody of a role. What may name a person is as the file has it.
 * @param filed what a file says of a preset
 */
export function presetDocuments(
	tables: Tables,
	filed: (identity: string) => Item | undefined,
): { documents: Document[]; left: string[] } {
	const roles = new Map(rowsOf(tables, 'directus_roles').map((role) => [role.id, role.name]));
	const left: string[] = [];
	const documents = rowsOf(tables, 'directus_presets').map((preset) => {
		const identity = identityOf.preset(preset);
		const name = [roles.get(preset.role), preset.collection, preset.bookmark].filter(Boolean).join(' ');
		const content = laidOut(LAYOUTS.presets, preset);
		for (const part of personalParts(preset)) {
			const known = filed(identity)?.[part] ?? null;
			if (isDeepStrictEqual(known, preset[part])) continue;
			content[part] = known;
			left.push(leftOf(part, name));
		}
		return { identity, name, content };
	});
	return { documents, left };
}

/** The roles with exactly one policy that is no administrator's; others cannot be told in one file, and stay here. */
export function roleDocuments(tables: Tables): { documents: Document[]; left: string[] } {
	const policies = new Map(rowsOf(tables, 'directus_policies').map((policy) => [policy.id, policy]));
	const grants = Map.groupBy(rowsOf(tables, 'directus_permissions'), (permission) => permission.policy);
	const links = Map.groupBy(rowsOf(tables, 'directus_access'), (access) => access.role);
	const documents: Document[] = [];
	const left: string[] = [];
	for (const role of rowsOf(tables, 'directus_roles')) {
		const own = (links.get(role.id) ?? []).map((link) => policies.get(link.policy) as Item);
		if (own.some((policy) => policy.admin_access)) continue;
		const [policy] = own;
		if (!policy || own.length > 1) {
			left.push(`The role ${role.name} has ${own.length} policies; give it one, then it can be kept in a file.`);
			continue;
		}
		const content = laidOut(LAYOUTS.roles, {
			...role,
			policy: { id: policy.id, app_access: Boolean(policy.app_access) },
			permissions: grantsOf(grants.get(policy.id) ?? []),
		});
		documents.push({ identity: identityOf.item(content), name: String(role.name), content });
	}
	return { documents, left };
}

function grantsOf(permissions: readonly Item[]): Grants {
	const order = ({ collection, action }: Item) => `${collection} ${ACTIONS.indexOf(action as Action)}`;
	const grants: Grants = {};
	for (const permission of permissions.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
		const { fields, permissions: rule, validation, presets } = permission;
		const granted = namedByClass(permission.collection as string, (fields ?? []) as string[]);
		const grant = { fields: granted, permissions: rule, validation, presets };
		const said = Object.entries(grant).filter(([key, value]) => key === 'fields' || !isEmpty(value));
		const actions = (grants[permission.collection as string] ??= {});
		actions[permission.action as string] = Object.fromEntries(said) as unknown as Grants[string][string];
	}
	return grants;
}

/** How the item of a file is told from others of its folder. */
export const identityOf = {
	item: ({ id }: Item) => String(id),
	preset: ({ role, collection, bookmark }: Item) => JSON.stringify([role ?? null, collection, bookmark ?? null]),
};

export function rowsOf(tables: Tables, collection: string): Item[] {
	return tables.get(collection) ?? [];
}
