import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { JourneyFigures } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/figures.ts';
import {
	missingParts,
	type MissingPart,
} from '../../../extensions/peer-mentoring/src/domain/returns/submission/completeness.ts';
import { differenceName } from '../../../extensions/peer-mentoring/src/domain/returns/submission/difference-name.ts';
import { differences } from '../../../extensions/peer-mentoring/src/domain/returns/submission/differences.ts';
import {
	countEvents,
	reportedAnew,
	revisions,
	type MonthlyEvents,
} from '../../../extensions/peer-mentoring/src/domain/returns/submission/events.ts';
import {
	missingText,
	NOT_SUBMITTED,
} from '../../../extensions/peer-mentoring/src/domain/returns/submission/missing-texts.ts';
import {
	checksums,
	receiptText,
	type Sent,
} from '../../../extensions/peer-mentoring/src/domain/returns/submission/receipt.ts';

const DECEMBER = parseMonth('2023-12')!;

describe('what a return lacks (3.3, 3.4)', () => {
	it('names the day, the part and the record', () => {
		const exceptions = [
			{ code: 'received_on_missing', reference: 'PM-1', message: '' },
			{ code: 'end_reason_missing', reference: 'PM-2', message: '' },
		] as const;
		const parts = [{ kind: 'sme_spend', ready: false }] as const;
		expect(missingParts(DECEMBER, day('2023-12-31'), { exceptions, parts, unwritten: ['mitigations'] }, [])).toEqual([
			{ code: 'month_not_over', from: '2023-12-31' },
			{ code: 'nil_not_declared', kind: 'sme_spend' },
			{ code: 'not_reported', part: 'mitigations' },
			{ code: 'exception', exception: 'received_on_missing', reference: 'PM-1', acknowledgeable: true },
			{ code: 'exception', exception: 'end_reason_missing', reference: 'PM-2', acknowledgeable: false },
		]);
	});

	test.each<[MissingPart, string]>([
		[
			{ code: 'month_not_over', from: day('2023-12-31') },
			'Nid yw’r mis ar ben eto. Gellir cyflwyno’r adroddiad ar ôl 31 Rhagfyr 2023.',
		],
		[
			{ code: 'nil_not_declared', kind: 'ipr_log' },
			'Log Hawliau Eiddo Deallusol: mae’n ddyledus gyda’r adroddiad hwn ac nid oes dim wedi’i gofnodi. Cofnodwch ef, neu datganwch nad oes dim.',
		],
		[
			{ code: 'exception', exception: 'start_missing', reference: 'PM-1', acknowledgeable: true },
			'PM-1: Dyddiad dechrau ar goll. Cywirwch y cofnod, neu cydnabyddwch hyn gan roi rheswm.',
		],
		[
			{ code: 'exception', exception: 'start_missing', reference: 'PM-1', acknowledgeable: false },
			'PM-1: Dyddiad dechrau ar goll. Cywirwch y cofnod.',
		],
		[
			{ code: 'not_reported', part: 'recruitment' },
			'Recriwtio: nid yw wedi’i ysgrifennu. Ysgrifennwch ef o dan “Adroddiad i’r Prynwr”, neu datganwch nad oes dim i’w adrodd (2.25).',
		],
	])('%j is said in Welsh', (part, text) => expect(missingText(part, 'cy-GB')).toBe(text));

	it('is said in whole sentences where a return cannot be submitted', () => {
		expect(Object.keys(NOT_SUBMITTED)).toEqual([
			'no_return',
			'not_there_yet',
			'unchanged',
			'reason_missing',
			'overtaken',
		]);
		for (const texts of Object.values(NOT_SUBMITTED)) {
			expect(texts['en-GB']).toMatch(/^[A-Z].+\.$/);
			expect(texts['cy-GB']).toMatch(/^[A-Z].+\.$/);
		}
	});
});

