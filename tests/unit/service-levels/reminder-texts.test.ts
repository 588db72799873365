import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	countsOf,
	forToday,
	isTriedAgain,
	mailFailure,
	mailOf,
	MOST_TRIES,
	reminderText,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/reminder-texts.ts';
import {
	REMINDER_KINDS,
	type Matter,
	type ReminderKind,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/reminders.ts';

const TODAY = day('2024-06-10');
const NONE = countsOf([]);
const STUDIO = 'https://example.org/admin';
const matter = (more: Partial<Matter> = {}): Matter => ({
	kind: 'due_soon',
	key: '1',
	mentor_user: null,
	supplier: 'north',
	reference: 'TEST-1',
	contract: 'PM-1',
	...more,
});
const about = (en: string, cy: string) => ({ 'en-GB': en, 'cy-GB': cy });
const meeting = about('Initial meeting', 'Cyfarfod cychwynnol');

describe('what somebody is told today', () => {
	const references = (matters: Matter[], told = NONE) =>
		forToday(matters, told, TODAY).map(({ reference }) => reference);

	test.each<[string, ReminderKind, string[]]>([
		['the earliest day first, what has none before', 'due_soon', ['none', 'month', 'week', 'news', 'today']],
		['of what is overdue the news first, then the longest', 'overdue', ['none', 'week', 'news', 'today', 'month']],
		['of a late PMI too', 'returns_late', ['none', 'week', 'news', 'today', 'month']],
	])('%s', (_, kind, expected) => {
		const days = { today: '2024-06-10', news: '2024-06-05', week: '2024-06-03', month: '2024-05-10' };
		const matters = Object.entries(days).map(([reference, on]) => matter({ kind, reference, on: day(on) }));
		const all = [...matters, matter({ kind, reference: 'none' })];
		expect(references(all)).toEqual(expected);
		expect(references(all.toReversed())).toEqual(expected);
	});

	it('is in order of what it is about, and of reference', () => {
		const plan = about('Plan', 'Cynllun');
		const matters = [
			matter({ about: plan, reference: 'c' }),
			matter({ about: plan, reference: 'b' }),
			matter({ about: meeting, reference: 'd' }),
		];
		expect(references(matters)).toEqual(['d', 'b', 'c']);
	});

	const many = Array.from({ length: 23 }, (_, index) => matter({ reference: `TEST-${100 + index}` }));

	test.each([
		[0, 20],
		[15, 5],
		[20, 0],
		[30, 0],
	])('is twenty of a kind: after %i told already, %i', (told, left) => {
		expect(references(many, countsOf(Array.from({ length: told }, () => 'due_soon' as const)))).toHaveLength(left);
	});
});

describe('the text of a reminder', () => {
	const matters = [
		matter({ kind: 'due_soon', about: meeting, on: day('2024-06-04') }),
		matter({
			kind: 'due_soon',
			about: meeting,
			on: day('2024-06-05'),
			reference: 'TEST-2',
			record: { collection: 'mentees', key: 'abc' },
		}),
		matter({ kind: 'overdue', reference: 'TEST-3', record: { collection: 'mentees', key: 'def' } }),
	];

	test('counts in its subject, and each line opens its record', () => {
		expect(reminderText(matters, NONE, STUDIO, 'en-GB')).toEqual({
			subject: 'Due soon (2), Overdue (1)',
			message: [
				'**Due soon**',
				'',
				'- Initial meeting, 4 June 2024: TEST-1',
				'- [Initial meeting, 5 June 2024: TEST-2](https://example.org/admin/content/mentees/abc)',
				'',
				'**Overdue**',
				'',
				'- [TEST-3](https://example.org/admin/content/mentees/def)',
			].join('\n'),
		});
	});

	test('is Welsh for whoever reads Welsh', () => {
		const { subject, message } = reminderText(matters, NONE, STUDIO, 'cy-GB');
		expect(subject).toBe('I’w wneud yn fuan (2), Hwyr (1)');
		expect(message).toContain('- Cyfarfod cychwynnol, 4 Mehefin 2024: TEST-1');
	});

	test.each([
		['en-GB', 'Overdue (4)', '- and 3 more, next time'],
		['cy-GB', 'Hwyr (4)', '- a 3 arall, y tro nesaf'],
	] as const)('says in %s what is told on the days after', (language, subject, last) => {
		const waiting = countsOf(['overdue', 'overdue', 'overdue']);
		const text = reminderText([matter({ kind: 'overdue' })], waiting, STUDIO, language);
		expect(text.subject).toBe(subject);
		expect(text.message.endsWith(`\n${last}`)).toBe(true);
	});

	test.each(REMINDER_KINDS)('%s has a title in each language', (kind) => {
		const code = codeLists.reminder.find(({ value }) => value === kind)!;
		expect(code.cy).not.toBe(code.en);
		const [welsh, english] = (['cy-GB', 'en-GB'] as const).map(
			(language) => reminderText([matter({ kind })], NONE, STUDIO, language).subject,
		);
		expect(welsh).not.toBe(english);
	});
});

describe('the e-mail about reminders', () => {
	const two = countsOf(['overdue', 'due_soon', 'due_soon']);

	test('in English says how many, where to read them and why no more', () => {
		expect(mailOf(two, 'https://example.org/admin/caseload', 'en-GB')).toEqual({
			sender: 'Peer Mentoring',
			subject: '3 reminders',
			text:
				'- Due soon (2)\n- Overdue (1)\n\nSign in to read them:\nhttps://example.org/admin/caseload\n\n' +
				'Details are never sent by e-mail. You can turn these e-mails off in your profile.\n',
			html: expect.stringContaining('<a href="https://example.org/admin/caseload">Sign in to read them</a>'),
		});
	});

	test('in Welsh too, the sender as well', () => {
		const { sender, subject, text, html } = mailOf(two, 'https://example.org', 'cy-GB');
		expect([sender, subject]).toEqual(['Mentora Cymheiriaid', '3 nodyn atgoffa']);
		expect(text).toBe(
			'- I’w wneud yn fuan (2)\n- Hwyr (1)\n\nMewngofnodwch i’w darllen:\nhttps://example.org\n\n' +
				'Ni roddir manylion mewn e-bost. Gallwch ddiffodd y negeseuon hyn yn eich proffil.\n',
		);
		expect(html).toMatch(/^<div lang="cy"/);
	});

	test('of one kind names it in its subject', () => {
		expect(mailOf(countsOf(['dropout_proposed']), STUDIO, 'en-GB').subject).toBe('Not met for a long time (1)');
	});

	test('writes what could be markup as text', () => {
		expect(mailOf(two, 'https://example.org/?a=1&b="<', 'en-GB').html).toContain(
			'href="https://example.org/?a=1&amp;b=&quot;&lt;"',
		);
	});
});

describe('an e-mail that was not taken', () => {
	test.each([
		['a dead address', { code: 'EENVELOPE', responseCode: 550 }, 'refused'],
		['a full mailbox, or a server that asks to come again', { code: 'EENVELOPE', responseCode: 450 }, 'failed'],
		['a message that is refused', { code: 'EMESSAGE', responseCode: 554 }, 'failed'],
		['a server that is not there', { code: 'ECONNECTION' }, 'server'],
		['a silent server', { code: 'ETIMEDOUT' }, 'server'],
		['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'server'],
		['a server that hangs up', {}, 'server'],
		['something else', { code: 'EPROTOCOL' }, 'failed'],
	])('%s', (_, error, failure) => expect(mailFailure(error)).toBe(failure));

	const HOUR = 3_600_000;
	const friday = Date.parse('2024-06-07T07:00:00Z');
	test.each([
		[0, 0, true],
		[1, 0.9, false],
		[1, 1, true],
		[2, 23, false],
		[2, 24, true],
		[3, 71, false],
		[3, 72, true],
		[4, 1000, false],
	])('after %i tries and %f hours is tried again: %s', (tries, hours, again) => {
		expect(isTriedAgain(tries, friday, friday + hours * HOUR)).toBe(again);
	});

	test('on a Friday is tried a last time when the weekend is over', () => {
		let triedAt = friday;
		for (let tries = 1, now = friday; tries < MOST_TRIES; now += HOUR) {
			if (now - friday > 1000 * HOUR) throw new Error(`It was tried ${tries} times only`);
			if (!isTriedAgain(tries, triedAt, now)) continue;
			tries += 1;
			triedAt = now;
		}
		expect(new Date(triedAt).toISOString()).toBe('2024-06-11T08:00:00.000Z');
	});
});
