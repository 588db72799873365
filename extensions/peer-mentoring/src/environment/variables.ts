import { bytes, choice, file, fileOrCollector, folder, key, wholeNumber, type Reader } from './readers.ts';

export interface Variable<Value> extends Reader<Value> {
	/** What it sets, for README. */
	means: string;
	default: Value;
}

const MEGABYTE = 1024 * 1024;
const HOUR = 'in an hour';

const sizeOf = (what: string): Variable<number> => ({
	...bytes(100 * MEGABYTE),
	means: `the largest ${what} that may be sent, in bytes`,
	default: 10 * MEGABYTE,
});

const countOf = (of: string, means: string, usual: number): Variable<number> => ({
	...wholeNumber({ least: 1, most: 100_000, of }),
	means,
	default: usual,
});

const secondsOf = (means: string, usual: number): Variable<number> => ({
	...wholeNumber({ least: 1, most: 86_400, of: 'seconds' }),
	means: `${means}, in seconds`,
	default: usual,
});

/** Every variable of the platform's own; Directus's are Directus's. README lists them as they stand here. */
export const VARIABLES = {
	DATA_DIR: {
		...folder(),
		means: 'the folder that everything is kept in; set in the environment, not in the file `.env`',
		default: './data',
	},
	SEED: {
		...choice('demo', 'reference', 'none'),
		means: 'what a new database begins with: invented people as well, Annex C and Table A alone, or nothing',
		default: 'demo',
	},
	SECOND_FACTOR: {
		...choice('required', 'offered'),
		means: 'whether everybody but a Referrer must sign in with a second factor; with the demo data it is offered',
		default: 'required',
	},
	BACKUP_KEY: {
		...key(8),
		means: 'what backups are encrypted with, and the register of erasures; without it, backups are not encrypted',
		default: '',
	},
	FIELD_KEY: {
		...key(32),
		means:
			'what National Insurance numbers are encrypted with in the database; without it they are not. Changed with `npm run field-key`',
		default: '',
	},
	FIELD_KEY_BEFORE: {
		...key(32),
		means: 'for `npm run field-key` alone: the key that is to be changed for `FIELD_KEY`',
		default: '',
	},
	ERASURE_REGISTER: {
		...file(),
		means:
			'the register of erasures and withdrawals, best on another disk; `erasures.register` in `DATA_DIR` where not set',
		default: '',
	},
	AUDIT_LOG: {
		...fileOrCollector(),
		means: 'where a copy of the trail goes, a line for each row; best on another machine. Without it there is no copy',
		default: '',
	},
	METRICS_TOKEN: {
		...key(20),
		means: 'the token that opens `/metrics` and the whole of `/server/health`; without it there are no metrics',
		default: '',
	},
	INVOICE_MAX_BYTES: sizeOf('invoice'),
	REGISTER_MAX_BYTES: sizeOf('cost register or IPR log'),
	TEMPLATE_MAX_BYTES: sizeOf('template of a return'),
	REFER_PER_LINK_AND_ADDRESS_AN_HOUR: countOf('referrals', `referrals through one link from one address ${HOUR}`, 10),
	REFER_PER_LINK_A_DAY: countOf('referrals', 'referrals through one link in a day', 60),
	REFER_PER_ACCOUNT_AN_HOUR: countOf('referrals', `referrals of one signed-in Referrer ${HOUR}`, 30),
	REFER_UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: countOf(
		'links',
		`links that never were, tried from one address ${HOUR}`,
		30,
	),
	UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: countOf(
		'links',
		`links of plans and calendars that never were, tried from one address ${HOUR}; links that work go on working`,
		30,
	),
	PASSWORD_LETTERS_PER_ACCOUNT_AN_HOUR: countOf(
		'letters',
		`letters for a forgotten password of one account ${HOUR}`,
		3,
	),
	PASSWORD_LETTERS_PER_ADDRESS_AN_HOUR: countOf(
		'letters',
		`the same asked for from one address, of any account, ${HOUR}`,
		20,
	),
	SIGN_IN_FAILURES_PER_ACCOUNT_AND_ADDRESS: countOf(
		'failures',
		'wrong passwords or codes of one account from one address before each costs a delay',
		5,
	),
	SIGN_IN_FAILURES_PER_ACCOUNT: countOf('failures', `the same of one account, from anywhere, ${HOUR}`, 50),
	SIGN_IN_FAILURES_PER_ADDRESS: countOf('failures', `the same from one address, of any account, ${HOUR}`, 50),
	SIGN_IN_FIRST_DELAY_SECONDS: secondsOf('the first delay, which each further failure doubles', 15),
	SIGN_IN_LONGEST_DELAY_SECONDS: secondsOf('the longest delay', 900),
	SIGN_IN_LONGEST_DELAY_OF_ACCOUNT_SECONDS: secondsOf(
		'the longest delay of an account where it has not signed in before, whoever fails elsewhere',
		60,
	),
} as const satisfies Record<string, Variable<unknown>>;

type Known = typeof VARIABLES;
export type VariableName = keyof Known;
export type Variables = { readonly [Name in VariableName]: NonNullable<ReturnType<Known[Name]['read']>> };

/** Whatever begins like this is meant for the platform. */
export const PREFIXES = ['SEED', 'AUDIT_', 'SECOND_', 'FIELD_', 'REFER_', 'SIGN_IN_', 'PASSWORD_LETTERS_'] as const;
