/** What slips, by Peer Mentor and by area, from counts that one question each has given. */

/** How many records somebody has in an area; nobody's, or of no area, where these are `null`. */
export interface Counted {
	mentor: string | null;
	cpa: number | null;
	count: number;
}

export interface Slipping<Name extends string> {
	total: Record<Name, number>;
	mentors: { mentor: string | null; counts: Record<Name, number> }[];
	areas: { cpa: number | null; counts: Record<Name, number> }[];
}

/** Adds counts up by Peer Mentor and by area; who has most stands first. Whoever has none is left out. */
export function slipping<Name extends string>(counted: Readonly<Record<Name, readonly Counted[]>>): Slipping<Name> {
	const names = Object.keys(counted) as Name[];
	const rows = names.flatMap((name) => counted[name].map((each) => ({ name, ...each })));
	const none = () => Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
	const addedUp = (own: typeof rows) => {
		const counts = none();
		for (const { name, count } of own) counts[name] += count;
		return counts;
	};
	const sum = (counts: Record<Name, number>) => names.reduce((total, name) => total + counts[name], 0);
	const groups = <Key>(keyOf: (row: Counted) => Key) =>
		[...Map.groupBy(rows, keyOf)].map(([key, own]) => ({ key, counts: addedUp(own) }));
	return {
		total: addedUp(rows),
		mentors: groups(({ mentor }) => mentor)
			.sort((a, b) => sum(b.counts) - sum(a.counts))
			.map(({ key: mentor, counts }) => ({ mentor, counts })),
		areas: groups(({ cpa }) => cpa)
			.sort((a, b) => (a.key ?? Infinity) - (b.key ?? Infinity))
			.map(({ key: cpa, counts }) => ({ cpa, counts })),
	};
}
