import type { SchemaOverview } from '@directus/types';
import { describe, expect, it } from 'vitest';
import { asksThroughAccounts } from '../../../extensions/peer-mentoring/src/api/platform/guard/through-accounts.ts';

const relation = (collection: string, field: string, related_collection: string, one_field: string | null = null) => ({ collection, field, related_collection, meta: { one_field } }); // prettier-ignore
const schema = {
	relations: [
		relation('mentees', 'user_updated', 'directus_users'),
		relation('mentees', 'referral', 'referrals', 'mentees'),
		relation('referrals', 'mentor_user', 'directus_users'),
		relation('sessions', 'mentee', 'mentees', 'sessions'),
		relation('directus_users', 'role', 'directus_roles', 'users'),
	],
} as unknown as SchemaOverview;

describe('an account is asked for', () => {
	it.each<[string, string, object]>([
		['by a field', 'mentees', { filter: { user_updated: { email: { _starts_with: 'a' } } } }],
		[
			'by the secret of its second factor',
			'mentees',
			{ filter: { _and: [{ _or: [{ user_updated: { tfa_secret: { _starts_with: 'A' } } }] }] } },
		],
		['further away', 'sessions', { filter: { mentee: { referral: { mentor_user: { last_name: { _eq: 'x' } } } } } }],
		['down a list', 'referrals', { filter: { mentees: { _some: { user_updated: { email: { _eq: 'x' } } } } } }],
		['through itself', 'directus_users', { filter: { role: { users: { email: { _eq: 'x' } } } } }],
		[
			'beside its key',
			'mentees',
			{ filter: { user_updated: { _and: [{ id: { _eq: 'x' } }, { status: { _eq: 'active' } }] } } },
		],
		[
			'by following',
			'referrals',
			{ filter: { '$FOLLOW(mentees, referral)': { _some: { user_updated: { email: { _eq: 'x' } } } } } },
		],
		['by a sort', 'sessions', { sort: ['-mentee.user_updated.email'] }],
		[
			'within deep',
			'mentees',
			{ deep: { sessions: { _filter: { mentee: { user_updated: { email: { _eq: 'x' } } } } } } },
		],
		[
			'within deep, under another name',
			'mentees',
			{ alias: { all: 'sessions' }, deep: { all: { _sort: ['mentee.user_updated.email'] } } },
		],
		[
			'within deep of deep',
			'referrals',
			{ deep: { mentees: { sessions: { _sort: ['mentee.user_updated.id', 'mentee.user_updated.role'] } } } },
		],
	])('%s', (_, collection, query) => expect(asksThroughAccounts(schema, collection, query)).toBe(true));
});

describe('no account is asked for', () => {
	it.each<[string, string, object]>([
		['by who it is', 'mentees', { filter: { user_updated: { _eq: '$CURRENT_USER' } } }],
		['by its key', 'mentees', { filter: { user_updated: { id: { _in: ['x'] } } }, sort: ['user_updated'] }],
		['of one’s own', 'directus_users', { filter: { email: { _eq: 'x' } }, sort: ['email'] }],
		[
			'by a field of the same name',
			'mentees',
			{ filter: { referral: { email: { _eq: 'x' } } }, sort: ['referral.email'] },
		],
		['by nothing', 'mentees', {}],
	])('%s', (_, collection, query) => expect(asksThroughAccounts(schema, collection, query)).toBe(false));
});
