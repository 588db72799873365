import type { Knex } from 'knex';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { knownToExist } from '../../../domain/privacy/personal-data.ts';
import { today } from '../../../clock/today.ts';
import { readLabels, type Labels } from '../../../storage/language/labels.ts';
import {
	familyIn,
	fileFields,
	personalFields,
	rowsOfPerson,
	type Key,
	type Overview,
} from '../../../storage/privacy/personal-data.ts';

type Row = Record<string, unknown>;

/** Reads rows as the caller may, or those that no role was given yet. */
export type ReadRows = (collection: string, keys: Key[], fields: string[]) => Promise<Row[]>;

/** A file that a row names, written out so that it stands in the answer itself; nothing where it is gone. */
export type ReadFile = (key: string) => Promise<string | null>;

interface Entry {
	field: string;
	label: string;
	value: unknown;
}

export interface PersonsData {
	language: Language;
	given_on: CalendarDay;
	/** One for each row that belongs to the person, with what it says of them. */
	records: { collection: string; label: string; entries: Entry[] }[];
}

const DATES = ['date', 'dateTime', 'time', 'timestamp'];

/** Every row that belongs to a person: what is personal in it, and its dates, in words of the person's own language. */
export async function personsData(
	knex: Knex,
	overview: Overview,
	person: { id: string; language: string | null },
	{ read, readFile }: { read: ReadRows; readFile: ReadFile },
): Promise<PersonsData> {
	const language: Language = person.language === 'cy-GB' ? 'cy-GB' : 'en-GB';
	const labels = await readLabels(knex, language);
	const fieldsOf = await personalFields(knex, overview);
	const records: PersonsData['records'] = [];
	const links = familyIn(overview);
	const onlyKnown = knownToExist(links);
	for (const [collection, keys] of await rowsOfPerson(knex, links, person.id)) {
		const dates = Object.values(overview.collections[collection]?.fields ?? {}).filter(({ type }) =>
			DATES.includes(type),
		);
		const personal = onlyKnown.includes(collection) ? [] : fieldsOf(collection);
		const files = onlyKnown.includes(collection) ? [] : fileFields(overview, collection);
		const fields = [...new Set([...[...personal, ...dates].map(({ field }) => field), ...files])];
		if (fields.length === 0) continue;
		for (const row of await read(collection, keys, fields)) {
			for (const field of files) if (row[field]) row[field] = await readFile(String(row[field]));
			const entries = entriesOf(collection, fields, row, labels);
			records.push({ collection, label: labels.collection(collection), entries });
		}
	}
	return { language, given_on: today(), records };
}

function entriesOf(collection: string, fields: string[], row: Row, labels: Labels): Entry[] {
	return fields
		.filter((field) => row[field] !== null && row[field] !== undefined)
		.map((field) => ({
			field,
			label: labels.field(collection, field),
			value: labels.value(collection, field, row[field]),
		}));
}
