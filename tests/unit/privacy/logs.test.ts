/** What the log says of failures: never a database's own words, which repeat what is in the records. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { traceOf, whyOf } from '../../../extensions/peer-mentoring/src/api/shared/trace-of.ts';

const SOURCES = 'extensions/peer-mentoring/src';
const WORDS = "insert into `mentees` (`last_name`) values ('Test-Severn') - database is locked";

describe('a failure in the log', () => {
	test.each([
		['SQLite', Object.assign(new Error(WORDS), { code: 'SQLITE_BUSY', errno: 5 }), 'SQLITE_BUSY'],
		['PostgreSQL', Object.assign(new Error(WORDS), { code: '40P01', severity: 'ERROR', table: 'mentees' }), '40P01'],
	])('of %s is its code and its place', (_, error, code) => {
		for (const said of [whyOf(error), traceOf(error)]) {
			expect(said).toContain(code);
			expect(said).toContain('logs.test');
			expect(said).not.toMatch(/insert|Severn|locked/);
		}
	});

	it('of what somebody can mend is what went wrong', () => {
		const error = Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:514'), { code: 'ECONNREFUSED' });
		expect(whyOf(error)).toBe('connect ECONNREFUSED 192.0.2.1:514');
		expect(whyOf('nothing that was thrown')).toBe('');
	});

	it('is never an error as it is', () => {
		const whole = globSync(`${SOURCES}/**/*.ts`).filter((path) =>
			/\blog(ger)?\.(error|warn|info)\(\s*error\b/.test(readFileSync(join(path), 'utf8')),
		);
		expect(whole).toEqual([]);
	});
});
