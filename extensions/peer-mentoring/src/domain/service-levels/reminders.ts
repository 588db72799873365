import type { CalendarDay } from '../calendar/calendar-day.ts';
import { mondayOf } from '../calendar/week.ts';
import type { Holidays } from '../calendar/working-days.ts';
import { codeLists, type CodeOf } from '../language/code-lists.ts';
import type { Language } from '../language/messages.ts';

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
	/** The reference of the contract; the Supplier's name of what belongs to none. */
	contract: string | null;
	/** What it is about, where the kind alone does not say it. */
	about?: Record<Language, string>;
	/** The day by which, or from which. */
	on?: CalendarDay;
	/** What opens when it is followed; the list of its kind where left out. */
	record?: { collection: string; key: string };
	/** Whom it is told to, where its kind does not say. */
	addressees?: readonly Addressee[];
	/** The account of whoever it is about, where they are never told. */
	kept_from?: string | null;
}

export type Addressee =
	'Peer Mentor' | 'Supplier Manager' | 'Supplier MI' | 'Data Protection Officer' | 'Administrator';

const ADDRESSEES: Record<ReminderKind, readonly Addressee[]> = {
	return_not_sent: ['Supplier MI'],
	due_soon: ['Peer Mentor'],
	overdue: ['Peer Mentor', 'Supplier Manager'],
	// Each says itself whom.
	own: [],
	surveys_due: ['Peer Mentor'],
	disengaged: ['Peer Mentor'],
	dropout_proposed: ['Peer Mentor', 'Supplier Manager'],
	consent_missing: ['Peer Mentor'],
	office_visit_missing: ['Peer Mentor', 'Supplier Manager'],
	safeguarding_due: ['Supplier Manager'],
	mentor_incomplete: ['Supplier Manager'],
	welsh_mentor_missing: ['Supplier Manager'],
	fte_gap: ['Supplier Manager'],
	fte_gap_ahead: ['Supplier Manager'],
	plan_opened: ['Supplier Manager', 'Supplier MI'],
	evidence_missing: ['Supplier Manager', 'Supplier MI'],
	contract_due_soon: ['Supplier Manager', 'Supplier MI'],
	contract_overdue: ['Supplier Manager', 'Supplier MI'],
	returns_opened: ['Supplier MI'],
	returns_incomplete: ['Supplier MI'],
	returns_due: ['Supplier MI', 'Supplier Manager'],
	returns_late: ['Supplier MI', 'Supplier Manager'],
	tracker_late: ['Supplier MI', 'Supplier Manager'],
	quarterly_spend: ['Supplier MI'],
	six_monthly_documents: ['Supplier MI'],
	plan_sample: ['Supplier Manager'],
	unusual_reading: ['Data Protection Officer'],
	administrator_used: ['Data Protection Officer'],
	administration: ['Data Protection Officer'],
	nobody_to_tell: ['Administrator'],
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

/**
 * The accounts that a matter is told to. What no Peer Mentor can see to, for there is none yet, or the one who had it
 * has left or is away, is their managers'; what is a Data Protection Officer's, where none can be reached, is of those who
 * administer: nobody can silence it by taking that account away.
 * @param accounts who can be reached: a mentor who has left or is away is not among them
 */
export function toldTo(
	{ kind, addressees = ADDRESSEES[kind], mentor_user, supplier, kept_from }: Matter,
	accounts: readonly Account[],
): Account[] {
	const mentor = addressees.includes('Peer Mentor') && accounts.find(({ id }) => id === mentor_user);
	const hasOfficer = accounts.some(({ role }) => role === OFFICER);
	const managers = addressees.includes('Supplier Manager') || (addressees.includes('Peer Mentor') && !mentor);
	return accounts.filter((account) => {
		if (account.id === kept_from) return false;
		if (account === mentor) return true;
		if (addressees.includes(OFFICER) && hasOfficer) return account.role === OFFICER;
		if (addressees.includes('Administrator') || addressees.includes(OFFICER)) return administers(account);
		if (account.supplier === null || account.supplier !== supplier) return false;
		return (
			(account.role === 'Supplier Manager' && managers) ||
			(account.role === 'Supplier MI' && addressees.includes('Supplier MI'))
		);
	});
}

const OFFICER = 'Data Protection Officer';
const administers = ({ administrator, role }: Account) => administrator || role === 'Platform Administrator';

/** A matter and somebody who is to be told of it. */
export interface Telling {
	account: Account;
	matter: Matter;
}

/** Who is told of what. That nobody is there to be told goes to the Administrators, once a week for each contract. */
export function tellings(matters: readonly Matter[], accounts: readonly Account[], today: CalendarDay): Telling[] {
	const unheard = new Set<string>();
	const found = matters.flatMap((matter) => {
		const told = toldTo(matter, accounts);
		if (told.length === 0 && matter.contract !== null) unheard.add(matter.contract);
		return told.map((account) => ({ account, matter }));
	});
	const untold = [...unheard].map((contract): Matter => ({
		kind: 'nobody_to_tell',
		key: `${contract} ${mondayOf(today)}`,
		mentor_user: null,
		supplier: null,
		reference: contract,
		contract: null,
	}));
	return [...found, ...untold.flatMap((matter) => toldTo(matter, accounts).map((account) => ({ account, matter })))];
}

/** Whether a day is a bank holiday in every nation that somebody works in; never for who works in none. */
export function isAway(nations: readonly Holidays[], today: CalendarDay): boolean {
	return nations.length > 0 && nations.every(({ days }) => days.has(today));
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
