import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits that an authenticator app shows now for a secret (RFC 6238). */
export function totp(secret: string, at = Date.now()): string {
	const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
	const digest = createHmac('sha1', key).update(counter).digest();
	const code = digest.readUInt32BE(digest[digest.length - 1]! & 15) & 0x7fffffff;
	return String(code % 1_000_000).padStart(6, '0');
}

/** Long enough for a busy machine to type a code and send it. */
const TO_TYPE = 15_000;
const STEP = 30_000;

/** The code that was last sent for a secret: none works twice. */
const sent = new Map<string, string>();

/** As {@link totp}, once; the platform has to be asked with it at once. */
export function totpToSend(secret: string): string {
	const code = totp(secret);
	sent.set(secret, code);
	return code;
}

/** As {@link totp}, when there is time enough left to type it, and another than the one before. */
export async function totpToType(secret: string): Promise<string> {
	const left = () => STEP - (Date.now() % STEP);
	if (left() < TO_TYPE || totp(secret) === sent.get(secret)) await wait(left() + 100);
	return totpToSend(secret);
}
