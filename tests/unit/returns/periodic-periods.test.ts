import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	nilStatement,
	remarkOf,
	type PeriodicReport,
} from '../../../extensions/peer-mentoring/src/domain/returns/periodic/periodic-report.ts';
import {
	halfYearEndingWith,
	halfYearMonthBefore,
	periodicPartsDue,
	quarterEndingWith,
	reportingOf,
	SPEND_OF,
} from '../../../extensions/peer-mentoring/src/domain/returns/periodic/periodic.ts';

const month = (text: string) => parseMonth(text)!;

describe('the period of a return (3.8)', () => {
	test.each([
		['2024-03', '2024-01-01', '2024-03-31'],
		['2024-06', '2024-04-01', '2024-06-30'],
		['2023-12', '2023-10-01', '2023-12-31'],
		['2024-02', undefined, undefined],
	])('the quarter that ends with %s is from %s to %s', (of, from, to) => {
		expect(quarterEndingWith(month(of))).toEqual(from && { from, to });
	});

	test.each([
		['2023-12', '2023-06-15', '2023-06-15', '2023-12-14', undefined],
		['2024-06', '2023-06-15', '2023-12-15', '2024-06-14', '2023-12'],
		['2024-12', '2023-06-15', '2024-06-15', '2024-12-14', '2024-06'],
		['2023-07', '2023-01-31', '2023-01-31', '2023-07-30', undefined],
		['2024-02', '2023-08-31', '2023-08-31', '2024-02-28', undefined],
		['2023-06', '2023-06-15', undefined, undefined, undefined],
		['2022-12', '2023-06-15', undefined, undefined, undefined],
		['2023-11', '2023-06-15', undefined, undefined, undefined],
	])(
		'the half year that ends with %s, from a start on %s, is from %s to %s; the one before ends with %s',
		(of, start, from, to, before) => {
			expect(halfYearEndingWith(month(of), day(start))).toEqual(from && { from, to });
			if (from) expect(halfYearMonthBefore(month(of), day(start))).toBe(before);
		},
	);

	it('is given to each part that falls due', () => {
		const quarter = { from: '2023-10-01', to: '2023-12-31' };
		const halfYear = { from: '2023-06-15', to: '2023-12-14' };
		expect(periodicPartsDue(month('2023-12'), day('2023-06-15'))).toEqual([
			{ kind: 'subcontractor_spend', period: quarter },
			{ kind: 'sme_spend', period: quarter },
			{ kind: 'contract_cost_register', period: halfYear },
			{ kind: 'ipr_log', period: halfYear },
		]);
		const first = periodicPartsDue(month('2023-06'), day('2023-06-15')).map(({ kind }) => kind);
		expect(first).toEqual(['subcontractor_spend', 'sme_spend']);
		expect(periodicPartsDue(month('2023-03'), day('2023-06-15'))).toEqual([]);
	});

	it('holds the spend of its own kind', () => {
		expect(SPEND_OF).toEqual({ subcontractor_spend: 'subcontractor', sme_spend: 'sme' });
	});
});

describe('which return reports an entry', () => {
	const returns = [
		{ id: 'first', from: null, to: day('2024-03-31'), sent_at: 10 },
		{ id: 'second', from: day('2024-04-01'), to: day('2024-06-30'), sent_at: null },
	];
	test.each([
		['2019-01-01', 5, { by: 'first', revision: false, sent: true }],
		['2024-03-31', 10, { by: 'first', revision: false, sent: true }],
		['2024-03-31', 11, { by: 'second', revision: true, sent: false }],
		['2024-04-01', 5, { by: 'second', revision: false, sent: false }],
		['2024-06-30', 99, { by: 'second', revision: false, sent: false }],
		['2024-07-01', 5, undefined],
	])('of %s, recorded at %i', (dated, recorded_at, expected) => {
		expect(reportingOf({ dated: day(dated), recorded_at }, returns)).toEqual(expected);
	});
});

describe('the words of a return', () => {
	const line = { dated: day('2024-06-03'), organisation: 'A', amount_pence: 1 };
	const version = { id: 'd', dated: day('2024-06-03'), title: 'T', version: '1' };
	const report = (over: Partial<PeriodicReport>) =>
		({ kind: 'sme_spend', spend: [], documents: [], nil_declared_on: null, ...over }) as unknown as PeriodicReport;

	test.each([
		['nothing', { ...line, revision: false }, ''],
		['a revision', { ...line, revision: true }, 'Revision of an earlier period'],
		['a file', { ...version, revision: false, has_file: true }, 'File stored with the entry'],
		['no file', { ...version, revision: false, has_file: false }, ''],
		[
			'both',
			{ ...version, revision: true, has_file: true },
			'Revision of an earlier period; File stored with the entry',
		],
	])('beside a line: %s', (_, of, remark) => expect(remarkOf(of)).toBe(remark));

	test.each<[string, Partial<PeriodicReport>, string | undefined]>([
		['nothing', {}, 'Nothing is recorded, and no nil return is declared yet: SME spend in this period.'],
		[
			'nothing, as declared',
			{ nil_declared_on: day('2024-07-02') },
			'Nil return, declared on 2 July 2024: there is nothing to report for SME spend in this period.',
		],
		['a payment', { spend: [{ ...line, revision: false }] }, undefined],
		['a version', { documents: [{ ...version, revision: false, has_file: false }] }, undefined],
		[
			'a revision and a payment',
			{
				spend: [
					{ ...line, revision: true },
					{ ...line, revision: false },
				],
			},
			undefined,
		],
		[
			'revisions alone',
			{ spend: [{ ...line, revision: true }] },
			'Nothing is recorded, and no nil return is declared yet: SME spend in this period.',
		],
	])('of %s', (_, over, words) => expect(nilStatement(report(over))).toBe(words));
});
