import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { language } from '../language.ts';
import { api } from './address.ts';
import { NoConnection } from './ask.ts';
import { askSignedIn, offline, vault } from './session.ts';

export interface KeptAnswer<Answer> {
	answer: ShallowRef<Answer | undefined>;
	/** Why there is no answer. */
	problem: Ref<unknown>;
	/** Whether what is shown was loaded earlier, and could not be asked for again. */
	isOld: Ref<boolean>;
	load(): Promise<void>;
}

/** Under what an answer is on the device. */
export const keptName = (path: string) => `answer:${path}:${language.value}`;

/** What the server answers, and until then, or without a connection, what it answered last. */
export function useKeptAnswer<Answer>(path: () => string): KeptAnswer<Answer> {
	const answer = shallowRef<Answer>();
	const problem = ref<unknown>();
	const isOld = ref(false);
	let latest = 0;

	async function load(): Promise<void> {
		const asked = ++latest;
		const name = keptName(path());
		const safe = vault.value;
		void safe?.get<Answer>(name).then((before) => {
			if (asked === latest && before !== undefined) answer.value ??= before;
		});
		try {
			const found = await askSignedIn<Answer>(api(path(), { language: language.value }));
			if (asked !== latest) return;
			answer.value = found;
			problem.value = undefined;
			isOld.value = false;
			await safe?.set(name, found);
		} catch (error) {
			if (asked !== latest) return;
			answer.value ??= await safe?.get<Answer>(name);
			isOld.value = error instanceof NoConnection && answer.value !== undefined;
			problem.value = isOld.value ? undefined : error;
		}
	}

	watch([path, language], ([now], [before]) => {
		if (now !== before) answer.value = undefined;
		void load();
	});
	watch(offline, (isOffline) => !isOffline && isOld.value && void load());
	onScopeDispose(() => (latest += 1));
	void load();
	return { answer, problem, isOld, load };
}
