import type { Language } from '../../../domain/language/messages.ts';
import { LANGUAGES } from '../../../domain/language/text.ts';
import {
	isStaffRole,
	STAFF_STATUSES,
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
}

/** `{"email","first_name","last_name","role","language"?,"peer_mentor"?}`. @param asks the language of whoever asks */
export function invitationIn(body: unknown, asks: Language): AskedInvitation {
	const { email, first_name, last_name, role, language = 'en-GB', peer_mentor } = recordOf(body);
	const refuse = refuser(asks);
	const address = typeof email === 'string' ? email.trim().toLowerCase() : '';
	if (!EMAIL.test(address) || address.length > 128) refuse('email');
	const [first, last] = [nameIn(first_name), nameIn(last_name)];
	if (!first || !last) return refuse('name');
	if (!isStaffRole(role)) return refuse('role');
	if (!(LANGUAGES as readonly unknown[]).includes(language)) refuse('language');
	const mentor = uuidIn(peer_mentor);
	if (peer_mentor !== undefined && peer_mentor !== null && !mentor) refuse('mentor');
	return {
		...{ email: address, first_name: first, last_name: last, role },
		...{ language: language as Language, peer_mentor: mentor },
	};
}

/** `{"role"?,"status"?,"language"?}`, at least one of them. */
export function changeIn(body: unknown, asks: Language): StaffChange & { language?: Language } {
	const { role, status, language } = recordOf(body);
	const refuse = refuser(asks);
	if (role === undefined && status === undefined && language === undefined) refuse('nothing');
	if (role !== undefined && !isStaffRole(role)) refuse('role');
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
	return (what: Exclude<keyof (typeof TEXTS)[Language], 'problems'>): never => {
		throw new BadRequestError({ reason: TEXTS[language][what] });
	};
}
