/** The readable files of `directus/` and `flows/`, one an item, and the rows that they stand for. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Item } from '../directus.ts';
import { root } from '../environment.ts';
import { fieldClasses } from '../model/field-classes.ts';
import { dashboardIn, flowIn, presetIn, textsIn, type Known } from './checked-items.ts';
import { stepIn } from './checked-steps.ts';
import { grantedFields } from './classes.ts';
import { laidOut, LAYOUTS } from './pull/layout.ts';
import { readRole, type RoleFile } from './roles/role-file.ts';
import type { Row } from './rows.ts';
import { readYaml } from './yaml-file.ts';

export const FOLDERS = {
	roles: join(root, 'directus', 'roles'),
	translations: join(root, 'directus', 'translations'),
	presets: join(root, 'directus', 'presets'),
	dashboards: join(root, 'directus', 'dashboards'),
	steps: join(root, 'directus', 'mentor-steps'),
	flows: join(root, 'flows'),
	settings: join(root, 'directus', 'settings.yaml'),
};

/** The files of a folder, in the order of their names. */
function pathsIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
	return names.sort().map((name) => join(folder, name));
}

/** What the roles grant, every name written out; a name that there is not is refused with its file and line. */
function readRoles({ isCollection }: Pick<Known, 'isCollection'>): RoleFile[] {
	return pathsIn(FOLDERS.roles).map((path) => readRole(path, isCollection));
}

/** What the data model of the repository has. */
function modelNames(): Omit<Known, 'roles'> {
	const collections = new Set(fieldClasses().map(({ collection }) => collection));
	const fields = new Set(fieldClasses().map(({ collection, field }) => `${collection}.${field}`));
	return {
		isCollection: (name) => name.startsWith('directus_') || collections.has(name),
		isField: (collection, field) => collection.startsWith('directus_') || fields.has(`${collection}.${field}`),
	};
}

/** All rows of the repository, by Directus collection. */
export function readConfiguration(): Map<string, Row[]> {
	const rows = new Map<string, Row[]>();
	const add = (collection: string, key: Item, data: Item) => {
		const list = rows.get(collection) ?? [];
		list.push({ key, data: { ...key, ...data } });
		rows.set(collection, list);
	};
	const retire = (collection: string, key: Item) => {
		rows.set(collection, [...(rows.get(collection) ?? []), { key, data: key, retired: true }]);
	};

	const names = modelNames();
	const roles = readRoles(names);
	const known: Known = { ...names, roles: new Set(roles.map(({ id }) => id)) };
	add('directus_settings', {}, readYaml(FOLDERS.settings).content);
	for (const texts of pathsIn(FOLDERS.translations).map((path) => textsIn(readYaml(path)))) {
		for (const [key, languages] of Object.entries(texts)) {
			for (const [language, value] of Object.entries(languages)) {
				add('directus_translations', { key, language }, { value });
			}
		}
	}
	for (const role of roles) {
		if (!role.retired) addRole(role, add);
		else {
			retire('directus_roles', { id: role.id });
			retire('directus_policies', { id: role.policy.id });
		}
	}
	for (const path of pathsIn(FOLDERS.presets)) {
		const { role, collection, bookmark, retired, ...rest } = presetIn(readYaml(path), known);
		const key = { role: role ?? null, collection, bookmark: bookmark ?? null };
		if (retired) retire('directus_presets', key);
		else add('directus_presets', key, rest);
	}
	for (const path of pathsIn(FOLDERS.dashboards)) {
		const { id, panels, retired, ...dashboard } = dashboardIn(readYaml(path), known);
		if (retired) retire('directus_dashboards', { id });
		else add('directus_dashboards', { id }, dashboard);
		for (const { id: panel, ...rest } of (panels ?? []) as Item[])
			add('directus_panels', { id: panel }, { ...rest, dashboard: id });
	}
	for (const path of pathsIn(FOLDERS.steps)) {
		const { retired, ...step } = stepIn(readYaml(path), known);
		const key = { id: step.id };
		if (retired) retire('mentor_steps', key);
		else add('mentor_steps', key, laidOut(LAYOUTS.steps, step));
	}
	for (const path of pathsIn(FOLDERS.flows)) {
		const { id, operations, retired, ...flow } = flowIn(readYaml(path));
		if (retired) retire('directus_flows', { id });
		else add('directus_flows', { id }, flow);
		for (const { id: operation, ...rest } of (operations ?? []) as Item[]) {
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
