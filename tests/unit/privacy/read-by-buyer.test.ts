/** Nobody is named in what the Buyer reads (2.25, 5.4). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';
import { namesIn, READ_BY_BUYER } from '../../../extensions/peer-mentoring/src/domain/privacy/read-by-buyer.ts';

const GWEN = {
	first_name: 'Gwenllïan',
	last_name: 'Test-O’Hara',
	reference: 'R-2024-0077',
	phone: '07700 900123',
	email: 'gwen@example.org',
	nino: 'QQ123456C',
};
const NOBODY = { first_name: null, last_name: null, reference: null, phone: null, email: null, nino: null };
const named = (text: string, person: object = {}) => namesIn(text)({ ...GWEN, ...person });

describe('somebody is named', () => {
	it.each([
		'Gwenllïan Test-O’Hara was entered late',
		'it was gwenllian test-ohara again',
		'TEST-O’HARA, GWENLLIAN left early',
		'Test O’Hara Gwenllian',
		'Mrs Test-O’Hara moved away',
		'G. Test-O’Hara',
		'see R-2024-0077',
		'see r 2024 0077',
		'rang on 07700900123',
		'rang on +44 7700 900 123',
		'(07700) 900-123',
		'wrote to Gwen@Example.org',
		'NINO QQ 12 34 56 C',
	])('in “%s”', (text) => expect(named(text)).toBe(true));

	it('by a reference that has no digit', () => expect(named('see R-DBMXER', { reference: 'R-DBMXER' })).toBe(true));
});

describe('nobody is named', () => {
	it.each([
		['Gwenllian is a name', {}],
		['the tests of O’Hara', {}],
		['Hope is important to recovery', { first_name: 'Hope', last_name: 'Green' }],
		['a green light in May', { first_name: 'May', last_name: 'Green' }],
		['We will start in March', { first_name: 'Will', last_name: 'March' }],
		['A referral was entered late', {}],
		['2024-0077 is no reference', {}],
		['costs of 123,456', {}],
		['30 of 100', { phone: '100' }],
		['', NOBODY],
		['somebody left', NOBODY],
		['R 1', { reference: 'R1' }],
		['an example', { reference: 'Example' }],
	])('in “%s”', (text, person) => expect(named(text, person)).toBe(false));
});

/** What the Buyer reads, by collection, with whether every field that holds nothing about a person is among it. */
function readableByTheBuyer(): Set<string> {
	const { permissions } = parse(readFileSync('directus/roles/buyer.yaml', 'utf8')) as {
		permissions: { collections: string[]; read?: unknown }[];
	};
	return new Set(permissions.filter(({ read }) => read !== undefined).flatMap(({ collections }) => collections));
}

it('is asked of every long text that somebody types and the Buyer reads', () => {
	const { fields } = parse(readFileSync(MODEL_PATH, 'utf8')) as {
		fields: { collection: string; field: string; type: string; sensitivity: string; meta: { readonly?: boolean } }[];
	};
	/** Written by an Administrator from the specification, or the reference data. */
	const ofNobody = new Set(['contract_package_areas', 'service_levels']);
	const theirs = readableByTheBuyer();
	const typed = fields.filter(
		({ collection, type, sensitivity, meta }) =>
			theirs.has(collection) &&
			!ofNobody.has(collection) &&
			type === 'text' &&
			sensitivity === 'none' &&
			!meta.readonly,
	);
	const missing = typed.filter(({ collection, field }) => !READ_BY_BUYER[collection]?.includes(field));
	expect(missing.map(({ collection, field }) => `${collection}.${field}`)).toEqual([]);
	const known = new Set(fields.map(({ collection, field }) => `${collection}.${field}`));
	for (const [collection, names] of Object.entries(READ_BY_BUYER)) {
		for (const name of names) expect(known).toContain(`${collection}.${name}`);
	}
});
