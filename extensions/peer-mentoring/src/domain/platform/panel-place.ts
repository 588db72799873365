/** A panel on the grid of a dashboard, whose first row and column are 1. */
export interface Place {
	position_x: number;
	position_y: number;
	width: number;
	height: number;
}

/** As many columns as a desk shows without scrolling; the dashboards of the platform have as many. */
const COLUMNS = 54;
/** As many panels as are looked between for a gap: on a fuller dashboard a new one goes below them all. */
const MOST_SEARCHED = 60;
/** As far as a dashboard reaches. */
export const FURTHEST = 5000;
const SIDES = ['position_x', 'position_y', 'width', 'height'] as const;

/** The first side of a panel that is no place on a grid, of those that are said. */
export function wrongSide(panel: Partial<Record<keyof Place, unknown>>): keyof Place | undefined {
	return SIDES.find((side) => {
		const value = panel[side];
		return value !== undefined && !(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= FURTHEST);
	});
}

/**
 * Where a new panel goes: where it was put, or, where it would hide another one, the first place from the top and the
 * left that is free. The Studio puts every new panel into the same corner.
 */
export function freePlace(panel: Place, others: readonly Place[]): Pick<Place, 'position_x' | 'position_y'> {
	const { position_x, position_y, width } = panel;
	if (!others.some((other) => overlaps(panel, other))) return { position_x, position_y };
	const lines = [1, ...others.map((other) => other.position_y + other.height)].sort(ascending);
	const columns = [1, ...others.map((other) => other.position_x + other.width)].sort(ascending);
	for (const y of others.length > MOST_SEARCHED ? [] : lines) {
		for (const x of columns) {
			const there = { ...panel, position_x: x, position_y: y };
			const fits = x === 1 || x + width - 1 <= COLUMNS;
			if (fits && !others.some((other) => overlaps(there, other))) return { position_x: x, position_y: y };
		}
	}
	// Below all others nothing is in the way.
	return { position_x: 1, position_y: lines.at(-1) ?? 1 };
}

function overlaps(one: Place, other: Place): boolean {
	return (
		one.position_x < other.position_x + other.width &&
		other.position_x < one.position_x + one.width &&
		one.position_y < other.position_y + other.height &&
		other.position_y < one.position_y + one.height
	);
}

const ascending = (a: number, b: number) => a - b;
