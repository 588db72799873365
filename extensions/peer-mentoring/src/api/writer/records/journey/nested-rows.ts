import { keyIn } from '../../../../storage/database/keys.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** What Directus takes for the rows that hang on a record: the whole list, or what changes of it. */
type Nested = readonly unknown[] | { create?: unknown[]; update?: unknown[]; delete?: unknown[] };

/** The rows of a list as a write will leave them. @param nested what is written of the list, if anything is */
export function rowsAfter(there: readonly Payload[], nested: unknown): Payload[] {
	if (typeof nested !== 'object' || nested === null) return [...there];
	const written = nested as Nested;
	const { create = [], update = [], delete: gone = [] } = isList(written) ? {} : written;
	const rowOf = (each: unknown): Payload => {
		const own = there.find((row) => row.id === keyIn(each));
		return typeof each === 'object' && each !== null ? { ...own, ...each } : { ...own };
	};
	if (isList(written)) return written.map(rowOf);
	const changes = new Map(update.map((each) => [keyIn(each), rowOf(each)]));
	const kept = there.filter((row) => !gone.some((each) => keyIn(each) === row.id));
	return [...kept.map((row) => changes.get(row.id as string) ?? row), ...create.map(rowOf)];
}

const isList = (nested: Nested): nested is readonly unknown[] => Array.isArray(nested);
