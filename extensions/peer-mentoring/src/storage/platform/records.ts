/** Single facts from the platform's own records, for the rules that stand before them. */
import type { Knex } from 'knex';
import type { Place } from '../../domain/platform/panel-place.ts';
import { momentOf, nowColumn } from '../database/day-columns.ts';

/** Where Directus keeps the dashboards of Insights and what stands on them. */
export const DASHBOARDS = 'directus_dashboards';
export const PANELS = 'directus_panels';

/** Uploaded files, and what people have written about records in the Studio. */
export const FILES = 'directus_files';
export const COMMENTS = 'directus_comments';

/** What every record said before, and says now. */
export const REVISIONS = 'directus_revisions';

/** Which extensions are loaded. */
export const EXTENSIONS = 'directus_extensions';

/** Whatever was switched off is loaded again: the rules of the platform are an extension. */
export async function loadExtensions(knex: Knex): Promise<void> {
	await knex(EXTENSIONS).where({ source: 'local', enabled: false }).update({ enabled: true });
}

/** The media type that a file was stored with. */
export async function mediaTypeOf(knex: Knex, file: string): Promise<string | undefined> {
	return (await knex('directus_files').where({ id: file }).first('type'))?.type;
}

/** Whose these lists, filters and bookmarks are; `null` for everybody's. */
export async function ownersOfPresets(knex: Knex, keys: readonly unknown[]): Promise<(string | null)[]> {
	return knex('directus_presets')
		.whereIn('id', keys as (string | number)[])
		.pluck('user');
}

/** Where the panels of a dashboard are. */
export async function placesOn(knex: Knex, dashboard: string): Promise<Place[]> {
	return knex(PANELS).where({ dashboard }).select('position_x', 'position_y', 'width', 'height');
}

/** The Supplier of whoever made a dashboard; none where there is no such dashboard, or it is nobody's. */
export async function supplierOfDashboard(knex: Knex, dashboard: string): Promise<string | null> {
	const owner = await knex(`${DASHBOARDS} as dashboard`)
		.join('directus_users as creator', 'creator.id', 'dashboard.user_created')
		.where('dashboard.id', dashboard)
		.first('creator.supplier');
	return owner?.supplier ?? null;
}

/** What these steps of flows do, as they are stored. */
export async function storedOperations(
	knex: Knex,
	keys: readonly (string | number)[],
): Promise<{ type: string; options: unknown }[]> {
	return knex('directus_operations').whereIn('id', keys).select('type', 'options');
}

/** What these permissions are of, as they are stored. */
export async function storedPermissions(
	knex: Knex,
	keys: readonly (string | number)[],
): Promise<{ collection: string; action: string }[]> {
	return knex('directus_permissions').whereIn('id', keys).select('collection', 'action');
}

/** What was done, by whom and from where, among Directus's own activities. */
export interface Activity {
	action: string;
	user: string | null;
	ip: string | null;
	user_agent: string | null;
	origin: string | null;
	collection: string;
	item: string;
}

export async function noteActivity(knex: Knex, activity: Activity): Promise<void> {
	await knex('directus_activity').insert({ ...activity, timestamp: nowColumn(knex) });
}

/** How long a file has been there, in milliseconds; `undefined` where there is none. */
export async function ageOfFile(knex: Knex, key: string): Promise<number | undefined> {
	const row = await knex(FILES).where({ id: key }).first('created_on');
	return row && Date.now() - (momentOf(row.created_on) ?? 0);
}

/** Whether a file is a document, and no picture. */
export async function isDocument(knex: Knex, key: string): Promise<boolean> {
	const row = await knex(FILES).where({ id: key.toLowerCase() }).first('type');
	return row !== undefined && !String(row.type ?? '').startsWith('image/');
}
