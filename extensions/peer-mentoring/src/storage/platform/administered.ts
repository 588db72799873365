/** What is administered, and what is on record of those who do. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Act, ActKind } from '../../domain/privacy/administration.ts';
import { dayOf, momentColumn } from '../database/day-columns.ts';

export interface Flow {
	id: string;
	name: string;
	description: string | null;
	status: string;
}

/** What the platform does by itself, as far as it is switched on and off: none of its steps, which may name anything. */
export async function readFlows(knex: Knex, key?: string): Promise<Flow[]> {
	const query = knex('directus_flows').orderBy('name').select('id', 'name', 'description', 'status');
	return key === undefined ? query : query.where('id', key);
}

/** The settings with these names. */
export async function readSettings(knex: Knex, names: readonly string[]): Promise<Record<string, unknown>> {
	return (await knex('directus_settings').first(...names)) ?? {};
}

/** The flows that tell people of these kinds, so that whoever switches one off silences what they are told of. */
export async function flowsThatTell(knex: Knex, kinds: readonly string[]): Promise<Set<string>> {
	const steps = await knex('directus_operations').where({ type: 'remind' }).select('flow', 'options');
	const telling = steps.filter(({ options }) => {
		const { kinds: told } = (typeof options === 'string' ? JSON.parse(options) : (options ?? {})) as {
			kinds?: unknown;
		};
		// Without kinds it tells of everything.
		return !Array.isArray(told) || told.length === 0 || told.some((kind) => kinds.includes(String(kind)));
	});
	return new Set(telling.map(({ flow }) => flow));
}

/** Those of these accounts that have done or read anything between two moments. */
export async function usedBetween(knex: Knex, users: readonly string[], from: Date, to: Date): Promise<Set<string>> {
	const used = new Set<string>();
	for (const [trail, at] of [
		['directus_activity', 'timestamp'],
		['access_log', 'at'],
	] as const) {
		const query = knex(trail).whereIn('user', users).distinct('user');
		query.where(at, '>=', momentColumn(knex, from)).where(at, '<', momentColumn(knex, to));
		for (const user of await query.pluck('user')) used.add(user);
	}
	return used;
}

const KINDS: Readonly<Record<string, ActKind>> = {
	'directus_users create': 'account_made',
	'directus_users update': 'account_changed',
	'directus_flows update': 'flow_changed',
	'directus_settings update': 'settings_changed',
};

export interface StoredAct extends Act {
	id: string;
	/** The address of the account that did it. */
	email: string | null;
	on: CalendarDay | null;
	/** The fields that were changed. */
	fields: string[];
}

/** What those of one role have done since a moment to accounts, flows and settings, in its order. */
export async function actsOfRole(knex: Knex, role: string, since: Date): Promise<StoredAct[]> {
	const rows = await knex('directus_activity as done')
		.join('directus_users as by', 'by.id', 'done.user')
		.join('directus_roles as role', 'role.id', 'by.role')
		.where('role.name', role)
		.where('done.timestamp', '>=', momentColumn(knex, since))
		.orderBy('done.id')
		.select('done.id', 'done.action', 'done.collection', 'done.item', 'done.user', 'done.timestamp', 'by.email');
	const acts = rows.flatMap(({ id, action, collection, timestamp, ...act }) => {
		const what = KINDS[`${collection} ${action}`];
		return what ? [{ ...act, id: String(id), what, on: dayOf(timestamp) }] : [];
	});
	const fields = await changedFields(
		knex,
		acts.filter(({ what }) => what.endsWith('_changed')).map(({ id }) => id),
	);
	return acts.map((act) => ({ ...act, fields: fields.get(act.id) ?? [] }));
}

/** What each of these entries of the trail has changed, by the names of the fields. */
async function changedFields(knex: Knex, entries: readonly string[]): Promise<Map<string, string[]>> {
	const rows = await knex('directus_revisions').whereIn('activity', entries.map(Number)).select('activity', 'delta');
	return new Map(
		rows.map(({ activity, delta }) => {
			const change = (typeof delta === 'string' ? JSON.parse(delta) : (delta ?? {})) as object;
			return [String(activity), Object.keys(change)];
		}),
	);
}

/** Whether somebody has made or changed an account since a moment. */
export async function hasChanged(knex: Knex, by: string, account: string, since: Date): Promise<boolean> {
	const entry = await knex('directus_activity')
		.where({ collection: 'directus_users', item: account, user: by })
		.whereIn('action', ['create', 'update'])
		.where('timestamp', '>=', momentColumn(knex, since))
		.first('id');
	return entry !== undefined;
}
