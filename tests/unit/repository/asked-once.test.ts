import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ASKED_OF_POSTGRES, ASKED_OF_SQLITE } from '../../support/asked-once.ts';

it('every file that is asked on one database alone is there, once, and makes no difference between databases', () => {
	const names = [...ASKED_OF_SQLITE, ...ASKED_OF_POSTGRES].flatMap((pattern) => {
		const [, head = '', list, tail = ''] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [];
		return list === undefined ? [pattern] : list.split(',').map((name) => head + name + tail);
	});
	for (const name of names) {
		expect(globSync(name)).toEqual([name]);
		expect([name, /\blane ===|isSqlite|TEST_DATABASE/.test(readFileSync(name, 'utf8'))]).toEqual([name, false]);
	}
	expect(new Set(names).size).toBe(names.length);
});
