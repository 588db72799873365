/** What the Studio asks about before it is sent: it cannot be undone. */
import { describe, expect, it, test } from 'vitest';
import { TEXTS } from '../../../extensions/peer-mentoring/src/app/platform/asks-first/texts.ts';
import {
	keyOf,
	weightyIn,
	type WeightyKind,
} from '../../../extensions/peer-mentoring/src/app/platform/asks-first/weighty.ts';

const KINDS: WeightyKind[] = ['erasure', 'withdrawal', 'template', 'hand_over'];
const KEY = '0a9c1f5e-0000-4000-8000-000000000001';
const kinds = (method: string, url: string, body: unknown) => weightyIn(method, url, body).map(({ kind }) => kind);

describe('what cannot be undone is found', () => {
	test.each<[string, WeightyKind[], string, string, unknown]>([
		['an erasure', ['erasure'], 'post', '/items/erasures', { referral: KEY }],
		['a withdrawal', ['withdrawal'], 'POST', '/items/consents', { decision: 'withdrawn' }],
		['a template in use', ['template'], 'patch', `/items/return_templates/${KEY}`, { in_use_from: '2024-03-01' }],
		['a hand-over', ['hand_over'], 'post', '/items/allocations', { peer_mentor: KEY }],
		['a Mentee’s other Peer Mentor', ['hand_over'], 'patch', `/items/mentees/${KEY}`, { peer_mentor: KEY }],
		[
			'in a drawer of the Mentee’s form',
			['withdrawal', 'hand_over'],
			'patch',
			`/items/mentees/${KEY}`,
			{
				consents: { create: [{ decision: 'given' }, { decision: 'withdrawn' }], update: [], delete: [] },
				allocations: { create: [{ peer_mentor: { id: KEY } }] },
			},
		],
		[
			'two drawers down, from the referral',
			['withdrawal'],
			'patch',
			`/items/referrals/${KEY}`,
			{ mentees: { update: [{ id: KEY, consents: { create: [{ decision: 'withdrawn' }] } }] } },
		],
		[
			'in a change of several records',
			['template'],
			'patch',
			'/items/return_templates',
			{ keys: [KEY], data: { in_use_from: '2024-03-01' } },
		],
	])('%s', (_, expected, method, url, body) => expect(kinds(method, url, body)).toEqual(expected));

	test.each<[string, string, string, unknown]>([
		['a consent that is given', 'post', '/items/consents', { decision: 'given' }],
		['a template that is not in use yet', 'post', '/items/return_templates', { version: '2', in_use_from: null }],
		['why a Mentee was handed over', 'patch', `/items/allocations/${KEY}`, { reason: 'Moved' }],
		['a new Mentee’s Peer Mentor', 'post', '/items/mentees', { peer_mentor: KEY }],
		['what is only read', 'get', '/items/erasures', undefined],
		['what is searched', 'search', '/items/erasures', { query: {} }],
		['another record', 'patch', `/items/mentees/${KEY}`, { sessions: { create: [{ minutes: 60 }] } }],
		['what is no record', 'post', '/auth/refresh', { decision: 'withdrawn' }],
	])('and nothing else: %s', (_, method, url, body) => expect(kinds(method, url, body)).toEqual([]));

	it('with the record whose form it is', () => {
		const [found] = weightyIn('patch', `/items/mentees/${KEY}`, { allocations: { create: [{ peer_mentor: KEY }] } });
		expect(found).toMatchObject({ row: { peer_mentor: KEY }, form: { collection: 'mentees', key: KEY } });
	});
});

it('a relation is a key, or the record chosen in the form', () => {
	expect([KEY, { id: KEY }, null, undefined, { name: 'new' }].map(keyOf)).toEqual([
		KEY,
		KEY,
		...Array(3).fill(undefined),
	]);
});

describe('what is asked and said names what it is about', () => {
	test.each(KINDS.flatMap((kind) => (['en-GB', 'cy-GB'] as const).map((language) => [kind, language] as const)))(
		'%s (%s)',
		(kind, language) => {
			const about = { reference: 'R-117', mentor: 'Gwen Test', day: '1 March 2024' };
			const said = TEXTS[language].sentences[kind](about);
			for (const text of [said.title, said.text, said.done]) {
				expect(Object.values(about).some((name) => text.includes(name))).toBe(true);
			}
			expect(said.title).toContain('R-117');
		},
	);
});
