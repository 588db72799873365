/** What an action hook is told of a write. */
export interface Told {
	event: string | string[];
	meta: Record<string, unknown>;
	context: unknown;
}
export type Tell = (told: Told) => void;

/** Not bundled: it has to be the one that Directus, its flows and other extensions listen to. */
const EMITTER = '@directus/api/emitter';

interface Emitter {
	emitAction(...told: [event: unknown, meta: unknown, context: unknown]): void;
}

/**
 * Tells action hooks and flows of a write that is stored, as Directus itself does. The emitter that extensions are given
 * reaches extensions alone: with it, no flow would start when a record is changed or deleted.
 * @param fail is told where that emitter cannot be had
 */
export function tellEverybody(fail: (error: unknown) => void): Tell {
	const loaded = import(EMITTER) as Promise<{ default: Emitter }>;
	loaded.catch(fail);
	return ({ event, meta, context }) =>
		void loaded.then(({ default: emitter }) => emitter.emitAction(event, meta, context), fail);
}
