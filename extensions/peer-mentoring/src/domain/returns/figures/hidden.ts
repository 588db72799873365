/**
 * Which cells of an answer are hidden from somebody who holds no personal data (5.4): 1 to 4 people, and whatever else
 * would give one of those away to whoever adds up a line of the table.
 */
import type { FigureCell, Sum } from './cells.ts';

const SMALLEST_SHOWN = 5;

/** A cell, and whether it may be read. */
export interface HiddenCell extends FigureCell {
	hidden: boolean;
}

/** Stands for all values of a dimension, in a sum over them. */
const ALL = Symbol('all');
type Place = FigureCell['values'][number] | typeof ALL;

/** A cell or a sum of cells: whoever reads one table of the answer may read the others. */
interface Entry extends Sum {
	places: readonly Place[];
	hidden: boolean;
}

/**
 * Hides small cells and then, line by line in every direction, the next smallest ones until no line leaves a hidden cell
 * to be worked out: never one alone, and never so few people together. The sum of a line is a cell of the table with
 * fewer splits, and is hidden and protected as such.
 * @param dimensions how many values a cell has; with none, the total is all there is
 */
export function hideSmall(
	{ cells, total }: { cells: readonly FigureCell[]; total: Sum },
	dimensions: number,
): { cells: HiddenCell[]; totalHidden: boolean } {
	const entries = withSums(cells, dimensions);
	const lines = Array.from({ length: dimensions }, (_, dimension) => linesAlong(entries, dimension)).flat();
	// Hiding a cell for one line can leave another with one hidden cell.
	while (lines.filter(protect).length > 0);
	const whole = entries.find(({ places }) => places.every((place) => place === ALL));
	return {
		cells: cells.map((cell, index) => ({ ...cell, hidden: entries[index]?.hidden ?? false })),
		totalHidden: isSmall(total) || (whole?.hidden ?? false),
	};
}

/** The cells in their order, and then the sums over each choice of dimensions. */
function withSums(cells: readonly FigureCell[], dimensions: number): Entry[] {
	let entries: Entry[] = cells.map(({ values, amount, of }) => ({ places: values, amount, of, hidden: false }));
	for (let dimension = 0; dimension < dimensions; dimension++) {
		const sums = [...linesBy(entries, dimension).values()].map((line): Entry => {
			const places = (line[0] as Entry).places.with(dimension, ALL);
			return line.reduce<Entry>((sum, { amount, of }) => ({ ...sum, amount: sum.amount + amount, of: sum.of + of }), {
				places,
				amount: 0,
				of: 0,
				hidden: false,
			});
		});
		entries = [...entries, ...sums];
	}
	return entries.map((entry) => ({ ...entry, hidden: isSmall(entry) }));
}

interface Line {
	parts: Entry[];
	sum: Entry;
}

/** The cells that differ in one value only, with their sum. */
function linesAlong(entries: readonly Entry[], dimension: number): Line[] {
	return [...linesBy(entries, dimension).values()].map((line) => ({
		parts: line.filter(({ places }) => places[dimension] !== ALL),
		sum: line.find(({ places }) => places[dimension] === ALL) as Entry,
	}));
}

function linesBy(entries: readonly Entry[], dimension: number): Map<string, Entry[]> {
	return Map.groupBy(entries, ({ places }) =>
		JSON.stringify(places.map((place, index) => (index === dimension ? 0 : place === ALL ? 1 : place))),
	);
}

/** Hides what a line would give away, as long as it would; whether it hid anything. */
function protect({ parts, sum }: Line): boolean {
	const known = parts.filter((part) => !part.hidden && people(part) > 0).sort((a, b) => people(a) - people(b));
	const hidden = parts.filter((part) => part.hidden);
	const isSafe = () => {
		if (sum.hidden) return hidden.length > 0;
		const together = hidden.reduce((all, part) => all + people(part), 0);
		return hidden.length === 0 || (hidden.length > 1 && together >= SMALLEST_SHOWN);
	};
	let changed = false;
	while (!isSafe()) {
		// Where nothing is left to hide, the sum is what would give it away.
		const next = known.shift() ?? sum;
		next.hidden = true;
		hidden.push(next);
		changed = true;
		if (next === sum) break;
	}
	return changed;
}

/** How many people a cell is about: of a share, all whose result is certain. */
function people({ amount, of }: Sum): number {
	return of > 0 ? of : amount;
}

/** Of a share also where all but a few, or only a few, were in time. */
function isSmall(sum: Sum): boolean {
	const small = (number: number) => number > 0 && number < SMALLEST_SHOWN;
	return sum.of > 0 ? small(sum.of) || small(sum.amount) || small(sum.of - sum.amount) : small(sum.amount);
}
