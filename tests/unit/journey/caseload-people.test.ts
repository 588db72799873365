import { describe, expect, test } from 'vitest';
import { hasOwnCaseload } from '../../../extensions/peer-mentoring/src/app/journey/caseload/access.ts';
import { named, spellings } from '../../../extensions/peer-mentoring/src/domain/home/caseload/search.ts';

const PEOPLE = ['Siân Môn', 'Gwen Evans', 'Evan Gwynne', 'José O’Neill'].map((name) => ({ name }));

describe('the search of the caseload', () => {
	test.each([
		['', ['Siân Môn', 'Gwen Evans', 'Evan Gwynne', 'José O’Neill']],
		['sian', ['Siân Môn']],
		['SIÂN', ['Siân Môn']],
		['mon', ['Siân Môn']],
		['gwen evans', ['Gwen Evans']],
		['  gwen   ev ', ['Gwen Evans']],
		['evan', ['Gwen Evans', 'Evan Gwynne']],
		['jose', ['José O’Neill']],
		['nobody', []],
	])('“%s” finds %o', (text, names) => expect(named(PEOPLE, text).map(({ name }) => name)).toEqual(names));

	test('asks the server for the accents that it would not find by itself', () => {
		expect(spellings(' Sian ')).toEqual(['Sian', 'sian', 'sîan', 'siân']);
		expect(spellings('Llŷr')).toEqual(['Llŷr', 'llyr', 'llŷr']);
	});
});

describe('who has the caseload', () => {
	const full = { access: 'full' };
	const part = { access: 'partial' };
	const none = { access: 'none' };
	test.each([
		['a Peer Mentor', {}, { sessions: { create: full }, peer_mentors: { update: part, create: none } }, true],
		['a manager', {}, { sessions: { create: full }, peer_mentors: { update: part, create: part } }, false],
		['Supplier MI', {}, { sessions: { create: none, read: part } }, false],
		['the Buyer', {}, {}, false],
		['the Administrator', { admin_access: true }, { sessions: { create: full } }, false],
	])('%s', (_, user, permissions, expected) => expect(hasOwnCaseload(user, permissions)).toBe(expected));
});
