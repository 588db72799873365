import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	exceptionsOf,
	type PmiException,
} from '../../../extensions/peer-mentoring/src/domain/returns/pmi/exceptions.ts';
import {
	isAcknowledgeable,
	missingParts,
	type PeriodicPart,
} from '../../../extensions/peer-mentoring/src/domain/returns/submission/completeness.ts';
import { differences } from '../../../extensions/peer-mentoring/src/domain/returns/submission/differences.ts';
import {
	reportedAnew,
	revisions,
	type MonthlyEvents,
} from '../../../extensions/peer-mentoring/src/domain/returns/submission/events.ts';
import { missingText } from '../../../extensions/peer-mentoring/src/domain/returns/submission/missing-texts.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import {
	isAnswered,
	sortLacking,
	withTyped,
	type Lacking,
} from '../../../extensions/peer-mentoring/src/app/returns/return-submission/lacking.ts';
import {
	EMPTY_REPORT,
	nothingOf,
	REPORT_PARTS,
	unreported,
	type ReportPart,
} from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { facts } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const december = parseMonth('2023-12')!;
const exception = (code: PmiException['code'], reference = 'A'): PmiException => ({ code, reference, message: '' });

describe('a return is complete (3.3, 3.4, Table A)', () => {
	const after = day('2024-01-03');
	const lacking = (
		exceptions: PmiException[],
		parts: PeriodicPart[] = [],
		acknowledged: Parameters<typeof missingParts>[3] = [],
		today = after,
		unwritten: ReportPart[] = [],
	) => missingParts(december, today, { exceptions, parts, unwritten }, acknowledged).map((part) => part.code);

	it('once its month is over', () => {
		expect(lacking([], [], [], day('2023-12-31'))).toEqual(['month_not_over']);
		expect(lacking([], [], [], day('2024-01-01'))).toEqual([]);
	});

	it('with every part that is due, or a declaration that there is none', () => {
		expect(lacking([], [{ kind: 'sme_spend', ready: false }])).toEqual(['nil_not_declared']);
		expect(lacking([], [{ kind: 'sme_spend', ready: true }])).toEqual([]);
	});

	it('with each part of the narrative written or declared to be nothing (2.25)', () => {
		expect(lacking([], [], [], after, ['recruitment', 'mitigations'])).toEqual(['not_reported', 'not_reported']);
		const report = { ...EMPTY_REPORT, recruitment: 'Two joined.', results_achieved: '  ' };
		expect(unreported(report, ['mitigations'])).toEqual([
			'spend_against_profile',
			'results_achieved',
			'remedial_plans',
		]);
		expect(unreported(EMPTY_REPORT, REPORT_PARTS)).toEqual([]);
		expect(nothingOf(report, ['recruitment', 'mitigations'])).toEqual(['mitigations']);
	});

	it('with what is typed on the form and not saved yet', () => {
		const answered = (typed: object) => {
			const lacks: Lacking[] = [{ missing: 'recruitment', reason: 'Not written' }];
			return isAnswered(withTyped(sortLacking(lacks), typed), {}, {});
		};
		expect([answered({}), answered({ recruitment: ' ' }), answered({ recruitment: 'Two joined.' })]).toEqual([
			false,
			false,
			true,
		]);
	});

	test.each<[string, { code: PmiException['code']; reason: string }[], number]>([
		['unacknowledged', [], 2],
		['acknowledged without a reason', [{ code: 'received_on_missing', reason: ' ' }], 2],
		['of another kind acknowledged', [{ code: 'start_missing', reason: 'Old records' }], 2],
		['acknowledged with a reason', [{ code: 'received_on_missing', reason: 'Old records' }], 0],
	])('with exceptions %s', (_, acknowledged, left) => {
		const two = [exception('received_on_missing'), exception('received_on_missing', 'B')];
		expect(lacking(two, [], acknowledged)).toHaveLength(left);
	});

	test.each(['initial_meeting_outcome_missing', 'session_after_end', 'end_reason_missing'] as const)(
		'not with %s, which only the record can mend',
		(code) => {
			expect(isAcknowledgeable(code)).toBe(false);
			expect(lacking([exception(code)], [], [{ code, reason: 'It is so' }])).toEqual(['exception']);
		},
	);

	it('says of everything what is missing and what would be right, in both languages', () => {
		const all = missingParts(
			december,
			day('2023-12-10'),
			{
				exceptions: [exception('received_on_missing', 'PM-1'), exception('end_reason_missing', 'PM-2')],
				parts: [{ kind: 'ipr_log', ready: false }],
				unwritten: ['recruitment'],
			},
			[],
		);
		expect(all.map((part) => missingText(part, 'en-GB'))).toEqual([
			'The month is not over yet. The return can be submitted after 31 December 2023.',
			'IPR Log: it is due with this return and nothing is recorded. Record it, or declare that there is none.',
			'Recruitment: it is not written. Write it under “Report to the Buyer”, or declare that there is nothing to report (2.25).',
			'PM-1: Date of the referral missing. Put the record right, or acknowledge this with a reason.',
			'PM-2: Reason for the end missing. Put the record right.',
		]);
		for (const part of all) expect(missingText(part, 'cy-GB')).not.toBe(missingText(part, 'en-GB'));
	});

	it('knows every exception that the figures can have', () => {
		const broken = facts({
			reference: 'A',
			received_on: null,
			start_on: day('2023-12-05'),
			diagnostic_interview_on: null,
			end_reason: 'completed',
			ended_on: null,
		});
		const found = exceptionsOf(broken, pmiContext()).map(({ code }) => code);
		expect(found.length).toBeGreaterThan(2);
		expect(valuesOf('pmi_exception')).toEqual(expect.arrayContaining(found));
	});
});

