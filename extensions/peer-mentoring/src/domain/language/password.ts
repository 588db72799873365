/** When a password can be guessed; whoever chooses one, for a file or an account, is told why in their language. */
import type { Language } from './messages.ts';

export type PasswordWeakness = 'too_short' | 'too_long' | 'known_word' | 'repeated' | 'sequence' | 'common';

const SHORTEST_PASSWORD = 12;
/** What Excel takes. */
const LONGEST_PASSWORD = 255;
const LEAST_CHARACTERS = 5;
/** A shorter word is found in many a good password by chance: it counts where it stands by itself. */
const SHORTEST_WITHIN = 4;

/** Words that everybody tries first, alone or with digits and signs around them. */
const COMMON = [
	'administrator',
	'arsenal',
	'autumn',
	'baseball',
	'caseload',
	'changeme',
	'chelsea',
	'cymru',
	'dragon',
	'everton',
	'football',
	'iloveyou',
	'jobcentre',
	'jobcentreplus',
	'letmein',
	'liverpool',
	'manchester',
	'mentee',
	'menteetracker',
	'mentor',
	'mentoring',
	'monkey',
	'password',
	'peermentor',
	'peermentoring',
	'princess',
	'qwerty',
	'rangers',
	'secret',
	'spring',
	'summer',
	'sunshine',
	'superman',
	'supplier',
	'tottenham',
	'tracker',
	'wales',
	'welcome',
	'winter',
];

/** What people write instead of a letter: `@dm1n1str@t0r`. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
	a: '@4',
	b: '8',
	e: '3',
	g: '9',
	i: '1!|',
	l: '1|',
	o: '0',
	s: '5$',
	t: '7+',
};

const BETWEEN = '[\\W_]*?';
const AROUND = '[\\W\\d_]*';

/** A word however it is written: with substitutes for its letters, and signs between them. */
function however(word: string): string {
	return [...word].map((sign) => `[${sign}${SUBSTITUTES[sign] ?? ''}]`).join(BETWEEN);
}

const COMMON_ALONE = new RegExp(`^(?:${AROUND}(?:${COMMON.map(however).join('|')}))+${AROUND}$`);

/** Letters of the alphabet, digits and keys that stand side by side, either way. */
const NEIGHBOURS = new Set(
	['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
		[...row].slice(1).flatMap((key, index) => [`${row[index]}${key}`, `${key}${row[index]}`]),
	),
);

/**
 * Why a password can be guessed, or `undefined` where it cannot.
 * @param known words that whoever guesses knows of its owner: names, addresses, the contract
 * @example weaknessOf('@dm1n1str@t0r') // 'common'
 */
export function weaknessOf(password: string, known: readonly string[] = []): PasswordWeakness | undefined {
	const characters = [...password];
	if (characters.length < SHORTEST_PASSWORD) return 'too_short';
	if (password.length > LONGEST_PASSWORD) return 'too_long';
	const text = inBareLetters(password);
	if (known.some((word) => hasWord(text, word))) return 'known_word';
	if (new Set(characters).size < LEAST_CHARACTERS || isRepetition(password)) return 'repeated';
	if (isSequence(text.replace(/[^\p{L}\p{N}]/gu, ''))) return 'sequence';
	const isCommon = COMMON.includes(text.replace(/[^a-z]/g, '')) || COMMON_ALONE.test(text);
	return isCommon ? 'common' : undefined;
}

/** In lower case and without accents, so that `Siân` is `sian`. */
function inBareLetters(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function hasWord(text: string, known: string): boolean {
	const word = inBareLetters(known).replace(/[^a-z0-9]/g, '');
	if (word.length < 2) return false;
	const found = however(word);
	return new RegExp(word.length < SHORTEST_WITHIN ? `(?<![a-z0-9])${found}(?![a-z0-9])` : found).test(text);
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
export const PASSWORD_WEAKNESSES: Record<PasswordWeakness, Record<Language, string>> = {
	too_short: {
		'en-GB': 'The password is too short. Use at least 12 characters, such as four words.',
		'cy-GB': 'Mae’r cyfrinair yn rhy fyr. Defnyddiwch o leiaf 12 nod, er enghraifft pedwar gair.',
	},
	too_long: {
		'en-GB': 'The password is too long. Use at most 255 characters.',
		'cy-GB': 'Mae’r cyfrinair yn rhy hir. Defnyddiwch 255 nod ar y mwyaf.',
	},
	known_word: {
		'en-GB':
			'The password has a name, an e-mail address or the contract in it, which others know. Choose one without, such as four words.',
		'cy-GB':
			'Mae enw, cyfeiriad e-bost neu’r contract yn y cyfrinair, ac mae eraill yn gwybod y rheini. Dewiswch un hebddynt, er enghraifft pedwar gair.',
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
};
