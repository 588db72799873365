import { describe, expect, it, test } from 'vitest';
import { cipherOf } from '../../../extensions/peer-mentoring/src/storage/platform/sealed-fields/cipher.ts';
import { opened, sealedRow } from '../../../extensions/peer-mentoring/src/storage/platform/sealed-fields/content.ts';

const cipher = cipherOf('a key of thirty-two letters, or more');
const other = cipherOf('another key of thirty-two letters, or');
const NINO = 'QQ123456C';

describe('a sealed value', () => {
	it('says the same to its key, differs each time, and nothing to another', () => {
		const [one, two] = [cipher.seal(NINO), cipher.seal(NINO)];
		expect(one).not.toBe(two);
		expect([cipher.open(one), cipher.open(two), other.open(one)]).toEqual([NINO, NINO, undefined]);
	});

	it('is found by the whole value however it is typed', () => {
		const sealed = cipher.seal(NINO);
		expect(sealed.startsWith(cipher.beginningOf('qq 12 34 56 c'))).toBe(true);
		expect(sealed.startsWith(cipher.beginningOf('QQ123456D'))).toBe(false);
		expect(sealed.startsWith(other.beginningOf(NINO))).toBe(false);
	});

	it.each<[string, (sealed: string) => string]>([
		['with a letter changed', (sealed) => sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')],
		[
			'under the index of another value',
			(sealed) => sealed.replace(cipher.beginningOf(NINO), cipher.beginningOf('QQ123456D')),
		],
		['cut short', (sealed) => sealed.slice(0, 60)],
	])('%s does not open', (_, change) => expect(cipher.open(change(cipher.seal(NINO)))).toBeUndefined());

	it('fits its column', () => expect(cipher.seal(NINO).length).toBeLessThan(128));
});

const shapes: [string, Record<string, unknown>][] = [
	['a row', { id: 1, nino: NINO, first_name: 'Gwen' }],
	['the text of a revision', { data: JSON.stringify({ first_name: 'Gwen', nino: NINO, benefits: ['esa'] }) }],
	['JSON with spaces', { data: JSON.stringify({ nino: NINO }, null, 2) }],
	['JSON within JSON', { answer: JSON.stringify({ kept: JSON.stringify({ nino: NINO }) }) }],
	['JSON that is no text', { data: { mentees: [{ nino: NINO }] } }],
];

test.each(shapes)('%s is sealed whole and comes out as it went in', (_, row) => {
	const before = structuredClone(row);
	const sealed = sealedRow(row, cipher);
	expect(JSON.stringify(sealed)).not.toContain(NINO);
	expect(row).toEqual(before);
	expect(sealedRow(sealed, cipher)).toEqual(sealed);
	expect(opened([structuredClone(sealed)], cipher)).toEqual([before]);
	expect(opened({ rows: [structuredClone(sealed)] }, cipher)).toEqual({ rows: [before] });
});

test.each<[string, Record<string, unknown>]>([
	['nothing', { nino: null }],
	['an empty answer', { nino: '' }],
	['another field', { reference: NINO }],
	['a filter by it', { filter: '{"nino":{"_nnull":true}}' }],
	['a day and bytes', { at: new Date(0), content: Buffer.from('nino') }],
])('%s is left as it is', (_, row) => expect(sealedRow(row, cipher)).toBe(row));

it('what only looks sealed stays as it was typed', () => {
	const typed = `sealed.1.${'0'.repeat(32)}.${'A'.repeat(50)}`;
	expect(opened([{ note: typed }], cipher)).toEqual([{ note: typed }]);
});
