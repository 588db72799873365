/** Settings and translations: many rows or fields in few files. */
import { join } from 'node:path';
import type { Item } from '../../directus.ts';
import type { Tables } from '../database.ts';
import { isChoiceKey } from '../../../../extensions/peer-mentoring/src/storage/language/lists-in-step.ts';
import { FOLDERS, type Texts } from '../files.ts';
import type { Parsed } from './files.ts';
import { rowsOf } from './items.ts';

/** What an installation may set for itself, with Directus's own value; keys, pictures and addresses are its own. */
const SETTINGS: Item = {
	project_name: 'Directus',
	project_descriptor: null,
	project_color: '#6644FF',
	default_language: 'en-US',
	default_appearance: 'auto',
	default_theme_light: null,
	default_theme_dark: null,
	theme_light_overrides: null,
	theme_dark_overrides: null,
	public_note: null,
	public_registration: false,
	auth_login_attempts: 25,
	auth_password_policy: null,
	storage_asset_transform: 'all',
	storage_asset_presets: null,
	custom_css: null,
	module_bar: null,
	basemaps: null,
	custom_aspect_ratios: null,
	report_error_url: null,
	report_bug_url: null,
	report_feature_url: null,
};

/** The settings that the file names, and those that were changed since. */
export function settingsContent(tables: Tables, file: Item): Item {
	const [row = {}] = rowsOf(tables, 'directus_settings');
	const named = Object.keys(file).map((key) => [key, row[key] ?? null] as const);
	const changed = Object.entries(SETTINGS)
		.filter(([key, usual]) => !(key in file) && JSON.stringify(row[key] ?? null) !== JSON.stringify(usual))
		.map(([key]) => [key, row[key]] as const);
	return Object.fromEntries([...named, ...changed]);
}

const NEW_TEXTS = join(FOLDERS.translations, 'texts.yaml');

/** Each text in the file that has it already; new ones in a file of their own. Labels of codes belong to the code. */
export function translationContents(tables: Tables, files: readonly Parsed[]): { path: string; content: Texts }[] {
	const found: Texts = {};
	for (const { key, language, value } of rowsOf(tables, 'directus_translations') as Record<string, string>[]) {
		if (!key || !language || isChoiceKey(key)) continue;
		(found[key] ??= {})[language] = value ?? '';
	}
	const places = new Map(files.flatMap(({ path, content }) => Object.keys(content).map((key) => [key, path])));
	const contents = new Map<string, Texts>(files.map(({ path }) => [path, {}]));
	for (const key of Object.keys(found).sort()) {
		const path = places.get(key) ?? NEW_TEXTS;
		const texts = contents.get(path) ?? {};
		texts[key] = Object.fromEntries(Object.entries(found[key] as Item).sort()) as Record<string, string>;
		contents.set(path, texts);
	}
	return [...contents].map(([path, content]) => ({ path, content }));
}
