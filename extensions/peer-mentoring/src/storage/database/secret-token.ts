import { createHash, randomBytes } from 'node:crypto';

/** 160 random bits, in letters that survive being copied, mailed and read out. */
const BYTES = 20;
const TOKEN = /^[0-9a-f]{40}$/i;

/** What stands in a secret address. It is told once and stored nowhere: only its hash is. */
export function newToken(): string {
	return randomBytes(BYTES).toString('hex');
}

export function isToken(text: unknown): text is string {
	return typeof text === 'string' && TOKEN.test(text);
}

export function hashOfToken(token: string): string {
	return createHash('sha256').update(token.toLowerCase()).digest('hex');
}