describe('the events of a journey', () => {
	const timed = (on: string | null) => ({ on: on === null ? null : day(on) }) as JourneyFigures['initial_meeting'];
	const none = {
		referred_on: null,
		started_on: null,
		completed_on: null,
		eight_sessions_on: null,
		initial_meeting: timed(null),
		diagnostic_interview: timed(null),
		smart_action_plan: timed(null),
		four_sessions: timed(null),
	} as unknown as JourneyFigures;
	const on = day('2023-11-16');

	test.each<[string, Partial<JourneyFigures>]>([
		['referrals', { referred_on: on }],
		['starts', { started_on: on }],
		['completions', { completed_on: on }],
		['initial_meetings', { initial_meeting: timed(on) }],
		['diagnostic_interviews', { diagnostic_interview: timed(on) }],
		['action_plans', { smart_action_plan: timed(on) }],
		['four_sessions', { four_sessions: timed(on) }],
		['eight_sessions', { eight_sessions_on: on }],
	])('%s are counted in the month of their day', (key, figures) => {
		const events: MonthlyEvents = {};
		countEvents(events, none);
		expect(events).toEqual({});
		countEvents(events, { ...none, ...figures });
		expect(events).toEqual({ '2023-11': { [key]: 1 } });
		countEvents(events, { ...none, ...figures });
		countEvents(events, { ...none, started_on: day('2023-12-01') });
		expect(events).toEqual({ '2023-11': { [key]: 2 }, '2023-12': { starts: 1 } });
	});

	it('are revisions in order of month and kind, of months that either says', () => {
		const events = (given: Record<string, object>) => given as MonthlyEvents;
		const reported = events({ '2023-11': { starts: 1 }, '2023-09': { starts: 1, referrals: 2 } });
		const now = events({ '2023-10': { starts: 1 }, '2023-09': { starts: 2, referrals: 1 }, '2024-01': { starts: 1 } });
		expect(revisions(reported, now, DECEMBER)).toEqual([
			{ month: '2023-09', key: 'referrals', reported: 2, now: 1 },
			{ month: '2023-09', key: 'starts', reported: 1, now: 2 },
			{ month: '2023-10', key: 'starts', reported: 0, now: 1 },
			{ month: '2023-11', key: 'starts', reported: 1, now: 0 },
		]);
		expect(revisions({}, events({ '2023-12': { starts: 1 } }), DECEMBER)).toHaveLength(1);
	});

	it('of a month that is corrected are as the correction says, later ones as they were', () => {
		const events = { '2023-11': { starts: 9 }, '2023-12': { starts: 8 }, '2024-01': { starts: 7 } } as MonthlyEvents;
		const correction = {
			month: DECEMBER,
			events: { '2023-12': { starts: 2 }, '2024-01': { starts: 3 } } as MonthlyEvents,
		};
		expect(reportedAnew(events, correction)).toEqual({ '2023-12': { starts: 2 }, '2024-01': { starts: 7 } });
	});
});

describe('a correction', () => {
	it('tells nothing from no value, and false from nothing', () => {
		expect(differences({ a: null, b: false, c: 0 }, { a: undefined, b: null, c: 0 })).toEqual([
			{ figure: 'b', from: false, to: null },
		]);
	});

	test.each([
		['sme_spend.rows.0.amount', 'SME spend, line 1'],
		['sme_spend.rows.a1', 'SME spend'],
		['exceptions.nothing_known', 'exceptions.nothing_known'],
		['anything.start_missing', 'anything.start_missing'],
		['sme_spend.rows.12.amount', 'SME spend, line 13'],
		['sme_spend.rows.1a', 'SME spend'],
		['personnel_changes', 'Changes in Peer Mentoring personnel'],
	])('of %s is named "%s"', (figure, name) => expect(differenceName({ figure }, 'en-GB')).toBe(name));
});

describe('the receipt of what was sent', () => {
	const file = {
		path: '2023-12/pmi.xlsx',
		kind: 'pmi',
		month: '2023-12',
		submitted_at: '2024-01-08T10:00:00Z',
		bytes: 1234,
		sha256: 'ab12',
	};
	const sent = {
		contract: 'PM-CPA9',
		supplier: 'Sample',
		made_at: '2024-02-01T09:00:00Z',
		files: [file],
		sendings: [],
		trackers: [],
	};

	it('names each file with its checksum, and each tracker that was taken out', () => {
		const trackers = [{ month: '2023-12', taken_at: '2024-01-08T11:00:00Z', records: 42 }];
		const told = { month: '2023-12', recorded_at: '2024-01-09T09:00:00Z' };
		const sendings: Sent['sendings'] = [
			{ ...told, part: 'pmi', version: 1, sent_on: '2024-01-08', reference: 'ITT-7', reason: null },
			{ ...told, part: 'mentee_tracker', version: null, sent_on: '2024-01-08', reference: null, reason: 'Wrong day' },
		];
		expect(receiptText({ ...sent, sendings, trackers })).toBe(
			[
				'Receipt for what has been sent under Call-Off Contract PM-CPA9',
				'Supplier: Sample',
				'Made at: 2024-02-01T09:00:00Z',
				'',
				'Files (SHA-256 of each beside it; the times are those of submission):',
				'- 2023-12/pmi.xlsx, submitted 2024-01-08T10:00:00Z, 1234 bytes',
				'  ab12',
				'',
				'Sent on (the PMI through Jaggaer, the Mentee Tracker to the analysts):',
				'- PMI 2023-12, version 1, sent 2024-01-08, reference ITT-7',
				'- Mentee Tracker 2023-12, sent 2024-01-08, reference none (corrected: Wrong day)',
				'',
				'Mentee Trackers taken out for the analysts (no copy is kept, because they hold personal data):',
				'- 2023-12, taken out 2024-01-08T11:00:00Z, 42 rows',
				'',
			].join('\n'),
		);
	});

	it('says where there is none', () => {
		const lines = receiptText({ ...sent, files: [] }).split('\n');
		expect([lines[5], lines[8], lines[11]]).toEqual(['- none', '- nothing is on record as sent', '- none']);
		expect(lines).toHaveLength(13);
		expect(receiptText(sent).match(/- none/g)).toHaveLength(1);
	});

	it('has the checksums as sha256sum reads them', () => {
		expect(checksums([file, { ...file, path: 'b.xlsx', sha256: 'cd34' }])).toBe(
			'ab12  2023-12/pmi.xlsx\ncd34  b.xlsx\n',
		);
	});
});
