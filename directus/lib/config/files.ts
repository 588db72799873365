/** The readable files of `directus/` and `flows/`, one an item, and the rows that they stand for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Item } from '../directus.ts';
import { root } from '../environment.ts';
import { fieldClasses } from '../model/field-classes.ts';
import { grantedFields } from './classes.ts';
import { readRole, type RoleFile } from './roles/role-file.ts';
import type { Row } from './rows.ts';

export const FOLDERS = {
	roles: join(root, 'directus', 'roles'),
	translations: join(root, 'directus', 'translations'),
	presets: join(root, 'directus', 'presets'),
	dashboards: join(root, 'directus', 'dashboards'),
	flows: join(root, 'flows'),
	settings: join(root, 'directus', 'settings.yaml'),
};

/** The files of a folder, in the order of their names. */
function pathsIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
	return names.sort().map((name) => join(folder, name));
}

function readAll<Content>(folder: string): Content[] {
	return pathsIn(folder).map((path) => parse(readFileSync(path, 'utf8')) as Content);
}

/** What the roles grant, every name written out; a name that there is not is refused with its file and line. */
function readRoles(): RoleFile[] {
	const collections = new Set(fieldClasses().map(({ collection }) => collection));
	const isCollection = (name: string) => name.startsWith('directus_') || collections.has(name);
	return pathsIn(FOLDERS.roles).map((path) => readRole(path, isCollection));
}

/** All rows of the repository, by Directus collection. */
export function readConfiguration(): Map<string, Row[]> {
	const rows = new Map<string, Row[]>();
	const add = (collection: string, key: Item, data: Item) => {
		const list = rows.get(collection) ?? [];
		list.push({ key, data: { ...key, ...data } });
		rows.set(collection, list);
	};

	add('directus_settings', {}, parse(readFileSync(FOLDERS.settings, 'utf8')) as Item);
	for (const texts of readAll<Texts>(FOLDERS.translations)) {
		for (const [key, languages] of Object.entries(texts)) {
			for (const [language, value] of Object.entries(languages)) {
				add('directus_translations', { key, language }, { value });
			}
		}
	}
	for (const role of readRoles()) addRole(role, add);
	for (const preset of readAll<Item>(FOLDERS.presets)) {
		const { role, collection, bookmark, ...rest } = preset;
		add('directus_presets', { role, collection, bookmark: bookmark ?? null }, rest);
	}
	for (const { id, panels, ...dashboard } of readAll<Item>(FOLDERS.dashboards)) {
		add('directus_dashboards', { id }, dashboard);
		for (const { id: panel, ...rest } of panels as Item[])
			add('directus_panels', { id: panel }, { ...rest, dashboard: id });
	}
	for (const { id, operations, ...flow } of readAll<Item>(FOLDERS.flows)) {
		add('directus_flows', { id }, flow);
		for (const { id: operation, ...rest } of operations as Item[]) {
			add('directus_operations', { id: operation }, { ...rest, flow: id });
		}
	}
	return rows;
}

export type Texts = Record<string, Record<string, string>>;

/** A role file is one role, its one policy, the link between the two, and what the policy grants. */
function addRole(role: RoleFile, add: (collection: string, key: Item, data: Item) => void): void {
	const { id, name, icon, description, policy, permissions } = role;
	add('directus_roles', { id }, { name, icon, description });
	add(
		'directus_policies',
		{ id: policy.id },
		{
			name,
			icon,
			description,
			app_access: policy.app_access,
			admin_access: false,
			enforce_tfa: false,
			ip_access: null,
		},
	);
	add('directus_access', { role: id, policy: policy.id }, { user: null });
	for (const [collection, actions] of Object.entries(permissions)) {
		for (const [action, grant] of Object.entries(actions)) {
			add(
				'directus_permissions',
				{ policy: policy.id, collection, action },
				{
					fields: grantedFields(collection, grant.fields),
					permissions: grant.permissions ?? null,
					validation: grant.validation ?? null,
					presets: grant.presets ?? null,
				},
			);
		}
	}
}
