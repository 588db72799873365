import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASELOAD, CHANGES, type Files } from '../../support/comparison/caseload.ts';
import { Forms } from '../../support/comparison/forms.ts';
import { differences } from '../../support/comparison/tables.ts';
import { csv } from '../../support/csv.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

/**
 * One caseload twice: recorded in the forms of one installation, and loaded from files into another. Whatever the
 * platform makes of a record is the same. Only a consent and an interview say which way they came. The steps build on one another.
 */
interface Installation {
	server: TestServer;
	admin: Client;
	forms: Forms;
}

let typed: Installation;
let loaded: Installation;

const EXPECTED = [
	'allocations.because',
	'consents.imported',
	'consents.read_by',
	'diagnostic_interviews.imported',
	'initial_meetings.decided_by',
];
const MINUTES = 60_000;

async function installation(): Promise<Installation> {
	const server = await startTestServer({ own: true });
	const admin = await server.admin();
	return { server, admin, forms: new Forms(admin) };
}

async function load(files: Files) {
	const parts = Object.entries(files).map(([form, lines]) => [form, csv(form as keyof Files, lines)]);
	const { status, body } = await loaded.admin.upload('/caseload/import', Object.fromEntries(parts));
	expect(status, JSON.stringify(body)).toBe(200);
	return body.data;
}

const different = async () => (await differences(typed.server, loaded.server, EXPECTED)).join('\n');
const rows = async (path: string) => (await loaded.admin.get(`/items/${path}`)).body.data;
const inBoth = (work: (each: Installation) => Promise<unknown>) => Promise.all([typed, loaded].map(work));

beforeAll(async () => {
	[typed, loaded] = await Promise.all([installation(), installation()]);
	await typed.forms.record(CASELOAD);
	await load(CASELOAD);
	await loaded.forms.complement(CASELOAD.caseload);
	await loaded.forms.complementStarts(CASELOAD.caseload);
}, 10 * MINUTES);
afterAll(async () => {
	await typed?.server.stop();
	await loaded?.server.stop();
});

describe('a caseload that is typed and the same one loaded from files', () => {
	it('are the same in every column of every table', async () => {
		expect(await different()).toBe('');
	});
});

describe('after an import', () => {
	it('every assignment has its FTE (2.26)', async () => {
		const assignments = await rows('fte_assignments?fields=weekly_hours,fte,cpa&sort=weekly_hours');
		expect(
			assignments.map(({ weekly_hours, fte }: Record<string, unknown>) => [Number(weekly_hours), Number(fte)]),
		).toEqual([
			[10, 0.25],
			[15.5, 0.388],
			[20, 0.5],
			[37, 0.925],
			[40, 1],
		]);
	});

	it('every survey has the days of the next two (1.26)', async () => {
		const surveys = await rows('baseline_surveys?fields=completed_on,six_months_due_on,twelve_months_due_on');
		expect(surveys).toHaveLength(7);
		for (const survey of surveys) {
			expect(survey).toEqual({
				completed_on: '2023-10-16',
				six_months_due_on: '2024-04-16',
				twelve_months_due_on: '2024-10-16',
			});
		}
	});

	it('every initial meeting that was held was decided on that day (2.3)', async () => {
		const meetings = await rows('initial_meetings?fields=held_on,outcome,decided_on');
		for (const { held_on, outcome, decided_on } of meetings) {
			expect(decided_on).toBe(outcome === 'did_not_attend' ? null : held_on);
		}
	});

	it('an allocation is as old as the record (2.6)', async () => {
		const allocations = await rows('allocations?fields=from_on,until_on,mentee.referral.received_on');
		for (const { from_on, until_on, mentee } of allocations) {
			expect([from_on, until_on]).toEqual([mentee.referral.received_on, null]);
		}
	});

	it('behind each date of consent there is a decision that says it was imported (2.26)', async () => {
		const consents = await rows('consents?fields=decision,decided_on,imported,referral.reference&sort=decided_on');
		expect(consents).toEqual([
			{ decision: 'given', decided_on: '2023-10-09', imported: true, referral: { reference: expect.any(String) } },
			{ decision: 'given', decided_on: '2023-10-09', imported: true, referral: { reference: expect.any(String) } },
			{ decision: 'withdrawn', decided_on: '2023-12-20', imported: true, referral: { reference: 'R-withdrawn' } },
		]);
	});

	it('the payments of a contract are there (section 4)', async () => {
		const [{ total }] = (await rows('payments?filter[contract][reference]=BOTH-45&aggregate[sum]=amount_pence')).map(
			({ sum }: { sum: { amount_pence: unknown } }) => ({ total: Number(sum.amount_pence) }),
		);
		expect(total).toBe(96_000_000);
	});
});