describe('revisions to earlier months', () => {
	const november = parseMonth('2023-11')!;
	const events = (over: Record<string, object>) => over as MonthlyEvents;

	it('are what has changed in months that have been reported, and nothing else', () => {
		const reported = events({ '2023-10': { referrals: 4, starts: 1 }, '2023-11': { referrals: 2 } });
		const now = events({ '2023-10': { referrals: 5, starts: 1 }, '2023-11': {}, '2023-12': { referrals: 9 } });
		expect(revisions(reported, now, november)).toEqual([
			{ month: '2023-10', key: 'referrals', reported: 4, now: 5 },
			{ month: '2023-11', key: 'referrals', reported: 2, now: 0 },
		]);
		expect(revisions(now, now, december)).toEqual([]);
	});

	it('start from what was reported last of each month: a correction says nothing of later ones', () => {
		const reported = events({ '2023-09': { starts: 1 }, '2023-10': { starts: 1 }, '2023-11': { starts: 1 } });
		const correction = { month: parseMonth('2023-10')!, events: events({ '2023-10': { starts: 2 } }) };
		expect(reportedAnew(reported, correction)).toEqual({ '2023-10': { starts: 2 }, '2023-11': { starts: 1 } });
	});

	it('come from the events of journeys, each counted in the month of its own day', () => {
		const tally = pmiTally(pmiContext());
		tally.add(facts({ reference: 'A' }));
		const total: Record<string, number> = {};
		for (const month of Object.values(tally.result().events)) {
			for (const [key, number] of Object.entries(month)) total[key] = (total[key] ?? 0) + Number(number);
		}
		const { measures } = tally.result();
		expect(total).toMatchObject({ referrals: measures.referrals_total.total, starts: measures.starts_total.total });
	});
});

describe('a correction', () => {
	it('says figure by figure what is different', () => {
		const before = { starts_total: { total: 3 }, rows: [{ a: 1 }], gone: 'x' };
		const after = { starts_total: { total: 4 }, rows: [{ a: 1 }, { a: 2 }] };
		expect(differences(before, after)).toEqual([
			{ figure: 'starts_total.total', from: 3, to: 4 },
			{ figure: 'gone', from: 'x', to: null },
			{ figure: 'rows.1.a', from: null, to: 2 },
		]);
		expect(differences(after, after)).toEqual([]);
	});
});

describe('the form that submits', () => {
	const lacking: Lacking[] = [
		{ reason: 'Nil?', missing: 'sme_spend' },
		{
			reason: 'A',
			missing: 'start_missing',
			reference: 'A',
			acknowledgeable: true,
			item: { collection: 'referrals', id: '1' },
		},
		{ reason: 'B', missing: 'start_missing', reference: 'B', acknowledgeable: true },
	];

	it('groups what is missing, with links to the records', () => {
		const { waiting, nil, exceptions } = sortLacking(lacking);
		expect([waiting, nil.map(({ kind }) => kind)]).toEqual([[], ['sme_spend']]);
		expect(exceptions).toEqual([
			{
				code: 'start_missing',
				acknowledgeable: true,
				records: [
					{ reference: 'A', link: '/content/referrals/1' },
					{ reference: 'B', link: null },
				],
			},
		]);
	});

	test.each<[string, Record<string, string>, Record<string, boolean>, Lacking[], boolean]>([
		['everything is answered', { start_missing: 'Old' }, { sme_spend: true }, lacking, true],
		['a reason is blank', { start_missing: '  ' }, { sme_spend: true }, lacking, false],
		['nil is not declared', { start_missing: 'Old' }, {}, lacking, false],
		['nothing is missing', {}, {}, [], true],
		['the month runs', {}, {}, [{ reason: 'Wait', missing: 'month_not_over' }], false],
		[
			'a record must be mended',
			{ end_reason_missing: 'x' },
			{},
			[{ reason: 'C', missing: 'end_reason_missing', reference: 'C', acknowledgeable: false }],
			false,
		],
	])('can be sent when %s', (_, reasons, declared, missing, expected) => {
		expect(isAnswered(sortLacking(missing), reasons, declared)).toBe(expected);
	});
});
