import type { Problem } from './messages.ts';
import type { PlainRecord } from './record-rules.ts';

/** Seven to fifteen digits, with what people write between and before them, and an extension. */
export function isPhone(text: string): boolean {
	const digits = text.replace(/\s*(?:ext\.?|x)\s*\d{1,6}$/i, '').replace(/[\s().+-]/g, '');
	return /^\d{7,15}$/.test(digits);
}

/** An address that a message can be sent to: one @, something before it and a domain with a dot after it. */
export function isEmail(text: string): boolean {
	const [name = '', domain = '', ...more] = text.split('@');
	const isName = /^[^\s<>()[\]"',;:\\\p{Cc}]+$/u.test(name) && !/^\.|\.\.|\.$/.test(name);
	return isName && more.length === 0 && /^[\p{L}\d][\p{L}\d-]*(\.[\p{L}\d][\p{L}\d-]*)+$/u.test(domain);
}

/** Ways to reach people, in the records that have them (2.6, 2.8). */
const FIELDS: Readonly<Record<string, { phone: readonly string[]; email: readonly string[] }>> = {
	referrals: { phone: ['phone', 'referrer_phone'], email: ['email', 'referrer_email'] },
	mentees: { phone: ['phone'], email: ['email'] },
};

/**
 * Contact details of a form that cannot work (2.6, 2.8): nobody could be told when to come.
 * @param written the fields that are being written: what was imported long ago does not stand in the way of another change
 */
export function contactProblems(collection: string, record: PlainRecord, written: readonly string[]): Problem[] {
	const { phone = [], email = [] } = FIELDS[collection] ?? {};
	const wrong = (fields: readonly string[], isRight: (text: string) => boolean) =>
		fields.filter((field) => written.includes(field) && isText(record[field]) && !isRight(record[field]));
	return [
		...wrong(phone, isPhone).map((field) => ({ field, code: 'phone_format' as const })),
		...wrong(email, isEmail).map((field) => ({ field, code: 'email_format' as const })),
	];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
