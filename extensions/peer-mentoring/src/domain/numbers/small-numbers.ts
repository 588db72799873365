/** What somebody who holds no personal data may read of counts of people with special-category facts (5.4). */

/** A count of people, of all of whom it is a part. */
export interface Count {
	number: number;
	of: number;
}

export type ShownCount = Count | { number: 'fewer_than_five' | 'withheld'; of: number };

/** Counts of parts that add up to the total: those of each Contract Package Area, say. */
export interface CountTable<Shown = Count> {
	total: Shown;
	parts: Shown[];
}

const SMALLEST_SHOWN = 5;

/**
 * Replaces small counts so that none of them can be worked out: 1 to 4 as 'fewer than five', and so whatever is counted
 * among so few; a count that all but 1 to 4 have is withheld, because it tells of those few. Where the total still leaves
 * one possibility for a hidden part, further parts are withheld, the smallest first, and at last the total.
 */
export function withoutSmallNumbers({ total, parts }: CountTable): CountTable<ShownCount> {
	const shown = parts.map(shownAlone);
	let shownTotal = shownAlone(total);
	while (givesAway(shownTotal, shown)) {
		const next = isShown(shownTotal) ? smallestShown(shown) : -1;
		if (next === -1) shownTotal = { number: 'withheld', of: total.of };
		else shown[next] = { number: 'withheld', of: parts[next]?.of as number };
	}
	// One part alone is the total under another name.
	return { total: shownTotal, parts: parts.length === 1 ? [shownTotal] : shown };
}

function shownAlone({ number, of }: Count): ShownCount {
	// Of so few, not even nobody is said: it would tell of all of them.
	if (isSmall(number) || isSmall(of)) return { number: 'fewer_than_five', of };
	return isSmall(of - number) ? { number: 'withheld', of } : { number, of };
}

function isSmall(number: number): boolean {
	return number > 0 && number < SMALLEST_SHOWN;
}

function isShown(count: ShownCount): count is Count {
	return typeof count.number === 'number';
}

/** Nobody is hidden behind a nought: those come last. */
function smallestShown(shown: readonly ShownCount[]): number {
	const open = shown.flatMap((count, index) =>
		isShown(count) && count.of > 0 ? [{ index, number: count.number }] : [],
	);
	const order = (number: number) => (number === 0 ? Number.MAX_SAFE_INTEGER : number);
	return open.sort((a, b) => order(a.number) - order(b.number))[0]?.index ?? -1;
}

interface Range {
	low: number;
	high: number;
}

/** Whether a hidden part can have one value only, for whoever knows how counts are hidden. */
function givesAway(total: ShownCount, parts: readonly ShownCount[]): boolean {
	if (total.number === 'withheld') return false;
	const hidden = parts.filter((part) => !isShown(part));
	const known = parts.filter(isShown).reduce((sum, { number }) => sum + number, 0);
	const sums = possible(total).map(({ low, high }) => ({ low: low - known, high: high - known }));
	// Every way in which the hidden parts may lie, each a range for each of them.
	const ways = hidden.reduce<Range[][]>(
		(found, part) => found.flatMap((way) => possible(part).map((range) => [...way, range])),
		[[]],
	);
	return hidden.some((_part, index) => {
		const left = ways.flatMap((way) => sums.flatMap((sum) => withinSum(way, index, sum)));
		const [first] = left;
		return left.every(({ low, high }) => low === high && low === first?.low);
	});
}

/** What one part of a way can be, given what all of them come to; none where the way cannot be. */
function withinSum(way: readonly Range[], index: number, sum: Range): Range[] {
	const others = way.filter((_range, each) => each !== index);
	const least = others.reduce((total, { low }) => total + low, 0);
	const most = others.reduce((total, { high }) => total + high, 0);
	const own = way[index] as Range;
	const low = Math.max(own.low, sum.low - most);
	const high = Math.min(own.high, sum.high - least);
	return low <= high ? [{ low, high }] : [];
}

function possible({ number, of }: ShownCount): Range[] {
	if (typeof number === 'number') return [{ low: number, high: number }];
	if (number === 'fewer_than_five') return [{ low: isSmall(of) ? 0 : 1, high: Math.min(SMALLEST_SHOWN - 1, of) }];
	return [
		{ low: 0, high: 0 },
		{ low: SMALLEST_SHOWN, high: of },
	];
}
