import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../directus.ts';
import { readTables } from '../database.ts';
import { FOLDERS } from '../files.ts';
import { regrouped } from '../roles/regroup.ts';
import { readRole, type Grants, type Group } from '../roles/role-file.ts';
import { folderChanges, readFile, readFolder, type FileChange } from './files.ts';
import {
	dashboardDocuments,
	flowDocuments,
	identityOf,
	presetDocuments,
	roleDocuments,
	stepDocuments,
	type Document,
} from './items.ts';
import { LAYOUTS } from './layout.ts';
import { settingsContent, translationContents } from './texts.ts';
import { jsonText, yamlText } from './yaml-text.ts';

export interface Pull {
	changes: FileChange[];
	/** What the files cannot hold, for people. */
	left: string[];
}

/** What differs between the database's configuration and the files, as changes of the files. Changes nothing. */
export async function planPull(): Promise<Pull> {
	const tables = await readTables();
	const { item, preset } = identityOf;
	const filed = new Map(readFolder(FOLDERS.presets).map(({ content }) => [preset(content), content]));
	const { documents: granted, left: leftOfRoles } = roleDocuments(tables);
	const { documents: lists, left: leftOfLists } = presetDocuments(tables, (identity) => filed.get(identity));
	const roles = granted.map(asRoleFile);
	const panels = { key: 'panels', layout: LAYOUTS.panels };
	const operations = { key: 'operations', layout: LAYOUTS.operations };
	const { dashboards, flows, presets, settings, translations } = FOLDERS;
	const changes = [
		...folderChanges(roles, { folder: FOLDERS.roles, identity: item, layout: LAYOUTS.roles, inline: true }),
		...folderChanges(lists, { folder: presets, identity: preset, layout: LAYOUTS.presets }),
		...folderChanges(dashboardDocuments(tables), {
			folder: dashboards,
			identity: item,
			layout: LAYOUTS.dashboards,
			parts: panels,
		}),
		...folderChanges(stepDocuments(tables), {
			folder: FOLDERS.steps,
			identity: item,
			layout: LAYOUTS.steps,
			inline: true,
		}),
		...folderChanges(flowDocuments(tables), {
			folder: flows,
			identity: item,
			layout: LAYOUTS.flows,
			parts: operations,
		}),
	];
	const texts = translationContents(tables, readFolder(translations));
	for (const { path, content } of [
		{ path: settings, content: settingsContent(tables, readFile(settings)) },
		...texts,
	]) {
		if (isDeepStrictEqual(readFile(path), content)) continue;
		changes.push({ path, content: Object.keys(content).length > 0 ? content : null });
	}
	return { changes, left: [...leftOfRoles, ...leftOfLists] };
}

/** Says with the names of the role's file, where it has one, what the database grants. */
function asRoleFile({ content, ...document }: Document): Document {
	const file = readFolder(FOLDERS.roles).find((each) => identityOf.item(each.content) === document.identity);
	const groups = (file?.content.permissions ?? []) as Group[];
	const before = file ? readRole(file.path).permissions : {};
	return {
		...document,
		content: { ...content, permissions: regrouped(groups, before, content.permissions as Grants) },
	};
}

export async function writeFiles(changes: readonly FileChange[]): Promise<void> {
	for (const { path, content, inline, json } of changes) {
		if (content === null) {
			rmSync(path, { force: true });
			continue;
		}
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, json ? await jsonText(path, content) : await yamlText(path, content as Item, inline));
	}
}
