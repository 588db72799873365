import { describe, expect, test } from 'vitest';
import { sentenceOf, withName } from '../../../extensions/peer-mentoring/src/domain/home/caseload/sentences.ts';
import { pageOf } from '../../../extensions/peer-mentoring/src/app/journey/caseload/pages.ts';
import { groupToDos, type ToDo } from '../../../extensions/peer-mentoring/src/domain/home/caseload/to-dos.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { sundayOf } from '../../../extensions/peer-mentoring/src/domain/calendar/week.ts';
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';

/** A Wednesday. */
const TODAY = day('2024-06-12');
const toDo = (due: string | null, more: Partial<ToDo> = {}): ToDo => ({
	what: 'diagnostic_interview',
	name: 'Gwen Evans',
	referral: 'R',
	mentee: 'M',
	due_on: due === null ? null : day(due),
	...more,
});

describe('the sentence of something to do, on Wednesday 12 June 2024', () => {
	test.each<[Partial<ToDo>, string | null, string, string]>([
		[
			{},
			'2024-05-26',
			'Diagnostic Interview with Gwen Evans: 17 days late, due on Sunday 26 May.',
			'Cyfweliad diagnostig gyda Gwen Evans: 17 diwrnod yn hwyr, y dyddiad cau oedd dydd Sul 26 Mai.',
		],
		[
			{ what: 'initial_meeting', name: 'Anna Jones', mentee: null },
			'2024-06-11',
			'Initial meeting with Anna Jones: 1 day late, due on Tuesday 11 June.',
			'Cyfarfod cychwynnol gydag Anna Jones: 1 diwrnod yn hwyr, y dyddiad cau oedd dydd Mawrth 11 Mehefin.',
		],
		[
			{ what: 'baseline_survey' },
			'2023-12-29',
			'Baseline Survey with Gwen Evans: 166 days late, due on Friday 29 December 2023.',
			'Arolwg gwaelodlin gyda Gwen Evans: 166 diwrnod yn hwyr, y dyddiad cau oedd dydd Gwener 29 Rhagfyr 2023.',
		],
		[
			{ what: 'four_sessions' },
			'2024-06-12',
			'First four sessions with Gwen Evans: due today, Wednesday 12 June.',
			'Y 4 sesiwn gyntaf gyda Gwen Evans: heddiw yw’r dyddiad cau, dydd Mercher 12 Mehefin.',
		],
		[
			{ what: 'smart_action_plan' },
			'2024-06-13',
			'SMART Action Plan with Gwen Evans: due tomorrow, Thursday 13 June.',
			'Cynllun gweithredu SMART gyda Gwen Evans: yfory yw’r dyddiad cau, dydd Iau 13 Mehefin.',
		],
		[
			{},
			'2024-06-14',
			'Diagnostic Interview with Gwen Evans: due in 2 days, on Friday 14 June.',
			'Cyfweliad diagnostig gyda Gwen Evans: ymhen 2 ddiwrnod, y dyddiad cau yw dydd Gwener 14 Mehefin.',
		],
		[{}, null, 'Diagnostic Interview with Gwen Evans.', 'Cyfweliad diagnostig gyda Gwen Evans.'],
		[
			{ what: 'jobcentre_not_told_of_end' },
			null,
			'Tell the Jobcentre contact that Gwen Evans has left.',
			'Dweud wrth gyswllt y Ganolfan Byd Gwaith fod Gwen Evans wedi gadael.',
		],
		[
			{ what: 'dropout_due', name: 'Anna Jones' },
			null,
			'No session with Anna Jones for a long time: confirm the Dropout, or book one.',
			'Dim sesiwn gydag Anna Jones ers amser hir: cadarnhau’r ymddieithrio, neu drefnu un.',
		],
	])('%o due on %s', (more, due, english, welsh) => {
		expect(sentenceOf(toDo(due, more), TODAY, 'en-GB')).toBe(english);
		expect(sentenceOf(toDo(due, more), TODAY, 'cy-GB')).toBe(welsh);
	});
});

test.each([
	['Anna', 'gydag Anna'],
	['Ân', 'gydag Ân'],
	['Owain', 'gydag Owain'],
	['Ifan', 'gydag Ifan'],
	['Iolo', 'gyda Iolo'],
	['Iwan', 'gyda Iwan'],
	['Wyn', 'gyda Wyn'],
	['Siân', 'gyda Siân'],
])('%s is met “%s”', (name, text) => expect(withName(name)).toBe(text));

