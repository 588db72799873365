import { randomInt } from 'node:crypto';

/** No letter or digit that is easily taken for another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** A reference that says nothing about anybody and is short enough to read out: `R-7K3F9Q`. */
export function shortReference(prefix: string): string {
	return `${prefix}-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}
