import { describe, expect, it } from 'vitest';
import knex from 'knex';
import { whyNot } from '../../../directus/lib/why.ts';
import { keepValuesOutOfErrors } from '../../../extensions/peer-mentoring/src/storage/database/quiet-errors.ts';
import { troubleOf } from '../../../extensions/peer-mentoring/src/storage/database/trouble.ts';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('what an error of the database or the disk tells of', () => {
	it.each([
		['SQLITE_FULL', 'full'],
		['ENOSPC', 'full'],
		['53100', 'full'],
		['SQLITE_READONLY_DBMOVED', 'read_only'],
		['EROFS', 'read_only'],
		['25006', 'read_only'],
		['SQLITE_BUSY', 'busy'],
		['40P01', 'busy'],
		['53300', 'busy'],
		['SQLITE_IOERR', 'away'],
		['SQLITE_CANTOPEN', 'away'],
		['08006', 'away'],
		['57P03', 'away'],
		['ECONNREFUSED', 'away'],
		['23505', undefined],
		['SQLITE_CONSTRAINT', undefined],
		['42703', undefined],
		['57014', undefined],
		['FORBIDDEN', undefined],
	])('%s: %s', (code, trouble) => expect(troubleOf(coded(code))).toBe(trouble));

	it('goes by the name where there is no code, and by nothing else', () => {
		expect(troubleOf(Object.assign(new Error('x'), { name: 'KnexTimeoutError' }))).toBe('busy');
		expect(troubleOf(new Error('BEGIN; - Connection terminated unexpectedly'))).toBe('away');
		for (const other of [undefined, null, 'SQLITE_FULL', new Error('full')]) expect(troubleOf(other)).toBeUndefined();
	});
});

describe('why a command did not succeed', () => {
	it('is a sentence and what the system says, without the statement', () => {
		const said = whyNot(
			coded('SQLITE_FULL', 'insert into `t` (`a`) values (?) - SQLITE_FULL: database or disk is full'),
		);
		expect(said).toMatch(/^the disk is full\. Make room .* \(SQLITE_FULL: database or disk is full\)\.$/);
		expect(whyNot(new Error('no such file'))).toBe('no such file');
	});
});

describe('a statement that fails', () => {
	it('is told with marks in the place of its values', async () => {
		const database = knex({ client: 'sqlite3', connection: ':memory:', useNullAsDefault: true });
		const failing = () => database('nobody').insert({ name: 'Wdihwfrost' });
		await expect(failing()).rejects.toThrow(/Wdihwfrost/);
		keepValuesOutOfErrors(database);
		await expect(failing()).rejects.toThrow(/values \(\?\) - SQLITE_ERROR/);
		const error = { detail: 'Failing row contains (Wdihwfrost)', code: '23514' };
		database.emit('query-error', error);
		expect([Object.keys(error), error.detail]).toEqual([['code'], 'Failing row contains (Wdihwfrost)']);
		await database.destroy();
	});
});
