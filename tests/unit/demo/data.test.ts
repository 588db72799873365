import { beforeAll, describe, expect, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	addDays,
	addMonths,
	day,
	monthOf,
	parseMonth,
	type CalendarDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Session } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { journeyProblems } from '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts';
import { readImport, type ImportRecords } from '../../../extensions/peer-mentoring/src/import/read-import.ts';
import { demoFiles } from '../../../seed/demo/generate.ts';
import { deliveryAreas } from '../../../seed/reference/annex-c.ts';

const TODAY = day('2026-11-22');

function load(today: CalendarDay): Promise<ImportRecords> {
	const files = Object.entries(demoFiles({ today })).map(([form, content]) => ({ name: `${form}.csv`, content }));
	return readImport(files, { deliveryAreas });
}

function problems({ contracts, caseload, sessions }: ImportRecords, today: CalendarDay) {
	const held = new Map<string, Session[]>(caseload.map((record) => [record.reference, []]));
	for (const session of sessions) held.get(session.reference)?.push({ ...session, one_to_one: true });
	return caseload.flatMap((record) => {
		const contract = contracts.find((each) => each.reference === record.contract);
		if (!contract) throw new Error(`${record.reference} has no contract`);
		const facts = { ...record, sessions: held.get(record.reference) ?? [] };
		return journeyProblems(facts, { ...contract, terms: SPECIFIED }, today);
	});
}

describe.each(['2024-03-20', '2025-03-10', '2026-11-22', '2027-06-01', '2028-12-29'])('on %s', (text) => {
	const today = day(text);

	test('every file loads, no rule is broken and nothing is later than today', async () => {
		const records = await load(today);
		expect(records.faults).toEqual([]);
		expect(problems(records, today)).toEqual([]);
		for (const mentor of records.mentors) expect(mentor.from <= today && (mentor.to ?? today) <= today).toBe(true);
	});

	test('the same day gives the same files', () => {
		expect(demoFiles({ today })).toEqual(demoFiles({ today }));
	});
});

describe('the demonstration', () => {
	let records: ImportRecords;
	beforeAll(async () => void (records = await load(TODAY)));

	test.each<[string, number, number, (records: ImportRecords) => [number, number]]>([
		[
			'referrals in CPA9, of all',
			22,
			28,
			({ caseload }) => [caseload.filter(({ cpa }) => cpa === 9).length, caseload.length],
		],
		[
			'referrals by third parties, of all',
			29,
			37,
			({ caseload }) => [caseload.filter(({ route }) => route === 'third_party').length, caseload.length],
		],
		['starts, of all referrals', 55, 61, ({ caseload }) => [started(caseload).length, caseload.length]],
		[
			'completions, of all starts',
			30,
			36,
			({ caseload }) => [endedAs(caseload, 'completed'), started(caseload).length],
		],
		['dropouts, of all starts', 38, 44, ({ caseload }) => [endedAs(caseload, 'dropout'), started(caseload).length]],
		[
			'Welsh in CPA9',
			11,
			19,
			({ caseload }) => [
				caseload.filter((each) => each.preferred_language === 'cy-GB').length,
				caseload.filter(({ cpa }) => cpa === 9).length,
			],
		],
		[
			'digital sessions',
			12,
			18,
			({ sessions }) => [sessions.filter(({ mode }) => mode === 'digital').length, sessions.length],
		],
	])('%s are between %d and %d of 100', (_, least, most, count) => {
		const [part, whole] = count(records);
		expect((100 * part) / whole).toBeGreaterThanOrEqual(least);
		expect((100 * part) / whole).toBeLessThanOrEqual(most);
	});

	test('has a thousand referrals and some more, some in every month since March 2024', () => {
		expect(records.caseload.length).toBeGreaterThan(1000);
		expect(records.caseload.length).toBeLessThan(1150);
		const months = new Set(records.caseload.map(({ received_on }) => received_on && monthOf(received_on)));
		for (let month = parseMonth('2024-03'); month && month <= monthOf(TODAY); month = addMonths(month, 1)) {
			expect(months).toContain(month);
		}
	});

	test('identifies nobody: drama telephone numbers, example.org, QQ numbers of DWP customers, names marked as made up', () => {
		for (const { phone, email, nino, dwp_customer, last_name } of records.caseload) {
			expect(phone).toMatch(/^07700 900\d{3}$/);
			expect(email ?? 'nobody@example.org').toMatch(/@example\.org$/);
			if (nino !== null) expect([nino.slice(0, 2), dwp_customer]).toEqual(['QQ', 'yes']);
			expect(last_name).toMatch(/^(Test|Sample|Demo|Example)-/);
		}
		const ninos = records.caseload.flatMap(({ nino }) => nino ?? []);
		expect(new Set(ninos).size).toBe(ninos.length);
	});

	test.each<[string, (each: ImportRecords['caseload'][number]) => boolean]>([
		['the day of the referral is missing', (each) => each.received_on === null],
		['the plan has no evidence', (each) => each.action_plan_agreed_on !== null && each.action_plan_evidence === null],
		['consent was withdrawn', (each) => each.consent_withdrawn_on !== null],
		['somebody did not attend', (each) => each.initial_meeting_outcome === 'did_not_attend'],
		['somebody declined', (each) => each.initial_meeting_outcome === 'declined'],
		['somebody was not eligible', (each) => each.initial_meeting_outcome === 'not_eligible'],
		['nobody holds a new referral yet', (each) => each.mentor_email === null],
	])('has records where %s', (_, matches) => {
		expect(records.caseload.some(matches)).toBe(true);
	});

	test('those who start and are not DWP customers have consented', () => {
		const others = started(records.caseload).filter((each) => each.dwp_customer === 'no');
		expect(others.length).toBeGreaterThan(10);
		expect(others.every((each) => each.consent_given_on !== null)).toBe(true);
	});

	test('a Peer Mentor holds people only while in post, to the day the person leaves', () => {
		for (const { mentor_email, received_on, ended_on } of records.caseload) {
			if (mentor_email === null || received_on === null) continue;
			const posts = records.mentors.filter(({ email }) => email === mentor_email);
			expect(posts.some(({ from }) => from <= received_on)).toBe(true);
			if (ended_on !== null) expect(posts.some(({ to }) => to === null || to >= ended_on)).toBe(true);
		}
	});

	test.each(['mentor1@example.org', 'mentor2@example.org', 'mentor3@example.org'])('%s has live work', (email) => {
		const own = records.caseload.filter((each) => each.mentor_email === email && each.ended_on === null);
		const waiting = own.filter(
			(each) => each.initial_meeting_on === null && (each.received_on ?? TODAY) > addDays(TODAY, -25),
		);
		expect(waiting.length).toBeGreaterThanOrEqual(4);
		expect(own.some((each) => each.initial_meeting_outcome === 'start' && each.start_on === null)).toBe(true);
		expect(own.some((each) => each.start_on !== null && each.action_plan_agreed_on === null)).toBe(true);
	});

	test('a later day adds to the same people', async () => {
		const later = new Map((await load(day('2027-01-15'))).caseload.map((each) => [each.reference, each]));
		for (const { reference, phone, received_on, start_on } of records.caseload) {
			if (reference.includes('-L')) continue;
			expect(later.get(reference)).toMatchObject({ phone, received_on, ...(start_on && { start_on }) });
		}
	});
});

function started(caseload: ImportRecords['caseload']) {
	return caseload.filter((each) => each.start_on !== null);
}

function endedAs(caseload: ImportRecords['caseload'], reason: string): number {
	return started(caseload).filter((each) => each.end_reason === reason).length;
}