describe('what has changed since, typed and loaded', () => {
	beforeAll(async () => {
		await typed.forms.correct(CHANGES);
		const counts = await load(CHANGES);
		expect(counts.caseload).toEqual({ created: 0, updated: CHANGES.caseload.length, unchanged: 0 });
		await loaded.forms.complement(CHANGES.caseload);
		await loaded.forms.complementStarts(CHANGES.caseload);
	}, 5 * MINUTES);

	it('is the same in every column of every table', async () => {
		expect(await different()).toBe('');
	});

	it('is loaded a second time without changing anything', async () => {
		const counts = await load(CHANGES);
		for (const form of ['contracts', 'mentors', 'caseload', 'sessions']) {
			expect(counts[form], form).toMatchObject({ created: 0, updated: 0 });
		}
		expect(await different()).toBe('');
	});

	it('keeps the day consent was given when its withdrawal is recorded', async () => {
		const [mentee] = await rows('mentees?filter[reference]=R-other&fields=consent_given_on,consent_withdrawn_on');
		expect(mentee).toEqual({ consent_given_on: '2023-10-09', consent_withdrawn_on: '2024-02-01' });
	});

	it('leaves the start of whoever moved where it was, and what comes later counts in the new area (2.6)', async () => {
		const clocks = await rows(
			'service_level_clocks?filter[referral][reference]=R-planned&fields=service_level,cpa,due_on',
		);
		const areas = Object.fromEntries(
			clocks.map(({ service_level, cpa }: Record<string, unknown>) => [service_level, cpa]),
		);
		expect(areas).toMatchObject({ initial_meeting: 4, diagnostic_interview: 4, smart_action_plan: 4 });
		const allocations = await rows('allocations?filter[mentee][reference]=R-planned&fields=cpa,from_on&sort=from_on');
		expect(allocations.map(({ cpa }: { cpa: number }) => cpa)).toEqual([4, 5]);
		expect(await rows('referrals?filter[reference]=R-planned&fields=cpa')).toEqual([{ cpa: 4 }]);
	});
});

describe('somebody who is erased, after a typed and after a loaded caseload', () => {
	/** Of R-completed: initial meeting, Diagnostic Interview, plan, four sessions, eight sessions, survey. */
	const CLOCKS_MET = 6;
	const counted = async ({ admin }: Installation) => {
		const { body } = await admin.get(
			'/items/service_level_results?aggregate[sum]=met&filter[cpa][_null]=true&filter[released]=false',
		);
		return Number(body.data[0].sum.met);
	};

	beforeAll(async () => {
		const before = await Promise.all([typed, loaded].map(counted));
		await inBoth(async ({ admin, forms }) => {
			const { id: referral } = await forms.find('referrals', { reference: 'R-completed' });
			const request = { referral, requested_on: '2024-03-01', reason: 'Asked for in a letter' };
			expect((await admin.post('/items/erasures', request)).status).toBe(200);
		});
		// What was met by this person is in no count from that moment on (2.25).
		const after = await Promise.all([typed, loaded].map(counted));
		expect(after).toEqual(before.map((met) => met - CLOCKS_MET));
		await inBoth(({ server }) => server.restart());
	}, 5 * MINUTES);

	it('leaves the same in every column of every table, also after a restart', async () => {
		expect(await different()).toBe('');
	});
});
