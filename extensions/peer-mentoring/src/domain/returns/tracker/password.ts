import type { Language } from '../../language/messages.ts';
import { PASSWORD_WEAKNESSES, weaknessOf, type PasswordWeakness } from '../../language/password.ts';

export type PasswordFault = Exclude<PasswordWeakness, 'known_word'> | 'missing' | 'reference' | 'different';

/**
 * Why a password does not protect a tracker well enough, or `undefined` where it does (3.4).
 * @param again the password typed a second time, where somebody typed it
 */
export function passwordFault(
	{ password, again }: { password: unknown; again?: unknown },
	contract: string,
): PasswordFault | undefined {
	if (typeof password !== 'string' || password.trim() === '') return 'missing';
	const weakness = weaknessOf(password, [contract]);
	if (weakness) return weakness === 'known_word' ? 'reference' : weakness;
	return again !== undefined && again !== password ? 'different' : undefined;
}

const { known_word: _, ...weaknesses } = PASSWORD_WEAKNESSES;

/** What whoever chooses the password is told. */
export const PASSWORD_FAULTS: Record<PasswordFault, Record<Language, string>> = {
	...weaknesses,
	missing: {
		'en-GB': 'Choose a password for the workbook: at least 12 characters, such as four words.',
		'cy-GB': 'Dewiswch gyfrinair ar gyfer y llyfr gwaith: o leiaf 12 nod, er enghraifft pedwar gair.',
	},
	reference: {
		'en-GB': 'The password has the reference of the contract in it. Whoever sees the file knows that: choose another.',
		'cy-GB':
			'Mae cyfeirnod y contract yn y cyfrinair. Mae pwy bynnag sy’n gweld y ffeil yn gwybod hwnnw: dewiswch un arall.',
	},
	different: {
		'en-GB': 'The two passwords are not the same. Type the same one twice.',
		'cy-GB': 'Nid yw’r ddau gyfrinair yr un peth. Teipiwch yr un un ddwywaith.',
	},
};
