import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { grantedFields } from '../../../directus/lib/config/classes.ts';
import { FOLDERS } from '../../../directus/lib/config/files.ts';
import { readRole, type Grants } from '../../../directus/lib/config/roles/role-file.ts';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';

const grantsOf = (role: string): Grants => readRole(join(FOLDERS.roles, `${role}.yaml`)).permissions;
const ours = (grants: Grants) => Object.entries(grants).filter(([collection]) => !collection.startsWith('directus_'));

const model = parse(readFileSync(MODEL_PATH, 'utf8')) as { fields: { collection: string; field: string }[] };
const has = (collection: string, field: string) =>
	model.fields.some((each) => each.collection === collection && each.field === field);

/** Whether a filter asks for the very person who reads, and not for their Supplier alone. */
const asksForReader = (filter: unknown) => /"\$CURRENT_USER"/.test(JSON.stringify(filter ?? null));

it('a Referrer reads no record', () => {
	expect(ours(grantsOf('referrer'))).toEqual([]);
});

it('a Peer Mentor reads and writes of what belongs to a Mentee their own alone (3.6)', () => {
	const grants = ours(grantsOf('peer-mentor')).filter(([collection]) => has(collection, 'mentor_user'));
	const open = grants.flatMap(([collection, actions]) =>
		Object.entries(actions).flatMap(([action, { permissions, validation }]) => {
			// Whoever raises a concern is not asked whose it is, but only of which Supplier.
			if (action === 'create')
				return asksForReader(validation) || collection === 'safeguarding_concerns' ? [] : [action];
			return asksForReader(permissions) ? [] : [`${action} ${collection}`];
		}),
	);
	expect(grants.length).toBeGreaterThan(15);
	expect(open).toEqual([]);
});

describe('one Supplier', () => {
	it.each(['peer-mentor', 'supplier-manager', 'supplier-mi'])('reads nothing of another (5.3): %s', (role) => {
		const open = ours(grantsOf(role))
			.filter(([collection, { read }]) => has(collection, 'supplier') && read)
			.filter(([, { read }]) => !/"\$CURRENT_USER/.test(JSON.stringify(read?.permissions ?? null)));
		expect(open.map(([collection]) => collection)).toEqual([]);
	});
});

describe('what is recorded about somebody', () => {
	it.each([
		['supervisions', 'supplier-manager', { peer_mentor: { user: { _neq: '$CURRENT_USER' } } }],
		['safeguarding_concerns', 'supplier-manager', { peer_mentor: { user: { _neq: '$CURRENT_USER' } } }],
		['safeguarding_concerns', 'peer-mentor', { peer_mentor: { user: { _neq: '$CURRENT_USER' } } }],
	])('by %s is kept from whoever it is about (2.25): %s', (collection, role, filter) => {
		expect(JSON.stringify(grantsOf(role)[collection]?.read?.permissions)).toContain(JSON.stringify(filter));
	});

	it.each(['peer-mentor', 'buyer', 'buyer-analyst', 'referrer'])(
		'why a Mentee was handed over stays with those who manage the Supplier (2.26): %s',
		(role) => {
			const fields = grantedFields('allocations', grantsOf(role).allocations?.read?.fields ?? []);
			expect(fields.filter((field) => ['reason', '*'].includes(field))).toEqual([]);
		},
	);

	it('a complaint is not read by whoever it is about (D2.1)', () => {
		expect(JSON.stringify(grantsOf('peer-mentor').complaints?.read?.permissions)).toContain(
			JSON.stringify({ complained_of_user: { _neq: '$CURRENT_USER' } }),
		);
		expect(grantsOf('peer-mentor').complaints?.update).toBeUndefined();
	});
});

describe('the Buyer', () => {
	it.each([
		['risks_and_issues', 'description'],
		['performance_improvement_plans', 'cause'],
		['implementation_plans', 'status'],
		['exit_plans', 'version'],
		['meetings', 'notes'],
		['milestones', 'met_on'],
		['marketing_products', 'status'],
		['service_level_results', 'fte_gap'],
	])('reads of %s what the Supplier reports, and changes none of it', (collection, field) => {
		const { read, ...others } = grantsOf('buyer')[collection] ?? {};
		expect(grantedFields(collection, read?.fields ?? [])).toContain(field);
		expect(others).toEqual({});
	});
});
