/**
 * The register of erasures and withdrawals (2.25): a file outside the database, to which lines are only added, so that a
 * backup that is restored does not bring back who has been erased since it was taken. It holds keys and days, and nobody's
 * name; each line is sealed by itself, so that any process may add one.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync } from 'node:fs';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { ERASURES } from '../../domain/privacy/personal-data.ts';
import { dayOf } from '../database/day-columns.ts';

export interface Registered {
	what: 'erasure' | 'withdrawal';
	/** Of the erasure's record, or of the decision to withdraw. */
	key: string;
	referral: string;
	on: CalendarDay;
}

/** A secret, and the name of the variable that it is set by. */
export interface NamedKey {
	name: string;
	key: string;
}

export interface RegisterRead {
	entries: Registered[];
	/** Lines that none of the keys opens, and the names of those that would. */
	locked: number;
	lockedBy: string[];
}

const ALGORITHM = 'aes-256-gcm';
const TAG = 16;

export class Register {
	private readonly path: string;
	private readonly keys: readonly NamedKey[];
	private readonly derived = new Map<string, Buffer>();
	private readonly salt = randomBytes(12).toString('base64url');
	private known = new Set<string>();
	private seenBytes = -1;

	/** @param keys what lines may be sealed with; the first seals */
	constructor(path: string, keys: readonly NamedKey[]) {
		this.path = path;
		this.keys = keys;
	}

	/** Adds what the register does not have yet, and has it on the disk before it returns. */
	add(entries: readonly Registered[]): void {
		if (this.bytes() !== this.seenBytes) this.known = new Set(this.read().entries.map(({ key }) => key));
		const missing = entries.filter(({ key }) => !this.known.has(key));
		if (missing.length > 0) {
			// After a line that a power cut has left without its end, a new one begins.
			const lines = missing.map((entry) => `${this.seal(entry)}\n`).join('');
			const file = openSync(this.path, 'a', 0o600);
			try {
				appendFileSync(file, this.endsWithinLine() ? `\n${lines}` : lines);
				fsyncSync(file);
			} finally {
				closeSync(file);
			}
			for (const { key } of missing) this.known.add(key);
		}
		this.seenBytes = this.bytes();
	}

	read(): RegisterRead {
		const entries = new Map<string, Registered>();
		const lockedBy = new Set<string>();
		let locked = 0;
		const lines = existsSync(this.path) ? readFileSync(this.path, 'utf8').split('\n') : [];
		for (const line of lines) {
			const [name, salt, nonce, sealed] = line.split(' ');
			if (!name || !salt || !nonce || !sealed) continue;
			const entry = this.open(name, salt, nonce, sealed);
			if (entry) entries.set(entry.key, entry);
			else {
				locked++;
				lockedBy.add(name);
			}
		}
		return { entries: [...entries.values()], locked, lockedBy: [...lockedBy] };
	}

	private bytes(): number {
		return existsSync(this.path) ? statSync(this.path).size : 0;
	}

	private endsWithinLine(): boolean {
		return this.bytes() > 0 && readFileSync(this.path).at(-1) !== 0x0a;
	}

	private seal(entry: Registered): string {
		const { name, key } = this.keys[0] as NamedKey;
		const nonce = randomBytes(12);
		const cipher = createCipheriv(ALGORITHM, this.keyOf(name, key, this.salt), nonce).setAAD(Buffer.from(name));
		const sealed = Buffer.concat([cipher.update(JSON.stringify(entry)), cipher.final(), cipher.getAuthTag()]);
		return [name, this.salt, nonce.toString('base64url'), sealed.toString('base64url')].join(' ');
	}

	private open(name: string, salt: string, nonce: string, text: string): Registered | undefined {
		const key = this.keys.find((each) => each.name === name)?.key;
		if (key === undefined) return undefined;
		const sealed = Buffer.from(text, 'base64url');
		try {
			const opener = createDecipheriv(ALGORITHM, this.keyOf(name, key, salt), Buffer.from(nonce, 'base64url'));
			opener.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(sealed.length - TAG));
			const content = Buffer.concat([opener.update(sealed.subarray(0, sealed.length - TAG)), opener.final()]);
			return JSON.parse(content.toString('utf8')) as Registered;
		} catch {
			return undefined;
		}
	}

	/** A process makes one key, and one for each that others have sealed with. */
	private keyOf(name: string, key: string, salt: string): Buffer {
		const place = `${name} ${salt}`;
		const made = this.derived.get(place) ?? scryptSync(key, salt, 32);
		this.derived.set(place, made);
		return made;
	}
}

/**
 * Every erasure and every withdrawal that the database knows: whatever way they came in, and whichever instance took them,
 * each instance's register has them all.
 */
export async function toRegister(knex: Knex): Promise<Registered[]> {
	const erasures = await knex(ERASURES).select('id', 'referral', 'erased_on', 'requested_on');
	const erased = knex(ERASURES).select('referral');
	const withdrawn = await knex('consents')
		.where({ decision: 'withdrawn' })
		.whereNotIn('referral', erased)
		.select('id', 'referral', 'decided_on');
	return [
		...erasures.map(({ id, referral, erased_on, requested_on }) => ({
			what: 'erasure' as const,
			key: id as string,
			referral: referral as string,
			on: dayOf(erased_on ?? requested_on) as CalendarDay,
		})),
		...withdrawn.map(({ id, referral, decided_on }) => ({
			what: 'withdrawal' as const,
			key: id as string,
			referral: referral as string,
			on: dayOf(decided_on) as CalendarDay,
		})),
	];
}
