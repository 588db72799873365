/** What was recorded without a connection: sent once there is one, in the order in which it was recorded. */
import { ref, watch } from 'vue';
import type { Values } from '../server/model.ts';
import { api } from '../server/address.ts';
import { NoConnection, Refused, STORED } from '../server/ask.ts';
import { askSignedIn, offline, vault } from '../server/session.ts';
import { newKey } from './new-key.ts';
import { dropDraft, keepDraft, type Draft } from './drafts.ts';

export interface Waiting extends Draft {
	/** What goes to the server; `values` is what was typed, to be mended. */
	sent: Values;
	recorded_at: number;
	status: 'waiting' | 'refused';
}

/** What the server answers of a step that it has taken. */
export interface Taken {
	said: string;
	records: Record<string, unknown>;
}

const PREFIX = 'outbox:';
const AGAIN_AFTER = 30_000;

export const waiting = ref<Waiting[]>([]);
/** What has been sent since the page was opened, in the server's words. */
export const sent = ref<{ name: string | null; said: string }[]>([]);
let sending: Promise<void> | undefined;

export async function sendStep({
	key,
	step,
	about,
	values,
}: Pick<Draft, 'key' | 'step' | 'about' | 'values'>): Promise<Taken> {
	try {
		return await askSignedIn<Taken>(api(`steps/${step}`), { method: 'POST', body: { key, about, values } });
	} catch (error) {
		if (error instanceof Refused && error.code === STORED) return { said: error.message, records: {} };
		throw error;
	}
}

export async function keepForLater(draft: Draft & Pick<Waiting, 'sent'>): Promise<void> {
	const entry: Waiting = { ...draft, recorded_at: Date.now(), status: 'waiting' };
	await vault.value?.set(PREFIX + entry.key, JSON.parse(JSON.stringify(entry)));
	await readWaiting();
}

export async function readWaiting(): Promise<void> {
	const names = (await vault.value?.names(PREFIX)) ?? [];
	const entries = await Promise.all(names.map((name) => vault.value?.get<Waiting>(name)));
	waiting.value = entries.filter((entry) => entry !== undefined).sort((a, b) => a.recorded_at - b.recorded_at);
}

/** Sends what waits; what is refused stays, and says why. Twice at once would be once too often. */
export function sendWaiting(): Promise<void> {
	sending ??= sendAll().finally(() => (sending = undefined));
	return sending;
}

async function sendAll(): Promise<void> {
	await readWaiting();
	for (const entry of waiting.value.filter(({ status }) => status === 'waiting')) {
		try {
			const { said } = await sendStep({ ...entry, values: entry.sent });
			sent.value = [...sent.value, { name: entry.name, said }];
			await vault.value?.remove(PREFIX + entry.key);
		} catch (error) {
			if (error instanceof NoConnection) break;
			// Signed out, or the server is in trouble of its own: it waits.
			if (!(error instanceof Refused) || error.status === 401 || error.status === 429 || error.status >= 500) break;
			await vault.value?.set(PREFIX + entry.key, { ...entry, status: 'refused', refusals: error.refusals });
		}
	}
	await readWaiting();
}

/** Back into the form, with what the server said beside it. Under a new key: this one may be taken. */
export async function mend(entry: Waiting): Promise<void> {
	const { recorded_at: _when, status: _status, sent: _sent, ...draft } = JSON.parse(JSON.stringify(entry)) as Waiting;
	await keepDraft({ ...draft, key: newKey() });
	await vault.value?.remove(PREFIX + entry.key);
	await readWaiting();
}

/** Only whoever recorded it throws it away. */
export async function throwAway(entry: Waiting): Promise<void> {
	await vault.value?.remove(PREFIX + entry.key);
	await dropDraft(entry.step, entry.about);
	await readWaiting();
}

/** Tries again whenever there may be a connection, for as long as the app is open. */
export function keepSending(): void {
	const send = () => void (vault.value && sendWaiting());
	addEventListener('online', send);
	setInterval(() => waiting.value.some(({ status }) => status === 'waiting') && send(), AGAIN_AFTER);
	watch(vault, (now) => {
		if (now) send();
		else waiting.value = [];
	});
	watch(offline, (isOffline) => !isOffline && send());
}