describe('the list of what to do', () => {
	test('goes from what is overdue to what has no date, and leaves next week out', () => {
		const groups = groupToDos(
			[
				toDo('2024-06-17', { name: 'next Monday' }),
				toDo(null, { name: 'no date' }),
				toDo('2024-06-16', { name: 'Sunday' }),
				toDo('2024-06-13', { name: 'tomorrow' }),
				toDo('2024-06-12', { name: 'today' }),
				toDo('2024-06-11', { name: 'yesterday' }),
				toDo('2024-01-11', { name: 'January' }),
			],
			TODAY,
		);
		expect(groups.map(({ when, toDos }) => [when, ...toDos.map(({ name }) => name)])).toEqual([
			['overdue', 'January', 'yesterday'],
			['today', 'today'],
			['this_week', 'tomorrow', 'Sunday'],
			['any_time', 'no date'],
		]);
	});

	test('says of what has no date the most pressing first, and of people who have left last', () => {
		const groups = groupToDos(
			[
				toDo(null, { what: 'jobcentre_not_told_of_end', name: 'Ann', left: true }),
				toDo(null, { what: 'digital_share_reached', name: 'Ann' }),
				toDo(null, { what: 'consent_missing', name: 'Zed' }),
				toDo(null, { what: 'consent_missing', name: 'Ann', left: true }),
				toDo(null, { what: 'consent_missing', name: 'Bob' }),
				toDo(null, { what: 'dropout_due', name: 'Zed' }),
			],
			TODAY,
		);
		expect(groups.flatMap(({ toDos }) => toDos.map(({ what, name }) => `${what} ${name}`))).toEqual([
			'dropout_due Zed',
			'consent_missing Bob',
			'consent_missing Zed',
			'digital_share_reached Ann',
			'consent_missing Ann',
			'jobcentre_not_told_of_end Ann',
		]);
	});

	test('is empty where nothing is due', () => expect(groupToDos([toDo('2024-07-01')], TODAY)).toEqual([]));

	test.each([
		['2024-06-10', '2024-06-16'],
		['2024-06-15', '2024-06-16'],
		['2024-06-16', '2024-06-16'],
	])('the week of %s ends on Sunday %s', (from, sunday) => expect(sundayOf(day(from))).toBe(sunday));
});

test.each<[ToDo['what'], string | null, string]>([
	['initial_meeting', null, '/caseload/answer/initial_meeting/R'],
	['initial_meeting', 'M', '/caseload/answer/initial_meeting/R'],
	['diagnostic_interview', 'M', '/caseload/answer/diagnostic_interview/M'],
	['smart_action_plan', 'M', '/caseload/answer/smart_action_plan/M'],
	['baseline_survey', 'M', '/caseload/answer/baseline_survey/M'],
	['four_sessions', 'M', '/caseload/session?mentee=M'],
	['diagnostic_interview', null, '/content/referrals/R'],
	['nino_missing', 'M', '/content/mentees/M'],
	['customer_notice_missing', 'M', '/content/mentees/M'],
	['disclosure_missing', 'M', '/content/mentees/M'],
	['leaving_unfinished', 'M', '/content/mentees/M'],
	['dropout_due', 'M', '/content/mentees/M'],
	['plan_change_asked', 'M', '/content/mentees/M'],
	['consent_missing', 'M', '/caseload/answer/consent_missing/M'],
	['result_not_told', 'M', '/caseload/answer/result_not_told/M'],
	['jobcentre_not_told_of_start', 'M', '/caseload/answer/jobcentre_not_told_of_start/M'],
	['jobcentre_not_told_of_end', 'M', '/caseload/answer/jobcentre_not_told_of_end/M'],
	['analysts_not_told_of_contact', 'M', '/caseload/answer/analysts_not_told_of_contact/M'],
	['plan_not_on_record', 'M', '/caseload/answer/plan_not_on_record/M'],
	['interview_incomplete', 'M', '/caseload/answer/interview_incomplete/M'],
	['meeting_incomplete', 'M', '/caseload/answer/meeting_incomplete/R'],
	['digital_share_reached', 'M', '/caseload/session?mentee=M'],
])('%s of Mentee %s is answered at %s', (what, mentee, page) =>
	expect(pageOf(toDo('2024-06-12', { what, mentee }))).toBe(page),
);

test.each(codeLists.outstanding)('$value is said with the name, in both languages', ({ value }) => {
	for (const language of ['en-GB', 'cy-GB'] as const) {
		expect(sentenceOf(toDo(null, { what: value }), TODAY, language)).toMatch(/^[A-Z].*Gwen Evans.*\.$/);
	}
});
