/** The import of a caseload: what it refuses, in words that name the place. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import {
	begin,
	CONTRACT,
	end,
	FILES,
	mi,
	NEW_MENTOR,
	PERSON,
	REFERRED_ONLY,
	rowCounts,
	SESSION,
	world,
} from '../../support/scenes/import.ts';

beforeAll(async () => {
	await begin();
	const caseload = csv('caseload', [PERSON, REFERRED_ONLY, { ...REFERRED_ONLY, reference: 'I-3' }]);
	expect((await mi.upload('/caseload/import', { ...FILES, caseload })).status).toBe(200);
});
afterAll(end);

describe('POST /caseload/import', () => {
	describe('refuses, and changes nothing', () => {
		let before: Record<string, number>;
		beforeEach(async () => {
			before = await rowCounts();
		});

		type Row = Record<string, string | number | null>;
		const caseload = (change: Row) => ({ caseload: csv('caseload', [{ ...PERSON, reference: 'I-9', ...change }]) });
		const mentors = (change: Row) => ({ mentors: csv('mentors', [{ ...NEW_MENTOR, ...change }]) });
		const contracts = (change: Row) => ({ contracts: csv('contracts', [{ ...CONTRACT, ...change }]) });
		const sessions = (change: Row) => ({ sessions: csv('sessions', [{ ...SESSION, ...change }]) });

		it.each<[string, Record<string, string>, string, string | null, string]>([
			['an unknown contract', caseload({ contract: 'TEST-0' }), 'caseload.csv', 'contract', 'UNKNOWN_RECORD'],
			[
				'another Supplier’s contract',
				caseload({ contract: 'TEST-1', cpa: 1 }),
				'caseload.csv',
				'contract',
				'UNKNOWN_RECORD',
			],
			['an area outside the contract', caseload({ cpa: 2 }), 'caseload.csv', 'cpa', 'CONTRADICTION'],
			[
				'a reference on record in other letters',
				caseload({ reference: 'i-3' }),
				'caseload.csv',
				'reference',
				'CONTRADICTION',
			],
			['31 June', caseload({ received_on: '2023-06-31' }), 'caseload.csv', 'received_on', 'WRONG_VALUE'],
			['a day in the future', caseload({ ended_on: '2099-01-01' }), 'caseload.csv', 'ended_on', 'RULE'],
			['a date before the one it follows', caseload({ start_on: '2023-10-01' }), 'caseload.csv', 'start_on', 'RULE'],
			['a NINO of the wrong form', caseload({ nino: 'AB12345' }), 'caseload.csv', 'nino', 'WRONG_VALUE'],
			['the NINO of no DWP customer', caseload({ dwp_customer: 'no' }), 'caseload.csv', 'nino', 'RULE'],
			[
				'somebody under 18 who starts',
				caseload({ aged_18_or_over: 'no' }),
				'caseload.csv',
				'initial_meeting_outcome',
				'RULE',
			],
			[
				'an unknown Peer Mentor',
				caseload({ mentor_email: 'x@example.org' }),
				'caseload.csv',
				'mentor_email',
				'UNKNOWN_RECORD',
			],
			[
				'a Peer Mentor of another Supplier',
				caseload({ mentor_email: 'test-1-mentor1@example.org' }),
				'caseload.csv',
				'mentor_email',
				'UNKNOWN_RECORD',
			],
			[
				'an account of another Supplier',
				mentors({ email: 'test-1-mentor1@example.org' }),
				'mentors.csv',
				'email',
				'NOT_ALLOWED',
			],
			[
				'an account of another role',
				mentors({ email: 'test-9-manager@example.org' }),
				'mentors.csv',
				'email',
				'NOT_ALLOWED',
			],
			[
				'a name that an account has no room for',
				mentors({ first_name: 'x'.repeat(51) }),
				'mentors.csv',
				'first_name',
				'WRONG_VALUE',
			],
			[
				'a delivery area of another CPA',
				mentors({ delivery_area: 'Hull' }),
				'mentors.csv',
				'delivery_area',
				'CONTRADICTION',
			],
			['more FTE than Annex C allows', fullArea(), 'mentors.csv', 'weekly_hours', 'RULE'],
			['a session of nobody', sessions({ reference: 'I-0' }), 'sessions.csv', 'reference', 'UNKNOWN_RECORD'],
			['a session before the start', sessions({ held_on: '2023-10-02' }), 'sessions.csv', 'held_on', 'RULE'],
			[
				'a missed session of somebody who did not start',
				sessions({ reference: 'I-3', attendance: 'missed' }),
				'sessions.csv',
				'reference',
				'RULE',
			],
			[
				'a missing column',
				{ sessions: 'reference,held_on,minutes,mode\n' },
				'sessions.csv',
				'attendance',
				'MISSING_COLUMN',
			],
			['a file in the wrong part', { caseload: FILES.sessions }, 'caseload.csv', null, 'WRONG_FILE'],
			[
				'Implementation Costs above 30%',
				contracts({ implementation_costs: '300.01' }),
				'contracts.csv',
				'implementation_costs',
				'RULE',
			],
			[
				'a contract given to another Supplier',
				contracts({ reference: 'TEST-9', cpas: '9' }),
				'contracts.csv',
				'supplier',
				'CONTRADICTION',
			],
		])('%s', async (_, parts, file, column, reason) => {
			const client = 'contracts' in parts ? world.admin : mi;
			const { status, body } = await client.upload('/caseload/import', parts);
			expect(status).toBe(400);
			expect(body.errors.map((error: { extensions: object }) => error.extensions)).toContainEqual({
				code: 'IMPORT_INVALID',
				reason,
				file,
				line: expect.any(Number),
				column,
			});
			expect(await rowCounts()).toEqual(before);
		});

		/** CPA 9 has two Peer Mentors already, and a maximum of five. */
		function fullArea(): Record<string, string> {
			const posts = [1, 2, 3, 4].map((number) => ({
				...NEW_MENTOR,
				email: `crowd${number}@example.org`,
				weekly_hours: 40,
			}));
			return { mentors: csv('mentors', posts) };
		}

		it('names every fault of every file, in order, once', async () => {
			const { body } = await mi.upload('/caseload/import', {
				caseload: csv('caseload', [
					{ ...PERSON, reference: 'I-7', contract: 'TEST-0', start_on: '2023-10-01' },
					{ ...PERSON, reference: 'I-8', received_on: '2023-06-31' },
					{ ...PERSON, reference: 'I-9', mentor_email: 'new-mentor@example.org' },
				]),
				mentors: csv('mentors', [{ ...NEW_MENTOR, email: 'late@example.org', delivery_area: 'Atlantis' }]),
				sessions: csv('sessions', [
					{ ...SESSION, reference: 'I-7' },
					{ ...SESSION, reference: 'I-8' },
					{ ...SESSION, reference: 'I-9', held_on: '2023-10-01' },
					{ ...SESSION, reference: 'I-0' },
				]),
			});
			const places = body.errors.map(({ extensions: { file, line, column } }: never) => [file, line, column]);
			expect(places).toEqual([
				['caseload.csv', 2, 'contract'],
				['caseload.csv', 2, 'start_on'],
				['caseload.csv', 3, 'received_on'],
				['mentors.csv', 2, 'delivery_area'],
				['sessions.csv', 4, 'held_on'],
				['sessions.csv', 5, 'reference'],
			]);
			expect(await rowCounts()).toEqual(before);
		});

		it('and lists a thousand faults at most, saying how many more there are', async () => {
			const rows = Array.from({ length: 1200 }, (_, index) => ({ ...SESSION, reference: `NOBODY-${index}` }));
			const { body } = await mi.upload('/caseload/import', { sessions: csv('sessions', rows) });
			expect(body.errors).toHaveLength(1001);
			expect(body.errors.at(-1).message).toBe('200 more faults are not listed; correct these first.');
		});

		it('a part of another name, naming the four', async () => {
			const { status, body } = await mi.upload('/caseload/import', { ...FILES, people: 'x' });
			expect(status).toBe(400);
			expect(body.errors[0].message).toContain('contracts, mentors, caseload, sessions');
			expect(await rowCounts()).toEqual(before);
		});

		it('a request without files, and one that is no form', async () => {
			expect((await mi.upload('/caseload/import', {})).status).toBe(400);
			expect((await mi.post('/caseload/import', { caseload: FILES.caseload })).status).toBe(415);
		});
	});
});
