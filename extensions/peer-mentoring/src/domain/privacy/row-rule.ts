import type { Link } from './personal-data.ts';

/** Which rows somebody reads, as Directus writes it down; with nothing in it, every row. */
export type RowRule = Readonly<Record<string, unknown>>;

/** What a rule by the relations is made from. */
export interface RuleSource {
	/** The steps up to a person that no rule of ours looks after. */
	links: readonly Link[];
	/** Whether all that is known of whose a row is, is what it hangs on. */
	isAdded: (collection: string) => boolean;
	/** The rules by which the reader reads the rows of a collection: one is enough, and without any they read none. */
	readBy: (collection: string) => readonly RowRule[];
}

/**
 * The rule that follows for the rows of a collection from what they hang on (2.25, 3.6, 5.3): a row is for whoever reads
 * each record above it. A row of an added collection that hangs on nothing is for the Administrator alone.
 * @returns nothing where no step of the collection leads to a person
 */
export function rowRule(collection: string, source: RuleSource, below: readonly string[] = []): RowRule | undefined {
	const path = [...below, collection];
	const ways = source.links
		.filter((link) => link.collection === collection)
		.flatMap(({ field, parent }) => {
			// A tree, or records that name one another: whose they are is said by another of their steps.
			if (path.includes(parent)) return [];
			const above = source.links.some((link) => link.collection === parent) ? rowRule(parent, source, path) : undefined;
			return [{ field, read: wayUp(field, source.readBy(parent), above) }];
		});
	if (ways.length === 0) return undefined;
	const held = ways.map(({ field, read }) => ({ _or: [{ [field]: { _null: true } }, read] }));
	const hangs = { _or: ways.map(({ field }) => ({ [field]: { _nnull: true } })) };
	return { _and: source.isAdded(collection) ? [...held, hangs] : held };
}

/** The rows whose record above the reader reads. */
function wayUp(field: string, rules: readonly RowRule[], above: RowRule | undefined): RowRule {
	const read = rules.map((rule) => ({
		_and: [{ [field]: { _nnull: true } }, ...below(field, rule), ...(above ? below(field, above) : [])],
	}));
	// Nobody reads a row for the first and the second reason at once.
	return read.length > 0 ? { _or: read } : { _and: [{ [field]: { _null: true } }, { [field]: { _nnull: true } }] };
}

/** A rule as it reads one step further down. */
function below(field: string, rule: RowRule): RowRule[] {
	return Object.entries(rule).map(([name, value]) =>
		name === '_and' || name === '_or'
			? { [name]: (value as RowRule[]).map((each) => ({ _and: below(field, each) })) }
			: { [field]: { [name]: value } },
	);
}
