/** How many letters of a long name may be wrong, missing or too many for it still to be a slip of the pen. */
const LETTERS_FOR_EACH_SLIP = 8;

/** Whether a name is another one mistyped. Short names are never taken for a slip: too many differ by a letter. */
export function isNearMiss(name: string, known: string): boolean {
	const most = Math.floor(known.length / LETTERS_FOR_EACH_SLIP);
	return name !== known && Math.abs(name.length - known.length) <= most && distance(name, known) <= most;
}

/** The fewest letters to change, add or take away that make one word of the other. */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (const [line, letter] of [...one].entries()) {
		const next = [line + 1];
		for (const [column, opposite] of [...other].entries()) {
			const [above = 0, left = 0, diagonal = 0] = [row[column + 1], next[column], row[column]];
			next.push(Math.min(above + 1, left + 1, diagonal + (letter === opposite ? 0 : 1)));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
