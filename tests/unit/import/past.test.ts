/** The past cannot be typed differently: one table says what loads with an exception and what is a fault. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import journeyMessages from '../../../extensions/peer-mentoring/src/domain/journey/messages.json' with { type: 'json' };
import { loadsAsException, OF_THE_PAST } from '../../../extensions/peer-mentoring/src/domain/loading/past.ts';

const source = readFileSync(
	join(import.meta.dirname, '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts'),
	'utf8',
);

test('names every code that the rules of the journey refuse with, once', () => {
	const codes = [...source.matchAll(/code: '(\w+)'/g)].map(([, code]) => code as string);
	const mentioned = OF_THE_PAST.flatMap((each) => each.codes);
	// What a form leaves out at the end is judged by fields that the files do not carry.
	const judged = codes.filter((code) => code in journeyMessages && code !== 'dropout_reason_missing');
	expect([...new Set(judged)].filter((code) => !mentioned.includes(code as never))).toEqual([]);
	expect(new Set(mentioned).size).toBe(mentioned.length);
});

test.each([
	['dropout_too_early', true],
	['consent_missing', true],
	['before_predecessor', false],
	['in_future', false],
	['under_18', false],
] as const)('%s loads: %s', (code, loads) => {
	expect(loadsAsException({ code })).toBe(loads);
});

test('is the table of README and of the page on moving in', () => {
	const rows = OF_THE_PAST.map(({ en, loads }) => `| ${en} | ${loads ? 'loaded, an exception' : 'a fault'} |`);
	for (const page of ['README.md', 'docs/moving-in.md']) {
		const text = readFileSync(join(import.meta.dirname, '../../..', page), 'utf8').replace(/ +\|/g, ' |');
		for (const row of rows) expect(text).toContain(row);
	}
});
