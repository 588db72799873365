/** What is typed and not saved yet. */
import { model, vault } from '../server/session.ts';
import type { Refusal } from '../server/ask.ts';
import type { Beginning, Values } from '../server/model.ts';

export interface Draft {
	step: string;
	/** Whom it is about; null where it is about nobody yet. */
	about: string | null;
	/** What people read of whom it is about. */
	name: string | null;
	/** What the step is called, where it is sent under: the server takes it once. */
	key: string;
	values: Values;
	/** What was on record when it was begun. */
	beginning: Beginning | undefined;
	/** What the server said of it, where it was refused after it had been kept without a connection. */
	refusals?: Refusal[];
	typed_at: number;
}

const PREFIX = 'draft:';

export const nameOf = (step: string, about: string | null) => `${PREFIX}${step}:${about ?? ''}`;

export async function draftOf(step: string, about: string | null): Promise<Draft | undefined> {
	return vault.value?.get<Draft>(nameOf(step, about));
}

export async function keepDraft(draft: Draft): Promise<void> {
	// A copy: what is typed goes on changing while it is being written.
	await vault.value?.set(nameOf(draft.step, draft.about), JSON.parse(JSON.stringify(draft)));
}

export async function dropDraft(step: string, about: string | null): Promise<void> {
	await vault.value?.remove(nameOf(step, about));
}

export async function allDrafts(): Promise<Draft[]> {
	const names = (await vault.value?.names(PREFIX)) ?? [];
	const drafts = await Promise.all(names.map((name) => vault.value?.get<Draft>(name)));
	return drafts.filter((draft) => draft !== undefined).sort((a, b) => b.typed_at - a.typed_at);
}

export function titleOf(step: string): string {
	return model.value?.steps.find(({ key }) => key === step)?.title ?? '';
}
