import type { CalendarDay } from '../calendar/calendar-day.ts';
import { codeLists, type CodeOf } from '../language/code-lists.ts';
import { dayInWords, labelOf, type Language } from '../language/messages.ts';

export type ReminderKind = CodeOf<'reminder'>;
export const REMINDER_KINDS = codeLists.reminder.map(({ value }) => value) as readonly ReminderKind[];

/** One thing that somebody is told of. Nothing in it names a person or says anything but a reference about them. */
export interface Matter {
	kind: ReminderKind;
	/** What makes it the same matter: each person is told of it once. */
	key: string;
	/** The account of the Peer Mentor whose it is; `null` where it is nobody's yet, or the contract's. */
	mentor_user: string | null;
	/** `null` for what concerns the platform itself. */
	supplier: string | null;
	/** Of the person's record, or of the contract. */
	reference: string;
	/** What it is about, where the kind alone does not say it. */
	about?: Record<Language, string>;
	/** The day by which, or from which. */
	on?: CalendarDay;
}

type Addressee = 'Peer Mentor' | 'Supplier Manager' | 'Supplier MI' | 'Administrator';

const ADDRESSEES: Record<ReminderKind, readonly Addressee[]> = {
	return_not_sent: ['Supplier MI'],
	due_soon: ['Peer Mentor'],
	overdue: ['Peer Mentor', 'Supplier Manager'],
	surveys_due: ['Peer Mentor'],
	disengaged: ['Peer Mentor'],
	dropout_proposed: ['Peer Mentor', 'Supplier Manager'],
	consent_missing: ['Peer Mentor'],
	office_visit_missing: ['Peer Mentor', 'Supplier Manager'],
	fte_gap: ['Supplier Manager'],
	plan_opened: ['Supplier Manager', 'Supplier MI'],
	contract_due_soon: ['Supplier Manager', 'Supplier MI'],
	contract_overdue: ['Supplier Manager', 'Supplier MI'],
	returns_opened: ['Supplier MI'],
	returns_incomplete: ['Supplier MI'],
	returns_due: ['Supplier MI', 'Supplier Manager'],
	returns_late: ['Supplier MI', 'Supplier Manager'],
	quarterly_spend: ['Supplier MI'],
	six_monthly_documents: ['Supplier MI'],
	plan_sample: ['Supplier Manager'],
	mail_failed: ['Administrator'],
};

/** Whom a reminder can reach. */
export interface Account {
	id: string;
	role: string | null;
	administrator: boolean;
	supplier: string | null;
	language: Language;
	/** Where e-mail goes; `null` for somebody who wants none. */
	email: string | null;
}

/** The accounts that a matter is told to. What has no Peer Mentor yet is their managers' to see to. */
export function toldTo({ kind, mentor_user, supplier }: Matter, accounts: readonly Account[]): Account[] {
	const addressees = ADDRESSEES[kind];
	const managers = addressees.includes('Supplier Manager') || (addressees.includes('Peer Mentor') && !mentor_user);
	return accounts.filter((account) => {
		if (account.id === mentor_user) return addressees.includes('Peer Mentor');
		if (addressees.includes('Administrator')) return account.administrator;
		if (account.supplier === null || account.supplier !== supplier) return false;
		return (
			(account.role === 'Supplier Manager' && managers) ||
			(account.role === 'Supplier MI' && addressees.includes('Supplier MI'))
		);
	});
}

/**
 * The stage of a day that comes nearer: the fewest Working Days in which it falls; `undefined` while it is further off
 * than all of them, or has passed.
 * @param reach the last day of each stage, by its number of Working Days
 */
export function stageOf(
	due: CalendarDay,
	reach: ReadonlyMap<number, CalendarDay>,
	today: CalendarDay,
): number | undefined {
	if (due < today) return undefined;
	const stages = [...reach].filter(([, last]) => due <= last).map(([stage]) => stage);
	return stages.length === 0 ? undefined : Math.min(...stages);
}

/** As many lines of one kind as somebody reads. */
const MOST_LINES = 20;

/** What one person is told: a subject that counts, and a line for each matter, ending in its reference. */
export function reminderText(matters: readonly Matter[], language: Language): { subject: string; message: string } {
	const kinds = byKind(matters);
	return {
		subject: subjectOf(new Map(kinds.map(([kind, { length }]) => [kind, length])), language),
		message: kinds.map(([kind, own]) => section(kind, own, language)).join('\n\n'),
	};
}

/** The e-mail that says that there is a reminder: how many matters of which kind, and where to read them. */
export function mailText(
	counts: ReadonlyMap<ReminderKind, number>,
	link: string,
	language: Language,
): { subject: string; text: string } {
	const subject = subjectOf(counts, language);
	const welsh = language === 'cy-GB';
	const read = welsh ? 'Mewngofnodwch i’w darllen:' : 'Sign in to read them:';
	const why = welsh
		? 'Ni roddir manylion mewn e-bost. Gallwch ddiffodd y negeseuon hyn yn eich proffil.'
		: 'Details are never sent by e-mail. You can turn these e-mails off in your profile.';
	return { subject, text: `${subject}\n\n${read}\n${link}\n\n${why}\n` };
}

function subjectOf(counts: ReadonlyMap<ReminderKind, number>, language: Language): string {
	return [...counts].map(([kind, count]) => `${shortTitle(kind, language)} (${count})`).join(', ');
}

/** The part of a title that names the kind: what follows a colon says what to do. */
function shortTitle(kind: ReminderKind, language: Language): string {
	return labelOf('reminder', kind, language).split(':')[0] as string;
}

function section(kind: ReminderKind, matters: readonly Matter[], language: Language): string {
	const lines = matters
		.map((matter) => lineOf(matter, language))
		.sort((a, b) => (a.order < b.order ? -1 : 1))
		.map(({ line }) => line);
	const left = lines.length - MOST_LINES;
	const more = language === 'cy-GB' ? `- a ${left} arall` : `- and ${left} more`;
	const shown = left > 0 ? [...lines.slice(0, MOST_LINES), more] : lines;
	return [`**${labelOf('reminder', kind, language)}**`, '', ...shown].join('\n');
}

/** The reference ends the line, where an erasure finds it. */
function lineOf({ about, on, reference }: Matter, language: Language): { line: string; order: string } {
	const what = [about?.[language], on && dayInWords(on, language)].filter(Boolean).join(', ');
	return { line: what ? `- ${what}: ${reference}` : `- ${reference}`, order: `${on ?? ''} ${what} ${reference}` };
}

function byKind(matters: readonly Matter[]): [ReminderKind, Matter[]][] {
	const found = Map.groupBy(matters, ({ kind }) => kind);
	return REMINDER_KINDS.flatMap((kind) => {
		const own = found.get(kind);
		return own ? [[kind, own]] : [];
	});
}
