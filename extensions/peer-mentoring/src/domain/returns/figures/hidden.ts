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

/**
 * Hides small cells and then, line by line in every direction, the next smallest ones until no line with a number that
 * is known leaves a hidden cell to be worked out: never one alone, and never so few people together.
 * @param dimensions how many values a cell has; with none, the total is all there is
 */
export function hideSmall(
	{ cells, total }: { cells: readonly FigureCell[]; total: Sum },
	dimensions: number,
): { cells: HiddenCell[]; totalHidden: boolean } {
	const shown = cells.map((cell) => ({ ...cell, hidden: isSmall(cell) }));
	const lines = Array.from({ length: dimensions }, (_, dimension) => linesAlong(shown, dimension)).flat();
	// Hiding a cell for one line can leave another with one hidden cell.
	while (lines.some(protect));
	const hidden = shown.filter((cell) => cell.hidden);
	const hiddenSum = hidden.reduce((sum, cell) => sum + people(cell), 0);
	const givesAway = dimensions <= 1 && hidden.length > 0 && (hidden.length === 1 || hiddenSum < SMALLEST_SHOWN);
	return { cells: shown, totalHidden: isSmall(total) || givesAway };
}

/** Hides one more cell of a line that would give one away; whether it did. */
function protect(line: HiddenCell[]): boolean {
	const hidden = line.filter((cell) => cell.hidden);
	const sum = hidden.reduce((all, cell) => all + people(cell), 0);
	if (hidden.length === 0 || (hidden.length > 1 && sum >= SMALLEST_SHOWN)) return false;
	const next = line.filter((cell) => !cell.hidden && people(cell) > 0).sort((a, b) => people(a) - people(b))[0];
	if (next === undefined) return false;
	next.hidden = true;
	return true;
}

/** The cells that differ in one value only, together. */
function linesAlong(cells: readonly HiddenCell[], dimension: number): HiddenCell[][] {
	const others = ({ values }: HiddenCell) => JSON.stringify(values.toSpliced(dimension, 1));
	return [...Map.groupBy(cells, others).values()];
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
