/** Two databases side by side: every column of every table but keys and time stamps. */
import { createHash } from 'node:crypto';
import { everyRow, type Row } from '../tables.ts';

type Tables = Map<string, Row[]>;

/** Who came when, and who did what: a form is saved several times where a file is loaded once. */
const STAMPS = ['date_created', 'date_updated', 'user_updated', 'submitted_at', 'finished_at', 'told_at'];
/** Of Directus's own tables only the people are ours. */
const PEOPLE = ['email', 'first_name', 'last_name', 'role', 'supplier', 'status', 'provider'];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What stands in the place of the reference of somebody who has been erased, which nobody can guess. */
const ERASED = /^E-[0-9A-F]{10}$/;
/** As far as one row is from the last one that says whose it is. */
const STEPS = 5;

/** The rows of every table with what a key means in the place of the key itself. */
async function meaning(env: NodeJS.ProcessEnv): Promise<Tables> {
	const tables = ours(await everyRow(env));
	let labels = new Map<string, string>();
	for (let step = 0; step < STEPS; step++) {
		const next = new Map<string, string>();
		for (const [table, rows] of tables) {
			for (const row of rows) {
				const text = JSON.stringify(plain(row, labels));
				next.set(String(row.id), nameOf(table, row) ?? `${table} ${createHash('sha1').update(text).digest('hex')}`);
			}
		}
		labels = next;
	}
	return new Map([...tables].map(([table, rows]) => [table, rows.map((row) => plain(row, labels))]));
}

function ours(tables: Tables): Tables {
	// Who loaded and who read what is of the way and not of the records; the trail of it likewise.
	const own = [...tables].filter(
		([table]) =>
			!/^(directus_|sqlite_|knex_|platform_trail_|(?:import_runs|platform_sessions|mentor_submissions|mentor_calendars|import_jobs|access_log)$)/.test(
				table,
			),
	);
	const users = (tables.get('directus_users') ?? []).map((row) =>
		Object.fromEntries(['id', ...PEOPLE].map((column) => [column, row[column]])),
	);
	return new Map([...own, ['directus_users', users]]);
}

/** What a person would call a row. */
function nameOf(table: string, row: Row): string | undefined {
	const name = row.email ?? row.reference ?? row.name;
	return name && !ERASED.test(String(name)) ? `${table} ${name}` : undefined;
}

function plain(row: Row, labels: ReadonlyMap<string, string>): Row {
	const columns = Object.entries(row).filter(([column]) => column !== 'id' && !STAMPS.includes(column));
	return Object.fromEntries(
		columns.sort(([a], [b]) => (a < b ? -1 : 1)).map(([column, value]) => [column, one(value, labels)]),
	);
}

function one(value: unknown, labels: ReadonlyMap<string, string>): unknown {
	if (value instanceof Date) return value.toISOString();
	if (typeof value !== 'string') return value;
	if (UUID.test(value)) return labels.get(value) ?? 'another key';
	if (ERASED.test(value)) return 'the reference of somebody who has been erased';
	// SQLite keeps lists as text.
	return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

/**
 * Where two installations differ, a line for each column and what stands there on either side; a row that is missing on
 * one side is a line too.
 * @param expected columns that are meant to differ, as `table.column`
 */
export async function differences(
	one: { env: NodeJS.ProcessEnv },
	other: { env: NodeJS.ProcessEnv },
	expected: readonly string[] = [],
): Promise<string[]> {
	const [left, right] = [await meaning(one.env), await meaning(other.env)];
	const found: string[] = [];
	for (const table of new Set([...left.keys(), ...right.keys()])) {
		const without = (rows: Row[] = []) =>
			rows.map((row) =>
				Object.fromEntries(Object.entries(row).filter(([column]) => !expected.includes(`${table}.${column}`))),
			);
		found.push(...betweenRows(table, without(left.get(table)), without(right.get(table))));
	}
	return found;
}

function betweenRows(table: string, left: Row[], right: Row[]): string[] {
	const rest = [...right];
	const unmatched = left.filter((row) => {
		const same = rest.findIndex((each) => JSON.stringify(each) === JSON.stringify(row));
		if (same >= 0) rest.splice(same, 1);
		return same < 0;
	});
	return [
		...unmatched.flatMap((row) => {
			const [nearest] = rest
				.map((each) => ({ each, columns: differing(row, each) }))
				.sort((a, b) => a.columns.length - b.columns.length);
			if (!nearest || nearest.columns.length > Object.keys(row).length / 2)
				return [`${table}: only one has ${JSON.stringify(row)}`];
			rest.splice(rest.indexOf(nearest.each), 1);
			return nearest.columns.map(
				(column) =>
					`${table}.${column} of ${whose(row)}: ${JSON.stringify(row[column])} and ${JSON.stringify(nearest.each[column])}`,
			);
		}),
		...rest.map((row) => `${table}: only the other has ${JSON.stringify(row)}`),
	];
}

const differing = (row: Row, other: Row) =>
	Object.keys({ ...row, ...other }).filter((column) => JSON.stringify(row[column]) !== JSON.stringify(other[column]));

function whose(row: Row): unknown {
	return row.reference ?? row.referral ?? row.mentee ?? row.peer_mentor ?? row.contract ?? row.name;
}
