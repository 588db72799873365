import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ASKED_ONCE } from '../../support/asked-once.ts';

it('every file that is asked on one database alone is there, once', () => {
	const names = ASKED_ONCE.flatMap((pattern) => {
		const [, head = '', list, tail = ''] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [];
		return list === undefined ? [pattern] : list.split(',').map((name) => head + name + tail);
	});
	for (const name of names) expect(globSync(name)).toEqual([name]);
	expect(new Set(names).size).toBe(names.length);
});
