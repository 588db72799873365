import type { Knex } from 'knex';
import { describe, expect, it } from 'vitest';
import { makeReferral } from '../../../extensions/peer-mentoring/src/api/journey/refer/make-referral.ts';
import type { Sender } from '../../../extensions/peer-mentoring/src/api/journey/refer/sender.ts';
import { takeForm } from '../../../extensions/peer-mentoring/src/api/journey/refer/take-form.ts';
import { NotYoursError, refused } from '../../../extensions/peer-mentoring/src/api/shared/errors.ts';

const SENDER: Sender = {
	user: 'a',
	link: null,
	origin: { referred_by: 'a' },
	language: null,
	path: '',
	places: { areas: [{ cpa: 9, contract: 'c', deliveryAreas: [] }], offices: [] },
	offer: { cpas: [9], offices: [], fixed: {} },
};
const FORM = {
	route: 'third_party',
	third_party_organisation: 'Test Charity',
	third_party_type: 'charity',
	third_party_contact: 'Test Contact',
	first_name: 'Test',
	last_name: 'Test-Person',
	phone: '01632 960 001',
	aged_18_or_over: 'yes',
	permission_obtained: 'true',
};

/** A database without referrals, and a service that refuses with this. */
const noReferrals = (() => ({ where: () => ({ first: async () => undefined }) })) as unknown as Knex;
const send = (thrown: unknown) =>
	takeForm(FORM, SENDER, 'en-GB', (answers, submission) =>
		makeReferral(noReferrals, { createOne: () => Promise.reject(thrown) }, SENDER, answers, submission),
	);

describe('what a rule of the server refuses is shown beside its field', () => {
	it.each([
		['one reason', refused('referrals', 'permission_obtained', 'Ask first.'), ['permission_obtained']],
		[
			'several',
			[refused('referrals', 'phone', 'Ask first.'), refused('referrals', 'contract', 'Ask first.')],
			['phone', 'contract'],
		],
	])('%s', async (_, thrown, fields) => {
		const { problems, given, reference } = await send(thrown);
		expect(problems).toEqual(fields.map((field) => ({ field, message: 'Ask first.' })));
		expect([given.last_name, reference]).toEqual(['Test-Person', undefined]);
	});

	it.each([
		['another error of Directus', new NotYoursError()],
		['a database’s error', new Error('insert into referrals values (Test-Person)')],
		['a refusal among others', [refused('referrals', 'phone', 'x'), new Error('y')]],
	])('but not %s', async (_, thrown) => {
		await expect(send(thrown)).rejects.toBe(thrown);
	});
});
