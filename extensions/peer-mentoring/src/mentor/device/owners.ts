/** Who has something on this device, and when each of them used it last; nothing else stands outside the vault. */
import { destroyVault } from './vault.ts';

const OWNERS = 'mentor.owners';
/** Who signed in last, and has not signed out. */
const NOW = 'mentor.owner';
const DAY = 24 * 60 * 60_000;
/** As long as the server keeps a session in which nothing is done (5.1): after it, the server is asked first. */
const TRUSTED = 30 * 60_000;

type Owners = Record<string, number>;

function read(): Owners {
	try {
		return JSON.parse(localStorage.getItem(OWNERS) ?? '{}') as Owners;
	} catch {
		return {};
	}
}

const write = (owners: Owners) => localStorage.setItem(OWNERS, JSON.stringify(owners));

/** Takes away what belongs to anybody who has not used the app for a day. */
export async function forgetUnused(now = Date.now()): Promise<void> {
	for (const [owner, used] of Object.entries(read())) if (now - used > DAY) await forget(owner);
}

export async function forget(owner: string): Promise<void> {
	const { [owner]: _gone, ...others } = read();
	write(others);
	if (localStorage.getItem(NOW) === owner) localStorage.removeItem(NOW);
	await destroyVault(owner);
}

export function noteUse(owner: string): void {
	write({ ...read(), [owner]: Date.now() });
	localStorage.setItem(NOW, owner);
}

/** Whoever is signed in on this device, as far as it knows by itself. */
export function ownerNow(): string | undefined {
	return localStorage.getItem(NOW) ?? undefined;
}

/** The server says that they are not signed in: what is theirs waits for them, unseen. */
export function lock(): void {
	localStorage.removeItem(NOW);
}

/** Whether what is on the device may be shown before the server has answered. */
export function isTrusted(owner: string): boolean {
	return Date.now() - (read()[owner] ?? 0) < TRUSTED;
}

/** Tells when somebody else is the owner, as another window of the same browser has it. */
export function onOtherOwner(tell: (owner: string | undefined) => void): void {
	addEventListener('storage', ({ key, newValue }) => key === NOW && tell(newValue ?? undefined));
}
