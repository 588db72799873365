/** Who is signed in, what the server lets them do, and what of theirs is on this device. */
import { ref, shallowRef } from 'vue';
import { forget, forgetUnused, isTrusted, lock, noteUse, onOtherOwner, ownerNow } from '../device/owners.ts';
import { openVault, type Vault } from '../device/vault.ts';
import { language, speak } from '../language.ts';
import { api, platform } from './address.ts';
import { answerTo, ask, NoConnection, refusalIn, Refused } from './ask.ts';
import type { Model } from './model.ts';

/** `barred` is who may sign in and has nothing to do here: what the server says of it stands in {@link barred}. */
export const state = ref<'starting' | 'out' | 'in' | 'barred' | 'unreachable'>('starting');
export const barred = shallowRef<Refused>();
export const model = shallowRef<Model>();
export const vault = shallowRef<Vault>();
/** Whether the session has ended by itself, and what was being done waits. */
export const ended = ref(false);
/** Whether the server could not be reached when it was asked last. */
export const offline = ref(false);
let owner: string | undefined;

const modelName = () => `model:${language.value}`;

/** What is on the device is shown at once where it was used a moment ago; otherwise the server is asked first. */
export async function start(): Promise<void> {
	// In another window somebody else has signed in, or this one out: the cookie is theirs, and so must the page be.
	onOtherOwner((whose) => whose !== owner && location.reload());
	await forgetUnused();
	const known = ownerNow();
	if (known && isTrusted(known) && (await openKept(known))) {
		state.value = 'in';
		void learn();
		return;
	}
	// Nobody is known here, most likely: whoever has signed in elsewhere is let in a moment later.
	if (!known) state.value = 'out';
	await learn();
	if (!known) await follow();
}

let questions = 0;

/** Asks the server who is signed in, and for the model; opens what is on the device where nobody answers. */
export async function learn(): Promise<void> {
	const asked = ++questions;
	try {
		await fetchModel();
		state.value = 'in';
		ended.value = false;
		barred.value = undefined;
	} catch (error) {
		// Who has signed in meanwhile is not signed out by an answer from before.
		if (asked !== questions) return;
		if (error instanceof NoConnection) await goOn();
		else if (error instanceof Refused && error.status === 401) signedOut();
		else if (error instanceof Refused) {
			barred.value = error;
			state.value = 'barred';
		} else throw error;
	}
}

async function goOn(): Promise<void> {
	offline.value = true;
	const known = ownerNow();
	if (state.value === 'in') return;
	state.value = known && (await openKept(known)) ? 'in' : 'unreachable';
}

async function openKept(known: string): Promise<boolean> {
	await open(known);
	model.value = await vault.value?.get<Model>(modelName());
	return model.value !== undefined;
}

async function open(whose: string): Promise<void> {
	if (owner === whose && vault.value) return;
	vault.value?.close();
	vault.value = await openVault(whose);
	owner = whose;
}

async function fetchModel(): Promise<void> {
	const known = model.value?.language === language.value ? model.value.hash : undefined;
	const response = await ask(api('model', { language: language.value }), {
		headers: known ? { 'If-None-Match': `"${known}"` } : {},
	});
	if (!response.ok && response.status !== 304) throw await refusalIn(response);
	offline.value = false;
	if (response.status === 304) return noteUse(model.value?.me.id ?? '');
	const { data } = (await response.json()) as { data: Model };
	await open(data.me.id);
	noteUse(data.me.id);
	model.value = data;
	await vault.value?.set(modelName(), data);
}

/** The session is over: what is on the device waits until the same person signs in again. */
export function signedOut(): void {
	ended.value = state.value === 'in';
	lock();
	vault.value?.close();
	vault.value = undefined;
	owner = undefined;
	model.value = undefined;
	state.value = 'out';
}

export interface Credentials {
	email: string;
	password: string;
	otp?: string;
}

/** @param chosen whether the language was chosen just now: the account then follows it, otherwise it is the account's */
export async function signIn(credentials: Credentials, chosen: boolean): Promise<void> {
	await answerTo(platform('auth/login'), { method: 'POST', body: { ...credentials, mode: 'session' } });
	await learn();
	if (chosen && model.value) await tellAccount();
	else await follow();
}

/** Goes on in the language of the account; an account that has none has this one from now on. */
async function follow(): Promise<void> {
	if (!model.value) return;
	const account = model.value.me.language;
	if (account === null) await tellAccount();
	else if (account !== language.value) await changeLanguage(account, false);
}

export async function changeLanguage(to: typeof language.value, tell = true): Promise<void> {
	speak(to);
	if (state.value !== 'in') return;
	const before = model.value;
	model.value = (await vault.value?.get<Model>(modelName())) ?? before;
	if (tell) await tellAccount();
	await learn();
}

/** What the server refuses is said in the language of the account. */
async function tellAccount(): Promise<void> {
	await answerTo(platform('users/me'), { method: 'PATCH', body: { language: language.value } }).catch(() => undefined);
}

/** Signs out and takes away everything that is on the device. */
export async function signOut(): Promise<void> {
	const leaving = owner;
	vault.value?.close();
	vault.value = undefined;
	owner = undefined;
	model.value = undefined;
	ended.value = false;
	state.value = 'out';
	if (leaving) await forget(leaving);
	await ask(platform('auth/logout'), { method: 'POST', body: { mode: 'session' } }).catch(() => undefined);
}

/** As {@link answerTo} for whoever is signed in: notes whether there is a connection, and when the session ends. */
export async function askSignedIn<Answer>(...question: Parameters<typeof answerTo>): Promise<Answer> {
	try {
		const answer = await answerTo<Answer>(...question);
		offline.value = false;
		if (owner) noteUse(owner);
		return answer;
	} catch (error) {
		offline.value = error instanceof NoConnection;
		if (error instanceof Refused && error.status === 401) signedOut();
		throw error;
	}
}
