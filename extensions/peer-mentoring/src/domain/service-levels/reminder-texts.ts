import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import { dayInWords, labelOf, type Language } from '../language/messages.ts';
import { REMINDER_KINDS, type Matter, type ReminderKind } from './reminders.ts';

/** As many lines of one kind as somebody reads in a day. */
const MOST_LINES = 20;
/** What has run out within a week is news, and can often still be mended. */
const NEWS_DAYS = 7;
const OVERDUE: ReadonlySet<ReminderKind> = new Set<ReminderKind>([
	'overdue',
	'contract_overdue',
	'returns_late',
	'tracker_late',
]);

/** What is told whole, or somebody could hide one thing behind many (5.1). */
const TOLD_WHOLE: ReadonlySet<ReminderKind> = new Set<ReminderKind>(['administrator_used', 'administration']);

/** How many matters of each kind. */
export type Counts = ReadonlyMap<ReminderKind, number>;

/** Kinds in the order of the list, each with its number. */
export function countsOf(kinds: readonly ReminderKind[]): Counts {
	const found = Map.groupBy(kinds, (kind) => kind);
	const counts = REMINDER_KINDS.map((kind) => [kind, found.get(kind)?.length ?? 0] as const);
	return new Map(counts.filter(([, count]) => count > 0));
}

/**
 * What somebody is told today of what they have not been told: as many of each kind as one reads, the rest on the days
 * after. Of what is overdue the news come first, then what has waited longest; of all else the earliest day.
 * @param told how many of each kind they have been told today already
 */
export function forToday(matters: readonly Matter[], told: Counts, today: CalendarDay): Matter[] {
	return byKind(matters).flatMap(([kind, own]) =>
		own
			.map((matter) => ({ matter, order: orderOf(matter, today) }))
			.sort((a, b) => (a.order < b.order ? -1 : 1))
			.slice(0, TOLD_WHOLE.has(kind) ? undefined : Math.max(0, MOST_LINES - (told.get(kind) ?? 0)))
			.map(({ matter }) => matter),
	);
}

function orderOf({ kind, on, about, reference }: Matter, today: CalendarDay): string {
	const late = OVERDUE.has(kind) && on !== undefined && on < addDays(today, -NEWS_DAYS);
	return `${late ? 1 : 0} ${on ?? ''} ${about?.['en-GB'] ?? ''} ${reference}`;
}

/**
 * What one person is told: a subject that counts, and a line for each matter that opens its record.
 * @param matters in the order of {@link forToday}
 * @param waiting how many more of each kind they are told of on the days after
 * @param studio the address of the Studio
 */
export function reminderText(
	matters: readonly Matter[],
	waiting: Counts,
	studio: string,
	language: Language,
): { subject: string; message: string } {
	const kinds = byKind(matters);
	return {
		subject: kinds
			.map(([kind, own]) => `${shortTitle(kind, language)} (${own.length + (waiting.get(kind) ?? 0)})`)
			.join(', '),
		message: kinds.map(([kind, own]) => section(kind, own, waiting.get(kind) ?? 0, studio, language)).join('\n\n'),
	};
}

/** The part of a title that names the kind: what follows a colon says what to do. */
function shortTitle(kind: ReminderKind, language: Language): string {
	return labelOf('reminder', kind, language).split(':')[0] as string;
}

function section(
	kind: ReminderKind,
	matters: readonly Matter[],
	waiting: number,
	studio: string,
	language: Language,
): string {
	const lines = matters.map((matter) => `- ${linked(matter, studio, language)}`);
	const more = language === 'cy-GB' ? `- a ${waiting} arall, y tro nesaf` : `- and ${waiting} more, next time`;
	return [`**${labelOf('reminder', kind, language)}**`, '', ...lines, ...(waiting > 0 ? [more] : [])].join('\n');
}

/** The reference ends what the line says, where an erasure finds it. */
function linked({ about, on, reference, record }: Matter, studio: string, language: Language): string {
	const what = [about?.[language], on && dayInWords(on, language)].filter(Boolean).join(', ');
	const line = what ? `${what}: ${reference}` : reference;
	return record ? `[${line}](${studio}/content/${record.collection}/${record.key})` : line;
}

function byKind(matters: readonly Matter[]): [ReminderKind, Matter[]][] {
	const found = Map.groupBy(matters, ({ kind }) => kind);
	return REMINDER_KINDS.flatMap((kind) => {
		const own = found.get(kind);
		return own ? [[kind, own]] : [];
	});
}

/** The e-mail that says that there is a reminder: how many matters of which kind, and where to read them. */
export interface ReminderMail {
	/** As whom it comes. */
	sender: string;
	subject: string;
	text: string;
	html: string;
}

/** @param link where the reader finds what it is about */
export function mailOf(counts: Counts, link: string, language: Language): ReminderMail {
	const welsh = language === 'cy-GB';
	const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const lines = [...counts].map(([kind, count]) => `${shortTitle(kind, language)} (${count})`);
	const subject = lines.length === 1 ? (lines[0] as string) : welsh ? `${total} nodyn atgoffa` : `${total} reminders`;
	const read = welsh ? 'Mewngofnodwch i’w darllen' : 'Sign in to read them';
	const why = welsh
		? 'Ni roddir manylion mewn e-bost. Gallwch ddiffodd y negeseuon hyn yn eich proffil.'
		: 'Details are never sent by e-mail. You can turn these e-mails off in your profile.';
	return {
		sender: welsh ? 'Mentora Cymheiriaid' : 'Peer Mentoring',
		subject,
		text: `${lines.map((line) => `- ${line}`).join('\n')}\n\n${read}:\n${link}\n\n${why}\n`,
		html: [
			`<div lang="${welsh ? 'cy' : 'en'}" style="font: 16px/1.5 Arial, sans-serif">`,
			`<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
			`<p><a href="${escaped(link)}">${read}</a></p>`,
			`<p>${why}</p>`,
			'</div>',
		].join('\n'),
	};
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Nobody answers there, or nobody lets us in: the next address would fare no better. */
const SERVER_CODES = new Set([
	'ECONNECTION',
	'ECONNREFUSED',
	'ETIMEDOUT',
	'ESOCKET',
	'EDNS',
	'ETLS',
	'EAUTH',
	'ENOTFOUND',
]);

/** What became of an e-mail that was handed over. */
export type MailFailure = 'refused' | 'server' | 'failed';

/**
 * What went wrong: this address is taken for good as one that receives nothing (`refused`), the mail server cannot be
 * reached at all (`server`), or it said no for now (`failed`).
 */
export function mailFailure({ code, responseCode }: { code?: unknown; responseCode?: unknown }): MailFailure {
	if (code === 'EENVELOPE' && Number(responseCode) >= 500) return 'refused';
	const silent = code === undefined && responseCode === undefined;
	return silent || SERVER_CODES.has(String(code)) ? 'server' : 'failed';
}

const HOUR = 3_600_000;
/** How long after each try the next one follows: the last one comes after any weekend. */
const WAITS = [HOUR, 24 * HOUR, 72 * HOUR];

/** The tries after which an e-mail is given up. */
export const MOST_TRIES = WAITS.length + 1;

/** Whether an e-mail that has been tried so often, the last time then, is tried again now. */
export function isTriedAgain(tries: number, triedAt: number | null, now: number): boolean {
	if (tries === 0 || triedAt === null) return true;
	const wait = WAITS[tries - 1];
	return wait !== undefined && now - triedAt >= wait;
}
