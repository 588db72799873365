import { isListName, LISTS, type ListName } from './lists.ts';

/** A measure as counted up to the cut-off, or of the reporting month alone. */
export type View = 'cumulative' | 'month';

/** Where a value goes: a cell of a sheet, or a cell that the workbook has a name for. */
export type Place = { sheet: string; cell: string } | { name: string };

/** One value of the return and its place. */
export interface CellEntry {
	/** A key of the figures or facts (`figures.ts`). */
	figure: string;
	view: View;
	/** One Contract Package Area; `null` for the whole contract. */
	cpa: number | null;
	place: Place;
}

/** Where the rows of a list go: the first of them, and the column of each item. */
export interface ListEntry {
	of: ListName;
	sheet: string;
	first_row: number;
	/** Column letters by item of the list. */
	columns: Readonly<Record<string, string>>;
}

/** What goes where in a Buyer's workbook. */
export interface Mapping {
	cells: CellEntry[];
	/** At most one of each list. */
	lists: ListEntry[];
}

/** A mapping of nothing. */
export function isEmpty({ cells, lists }: Mapping): boolean {
	return cells.length === 0 && lists.length === 0;
}

/** More entries than any template has cells for. */
const MOST_ENTRIES = 2000;

/**
 * A mapping out of a request or the database.
 * @returns the mapping, or the number of the first entry that is none (0 for the whole)
 */
export function readMapping(value: unknown): Mapping | { notAnEntry: number } {
	const given = typeof value === 'string' ? parsed(value) : value;
	if (given === null || given === undefined) return { cells: [], lists: [] };
	if (!isObject(given)) return { notAnEntry: 0 };
	// Templates of an earlier version of this platform had the rows of the Mentee Tracker alone.
	const { cells = [], list, lists = isObject(list) ? [{ ...list, of: 'mentees' }] : [] } = given;
	if (!Array.isArray(cells) || cells.length > MOST_ENTRIES || !Array.isArray(lists)) return { notAnEntry: 0 };
	const entries = cells.map(readEntry);
	const wrong = entries.indexOf(undefined);
	if (wrong >= 0) return { notAnEntry: wrong + 1 };
	const rows = lists.map(readList);
	const names = new Set(rows.map((each) => each?.of));
	if (rows.includes(undefined) || names.size < rows.length) return { notAnEntry: 0 };
	return { cells: entries as CellEntry[], lists: rows as ListEntry[] };
}

function readEntry(value: unknown): CellEntry | undefined {
	if (!isObject(value)) return undefined;
	const { figure, view = 'cumulative', cpa = null } = value;
	const place = readPlace(value.place);
	if (typeof figure !== 'string' || (view !== 'cumulative' && view !== 'month') || !place) return undefined;
	return cpa === null || Number.isInteger(cpa) ? { figure, view, cpa: cpa as number | null, place } : undefined;
}

function readPlace(value: unknown): Place | undefined {
	if (!isObject(value)) return undefined;
	const { name, sheet, cell } = value;
	if (typeof name === 'string') return { name };
	return typeof sheet === 'string' && typeof cell === 'string' ? { sheet, cell } : undefined;
}

function readList(value: unknown): ListEntry | undefined {
	if (!isObject(value)) return undefined;
	const { of, sheet, first_row, columns } = value;
	if (!isListName(of) || typeof sheet !== 'string' || !Number.isInteger(first_row) || !isObject(columns))
		return undefined;
	const given = Object.entries(columns).filter(([, letters]) => letters !== null && letters !== '');
	const isColumn = (entry: [string, unknown]): entry is [string, string] =>
		typeof entry[1] === 'string' && LISTS[of].columns.some(({ key }) => key === entry[0]);
	return given.every(isColumn)
		? { of, sheet, first_row: first_row as number, columns: Object.fromEntries(given) }
		: undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
