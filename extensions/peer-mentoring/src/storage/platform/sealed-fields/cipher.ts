/**
 * Values of a field that the database holds encrypted where `FIELD_KEY` is set: AES-256-GCM with a nonce of each value's
 * own, and before it a blind index (HMAC-SHA-256), by which the whole value can be found and nothing else can be told of it.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { parseNino } from '../../../domain/journey/nino.ts';

/** The fields that are encrypted, wherever a collection has one of this name, and in every record of what was said. */
export const SEALED_FIELDS: ReadonlySet<string> = new Set(['nino']);

export interface Cipher {
	seal(value: string): string;
	/** `undefined` where it was sealed with another key, or is none of ours. */
	open(sealed: string): string | undefined;
	/** What every sealed form of this value begins with. */
	beginningOf(value: string): string;
}

/** Begins what is sealed; no letter of it means anything to JSON or to LIKE. */
export const SEALED = 'sealed.1.';
/** Wherever it stands in a text, such as in the JSON of a revision. */
export const SEALED_ANYWHERE = /sealed\.1\.[0-9a-f]{32}\.[A-Za-z0-9_-]{38,}/g;

const NONCE = 12;
const TAG = 16;

export function cipherOf(fieldKey: string): Cipher {
	const derived = (use: string) => Buffer.from(hkdfSync('sha256', fieldKey, 'peer-mentoring', use, 32));
	const [forValues, forIndex] = [derived('value of a field'), derived('blind index of a field')];
	const indexOf = (value: string) =>
		createHmac('sha256', forIndex)
			.update(parseNino(value) ?? value)
			.digest('hex')
			.slice(0, 32);
	/** Binds a value to its index: neither is taken for that of another. */
	const bound = (index: string) => Buffer.from(`nino ${index}`);
	return {
		beginningOf: (value) => `${SEALED}${indexOf(value)}.`,
		seal(value) {
			const index = indexOf(value);
			const nonce = randomBytes(NONCE);
			const cipher = createCipheriv('aes-256-gcm', forValues, nonce).setAAD(bound(index));
			const content = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
			return `${SEALED}${index}.${content.toString('base64url')}`;
		},
		open(sealed) {
			const [index = '', content = ''] = sealed.slice(SEALED.length).split('.');
			const bytes = Buffer.from(content, 'base64url');
			try {
				const decipher = createDecipheriv('aes-256-gcm', forValues, bytes.subarray(0, NONCE), { authTagLength: TAG });
				decipher.setAAD(bound(index)).setAuthTag(bytes.subarray(-TAG));
				return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
			} catch {
				return undefined;
			}
		},
	};
}
