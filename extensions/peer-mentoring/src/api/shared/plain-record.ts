import { dayOf } from '../../storage/database/day-columns.ts';

export type Payload = Record<string, unknown>;

/** A record out of a database or a request with its days as `YYYY-MM-DD`, as the rules read them. */
export function plainRecord(record: Payload): Payload {
	return Object.fromEntries(
		Object.entries(record).map(([field, value]) => [field, field.endsWith('_on') ? dayOf(value) : value]),
	);
}

/** What a field of lists or objects holds: drivers give what is stored as text. @returns `''` of a text that is no JSON */
export function jsonIn(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return '';
	}
}
