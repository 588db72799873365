/**
 * What keeps the platform from saving anything, whatever it was asked: no room, a disk or database that only reads, one
 * that cannot be reached, or too many who write at this moment.
 */
export type Trouble = 'full' | 'read_only' | 'away' | 'busy';

/** By the codes of SQLite, of Node.js and of PostgreSQL (SQLSTATE). */
const CODES: readonly [Trouble, RegExp][] = [
	['full', /^(?:SQLITE_FULL|ENOSPC|EDQUOT|53100)$/],
	['read_only', /^(?:SQLITE_READONLY|EROFS|25006)/],
	['busy', /^(?:SQLITE_BUSY|SQLITE_LOCKED|40001|40P01|53300|55P03)/],
	[
		'away',
		/^(?:SQLITE_(?:CANTOPEN|IOERR|CORRUPT|NOTADB)|08[0-9A-Z]{3}|57P0[1-4]|58[0-9A-Z]{3}|ECONNREFUSED|ECONNRESET|ETIMEDOUT)/,
	],
];

/** What the driver of PostgreSQL says, without a code, where the line breaks in the middle of something. */
const LINE_BROKEN = /Connection (?:terminated|ended) unexpectedly/;

/** The trouble that an error tells of; `undefined` where it is about the request, or a fault of the code. */
export function troubleOf(error: unknown): Trouble | undefined {
	const { name, code, message } = (error ?? {}) as Record<'name' | 'code' | 'message', unknown>;
	// No connection of the pool became free.
	if (name === 'KnexTimeoutError') return 'busy';
	if (LINE_BROKEN.test(String(message))) return 'away';
	return CODES.find(([, codes]) => codes.test(String(code)))?.[0];
}
