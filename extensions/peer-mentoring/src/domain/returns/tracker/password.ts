import type { Language } from '../../language/messages.ts';

export type PasswordFault =
	'missing' | 'too_short' | 'too_long' | 'reference' | 'repeated' | 'sequence' | 'common' | 'different';

const SHORTEST_PASSWORD = 12;
/** What Excel takes. */
const LONGEST_PASSWORD = 255;
const LEAST_CHARACTERS = 5;

/** Words that everybody tries first, alone or with digits and signs around them. */
const COMMON = [
	'administrator',
	'caseload',
	'changeme',
	'jobcentre',
	'jobcentreplus',
	'letmein',
	'mentee',
	'menteetracker',
	'mentor',
	'mentoring',
	'password',
	'peermentor',
	'peermentoring',
	'secret',
	'supplier',
	'tracker',
	'welcome',
];

/** Letters of the alphabet, digits and keys that stand side by side, either way. */
const NEIGHBOURS = new Set(
	['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
		[...row].slice(1).flatMap((key, index) => [`${row[index]}${key}`, `${key}${row[index]}`]),
	),
);

/**
 * Why a password does not protect a tracker well enough, or `undefined` where it does (3.4).
 * @param again the password typed a second time, where somebody typed it
 */
export function passwordFault(
	{ password, again }: { password: unknown; again?: unknown },
	contract: string,
): PasswordFault | undefined {
	if (typeof password !== 'string' || password.trim() === '') return 'missing';
	const characters = [...password];
	if (characters.length < SHORTEST_PASSWORD) return 'too_short';
	if (password.length > LONGEST_PASSWORD) return 'too_long';
	const plain = inPlainLetters(password);
	const reference = inPlainLetters(contract);
	if (reference !== '' && plain.includes(reference)) return 'reference';
	if (new Set(characters).size < LEAST_CHARACTERS || isRepetition(password)) return 'repeated';
	if (isSequence(plain)) return 'sequence';
	if (COMMON.includes(inPlainLetters(plain.replace(/\d/g, ''))) || COMMON.includes(withoutSubstitutes(password))) {
		return 'common';
	}
	return again !== undefined && again !== password ? 'different' : undefined;
}

function inPlainLetters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** `P@ssw0rd2024!` is `password`. */
function withoutSubstitutes(text: string): string {
	const letters: Record<string, string> = { '@': 'a', '0': 'o', '1': 'i', '3': 'e', '5': 's', $: 's' };
	const word = text.toLowerCase().replace(/^[\W\d]+|[\W\d]+$/g, '');
	return word.replace(/[@0135$]/g, (sign) => letters[sign] ?? sign).replace(/[^a-z]/g, '');
}

/** `letmeinletmein`, `abc123abc123`: the same again and again. */
function isRepetition(text: string): boolean {
	return /^(.+)\1+$/su.test(text);
}

/** Whether most keys are neighbours of the one before: `qwertyuiop12`, `abcdefghijkl`. */
function isSequence(plain: string): boolean {
	const steps = [...plain].slice(1).filter((key, index) => NEIGHBOURS.has(`${plain[index]}${key}`));
	return steps.length * 2 > plain.length;
}

/** What whoever chooses the password is told. */
export const PASSWORD_FAULTS: Record<PasswordFault, Record<Language, string>> = {
	missing: {
		'en-GB': 'Choose a password for the workbook: at least 12 characters, such as four words.',
		'cy-GB': 'Dewiswch gyfrinair ar gyfer y llyfr gwaith: o leiaf 12 nod, er enghraifft pedwar gair.',
	},
	too_short: {
		'en-GB': 'The password is too short. Use at least 12 characters, such as four words.',
		'cy-GB': 'Mae’r cyfrinair yn rhy fyr. Defnyddiwch o leiaf 12 nod, er enghraifft pedwar gair.',
	},
	too_long: {
		'en-GB': 'The password is too long. Use at most 255 characters: Excel takes no more.',
		'cy-GB': 'Mae’r cyfrinair yn rhy hir. Defnyddiwch 255 nod ar y mwyaf: nid yw Excel yn derbyn mwy.',
	},
	reference: {
		'en-GB': 'The password has the reference of the contract in it. Whoever sees the file knows that: choose another.',
		'cy-GB':
			'Mae cyfeirnod y contract yn y cyfrinair. Mae pwy bynnag sy’n gweld y ffeil yn gwybod hwnnw: dewiswch un arall.',
	},
	repeated: {
		'en-GB': 'The password repeats the same few characters. Use different ones, such as four words.',
		'cy-GB': 'Mae’r cyfrinair yn ailadrodd yr un ychydig nodau. Defnyddiwch rai gwahanol, er enghraifft pedwar gair.',
	},
	sequence: {
		'en-GB': 'The password is a row of the keyboard, of the alphabet or of digits. Choose one that nobody can guess.',
		'cy-GB': 'Rhes o’r bysellfwrdd, o’r wyddor neu o rifau yw’r cyfrinair. Dewiswch un na all neb ei ddyfalu.',
	},
	common: {
		'en-GB': 'The password is one that everybody tries first. Choose one that nobody can guess, such as four words.',
		'cy-GB':
			'Mae’r cyfrinair yn un y mae pawb yn rhoi cynnig arno gyntaf. Dewiswch un na all neb ei ddyfalu, er enghraifft pedwar gair.',
	},
	different: {
		'en-GB': 'The two passwords are not the same. Type the same one twice.',
		'cy-GB': 'Nid yw’r ddau gyfrinair yr un peth. Teipiwch yr un un ddwywaith.',
	},
};
