/** What cannot be undone, found in what a form of the Studio is about to send. */
export type WeightyKind = 'erasure' | 'withdrawal' | 'template' | 'hand_over';

type Row = Readonly<Record<string, unknown>>;

export interface Weighty {
	kind: WeightyKind;
	/** What is written of the record. */
	row: Row;
	/** The record whose form it is; without a key while that is new. */
	form: { collection: string; key?: string };
}

/** By the collection, which is also the name of the list that leads to it. */
const KINDS: Readonly<Record<string, (row: Row, isThere: boolean) => WeightyKind | undefined>> = {
	erasures: () => 'erasure',
	consents: ({ decision }) => (decision === 'withdrawn' ? 'withdrawal' : undefined),
	return_templates: ({ in_use_from: day }) => (day ? 'template' : undefined),
	allocations: ({ peer_mentor: mentor }) => (mentor ? 'hand_over' : undefined),
	// Whoever a new record begins with has it from nobody.
	mentees: ({ peer_mentor: mentor }, isThere) => (mentor && isThere ? 'hand_over' : undefined),
};

/** @param url the address below that of the API, as the Studio asks for it */
export function weightyIn(method: string | undefined, url: string | undefined, body: unknown): Weighty[] {
	const [, collection, key] = /^\/items\/(\w+)(?:\/([\w-]+))?$/.exec(url ?? '') ?? [];
	if (collection === undefined || !['post', 'patch'].includes((method ?? '').toLowerCase())) return [];
	return found(collection, body, key === undefined ? { collection } : { collection, key });
}

function found(collection: string, written: unknown, form: Weighty['form']): Weighty[] {
	if (Array.isArray(written)) return written.flatMap((each) => found(collection, each, form));
	if (typeof written !== 'object' || written === null) return [];
	const row = written as Row;
	const kind = KINDS[collection]?.(row, collection === form.collection && form.key !== undefined);
	// A list names its own new and changed rows; a change of many records keeps what is written under `data`.
	const within = Object.entries(row).flatMap(([name, value]) =>
		found(WITHIN.includes(name) ? collection : name, value, form),
	);
	return kind ? [{ kind, row, form }, ...within] : within;
}

const WITHIN = ['create', 'update', 'data'];

/** The key that a relation holds: the key itself, or the record that was chosen in the form. */
export function keyOf(relation: unknown): string | undefined {
	if (typeof relation === 'string') return relation;
	const id = (relation as { id?: unknown } | null | undefined)?.id;
	return typeof id === 'string' ? id : undefined;
}
