import type { CodeOf } from '../language/code-lists.ts';
import { isBlank } from '../journey/record-rule.ts';
import type { Problem } from '../journey/messages.ts';

/** Whom a complaint is about, as far as it says. */
export interface Complaint {
	/** Left out of those of before it was asked: about the Peer Mentor who is named. */
	about: CodeOf<'complaint_subject'> | null;
	complained_of: string | null;
	manager_email: string | null;
}

/**
 * Whose account a complaint is kept from: that of the Peer Mentor, or of the manager, whom it is about (D2.1). One about a
 * manager whose account is not known is kept from every manager, until the Administrator says whose it is.
 */
export function complainedOfUser(
	{ about }: Pick<Complaint, 'about'>,
	{ mentor, manager }: { mentor: string | null; manager: string | null },
): string | null {
	if (about === 'manager') return manager;
	return about === 'service' ? null : mentor;
}

/**
 * Whether a complaint says whom it is about, and nobody else (D2.1): who may read and handle it follows from that.
 * @param isManager whether the e-mail address is that of a manager of the Supplier
 */
export function complaintProblems({ about, complained_of, manager_email }: Complaint, isManager: boolean): Problem[] {
	if (about === 'manager') {
		if (!isBlank(complained_of)) return [{ field: 'complained_of', code: 'complaint_of_one' }];
		return isBlank(manager_email) || isManager ? [] : [{ field: 'manager_email', code: 'manager_unknown' }];
	}
	if (!isBlank(manager_email)) return [{ field: 'manager_email', code: 'complaint_of_one' }];
	return about === 'service' && !isBlank(complained_of) ? [{ field: 'complained_of', code: 'complaint_of_one' }] : [];
}
