import type { Item } from '../../directus.ts';

/**
 * The fields of one kind of item, in the order in which they are written, with the value that a file means where it
 * leaves one out. `undefined` is a field that every file has.
 */
export type Layout = Readonly<Item>;

export const LAYOUTS = {
	roles: { id: undefined, name: undefined, icon: null, description: null, policy: undefined, permissions: undefined },
	presets: {
		role: null,
		collection: undefined,
		bookmark: null,
		icon: 'bookmark',
		color: null,
		layout: 'tabular',
		layout_query: null,
		layout_options: null,
		search: null,
		filter: null,
		refresh_interval: null,
	},
	dashboards: { id: undefined, name: undefined, icon: 'dashboard', note: null, color: null },
	panels: {
		id: undefined,
		name: null,
		icon: null,
		color: null,
		show_header: false,
		note: null,
		type: undefined,
		position_x: undefined,
		position_y: undefined,
		width: undefined,
		height: undefined,
		options: null,
	},
	steps: {
		id: undefined,
		sort: null,
		about: undefined,
		stages: null,
		title_en: undefined,
		title_cy: undefined,
		button_en: undefined,
		button_cy: undefined,
		intro_en: null,
		intro_cy: null,
		said_en: undefined,
		said_cy: undefined,
		parts: undefined,
	},
	flows: {
		id: undefined,
		name: undefined,
		icon: null,
		color: null,
		description: null,
		status: 'active',
		trigger: null,
		accountability: 'all',
		options: null,
		operation: null,
	},
	operations: {
		id: undefined,
		name: null,
		key: undefined,
		type: undefined,
		position_x: undefined,
		position_y: undefined,
		options: null,
		resolve: null,
		reject: null,
	},
} as const satisfies Record<string, Layout>;

/** The fields of a layout out of a row, in order; what the file may leave out is written out. */
export function laidOut(layout: Layout, row: Item): Item {
	return Object.fromEntries(
		Object.entries(layout).map(([field, meant]) => [field, row[field] === undefined ? (meant ?? null) : row[field]]),
	);
}
