/** Lists of the database as an Administrator changes them. */
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Client } from '../client.ts';
import { begin as beginTracker, world } from './mentee-tracker.ts';

export type Row = Record<string, unknown>;
export interface Choice {
	value: string;
	text: string;
	disabled?: boolean;
}

export let officer: Client;

export async function begin(): Promise<void> {
	await beginTracker();
	officer = (await world.user('Data Protection Officer', 'lists-officer@example.org')).client;
}

export const yesterday = addDays(today(), -1);
export const codesOf = async (filter: string): Promise<Row[]> =>
	(await world.admin.get(`/items/codes?limit=-1&sort=order&${filter}`)).body.data;
export const codeOf = async (list: string, value: string): Promise<Row> =>
	(await codesOf(`filter[list][_eq]=${list}&filter[value][_eq]=${value}`))[0] as Row;
export const fieldOf = async (collection: string, field: string) =>
	(await world.admin.get(`/fields/${collection}/${field}`)).body.data.meta;
/** What the form of a field offers, as somebody reads it who has the Studio in this language. */
export async function offered(collection: string, field: string, language: string): Promise<string[]> {
	const { options } = await fieldOf(collection, field);
	const { body } = await world.admin.get(`/translations?limit=-1&filter[language][_eq]=${language}`);
	const texts = new Map(body.data.map(({ key, value }: Row) => [`$t:${key}`, value]));
	return options.choices.map(({ text }: Choice) => texts.get(text) ?? text);
}
export const refusal = ({ status, body }: { status: number; body: { errors?: { message: string }[] } }) => [
	status,
	body.errors?.[0]?.message,
];
