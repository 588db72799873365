import { expect, test } from 'vitest';
import { factsOf } from '../../../extensions/peer-mentoring/src/app/language/fact/facts.ts';

const CHOICES = [
	{ value: 'start', text: 'Will start' },
	{ value: 'left', text: 'Has left' },
];

test.each<[Parameters<typeof factsOf>, string[]]>([
	[['start', CHOICES, 'string', 'en-GB'], ['Will start']],
	[
		[['left', 'start'], CHOICES, 'json', 'en-GB'],
		['Has left', 'Will start'],
	],
	[[['unknown'], CHOICES, 'json', 'en-GB'], ['unknown']],
	[[[], CHOICES, 'json', 'en-GB'], []],
	[[null, undefined, 'string', 'en-GB'], []],
	[[0, undefined, 'integer', 'en-GB'], ['0']],
	[['12.50000', undefined, 'decimal', 'en-GB'], ['12.5']],
	[['2026-11', null, 'string', 'cy-GB'], ['2026-11']],
])('%j is read as %j', (given, facts) => expect(factsOf(...given)).toEqual(facts));
