import type { Language } from '../../../domain/language/messages.ts';
import { LANGUAGES } from '../../../domain/language/text.ts';
import {
	hasSupplier,
	isKeptRole,
	rolesKeptBy,
	STAFF_STATUSES,
	type Keeper,
	type StaffChange,
	type StaffRole,
	type StaffStatus,
} from '../../../domain/platform/staff.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { BadRequestError } from '../../shared/errors.ts';
import { TEXTS } from './texts.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST_NAME = 50;

export interface AskedInvitation {
	email: string;
	first_name: string;
	last_name: string;
	role: StaffRole;
	language: Language;
	/** The record of a Peer Mentor who has no account yet; one is made where none is given. */
	peer_mentor: string | undefined;
	/** The key of the Supplier that they work for; `null` for the Buyer's people and for Referrers. */
	supplier: string | null;
}

/** Who asks: what they keep, of which Supplier alone, and in which language they are answered. */
export interface Asker {
	role: Keeper;
	/** `undefined` for whoever keeps every Supplier's. */
	supplier: string | undefined;
	language: Language;
}

/** `{"email","first_name","last_name","role","language"?,"peer_mentor"?,"supplier"?}`. */
export function invitationIn(body: unknown, asker: Asker): AskedInvitation {
	const { email, first_name, last_name, role, language = 'en-GB', peer_mentor, supplier } = recordOf(body);
	const refuse = refuser(asker.language);
	const address = typeof email === 'string' ? email.trim().toLowerCase() : '';
	if (!EMAIL.test(address) || address.length > 128) refuse('email');
	const [first, last] = [nameIn(first_name), nameIn(last_name)];
	if (!first || !last) return refuse('name');
	if (!isKeptRole(role, asker.role)) return refuseRole(asker);
	if (!(LANGUAGES as readonly unknown[]).includes(language)) refuse('language');
	const mentor = uuidIn(peer_mentor);
	if (peer_mentor !== undefined && peer_mentor !== null && !mentor) refuse('mentor');
	const theirs = hasSupplier(role) ? (asker.supplier ?? uuidIn(supplier)) : null;
	if (theirs === undefined) return refuse('supplier');
	return {
		...{ email: address, first_name: first, last_name: last, role },
		...{ language: language as Language, peer_mentor: mentor, supplier: theirs },
	};
}

/** `{"role"?,"status"?,"language"?}`, at least one of them. */
export function changeIn(body: unknown, asker: Asker): StaffChange & { language?: Language } {
	const { role, status, language } = recordOf(body);
	const refuse = refuser(asker.language);
	if (role === undefined && status === undefined && language === undefined) refuse('nothing');
	if (role !== undefined && !isKeptRole(role, asker.role)) refuseRole(asker);
	if (status !== undefined && !(STAFF_STATUSES as readonly unknown[]).includes(status)) refuse('status');
	if (language !== undefined && !(LANGUAGES as readonly unknown[]).includes(language)) refuse('language');
	return {
		...(role !== undefined && { role: role as StaffRole }),
		...(status !== undefined && { status: status as StaffStatus }),
		...(language !== undefined && { language: language as Language }),
	};
}

const recordOf = (body: unknown) => (body ?? {}) as Record<string, unknown>;

function nameIn(given: unknown): string | undefined {
	const name = typeof given === 'string' ? given.trim() : '';
	return name.length > 0 && name.length <= LONGEST_NAME ? name : undefined;
}

function refuser(language: Language) {
	return (what: Exclude<keyof (typeof TEXTS)[Language], 'problems' | 'role' | 'not_below'>): never => {
		throw new BadRequestError({ reason: TEXTS[language][what] });
	};
}

function refuseRole({ language, role }: Asker): never {
	throw new BadRequestError({ reason: TEXTS[language].role(rolesKeptBy(role)) });
}
