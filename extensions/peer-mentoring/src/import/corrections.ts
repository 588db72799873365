import { tidy } from './table.ts';

/** Cells that somebody has corrected while they looked at what an import would come to: laid over their file as it is read. */
export interface Correction {
	/** The file or sheet as faults call it. */
	file: string;
	line: number;
	/** A column of the form. */
	column: string;
	value: string;
}

/** As many as a person may correct by hand; who has more to mend mends the file. */
const MOST = 20_000;
const LONGEST_VALUE = 2_000;

/** What a request says of cells, as JSON; what is wrong with it, in words, where it is none. */
export function readCorrections(text: string): Correction[] | { wrong: string } {
	const given = parsed(text);
	if (!Array.isArray(given) || !given.every(isCorrection)) {
		return { wrong: 'corrections must be JSON such as [{"file":"people.xlsx","line":5,"column":"cpa","value":"9"}]' };
	}
	return given.length > MOST ? { wrong: `at most ${MOST.toLocaleString('en-GB')} cells may be corrected` } : given;
}

function isCorrection(given: unknown): given is Correction {
	const { file, line, column, value } = (given ?? {}) as Record<keyof Correction, unknown>;
	const isText = typeof file === 'string' && typeof column === 'string' && typeof value === 'string';
	return isText && Number.isInteger(line) && value.length <= LONGEST_VALUE;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The corrections of an import, by row, and whether each has met its cell. */
export class Corrections {
	readonly #rows: ReadonlyMap<string, Correction[]>;
	readonly #unmet: Set<Correction>;

	constructor(all: readonly Correction[]) {
		this.#rows = Map.groupBy(all, ({ file, line }) => `${file}\n${line}`);
		this.#unmet = new Set(all);
	}

	/** The values of a row with what was corrected in it. */
	laidOver(
		file: string,
		line: number,
		values: readonly string[],
		places: ReadonlyMap<string, number>,
	): readonly string[] {
		const own = this.#rows.get(`${file}\n${line}`);
		if (own === undefined) return values;
		const corrected = [...values];
		for (const each of own) {
			const place = places.get(each.column);
			if (place === undefined) continue;
			corrected[place] = tidy(each.value);
			this.#unmet.delete(each);
		}
		return corrected;
	}

	/** One that is about a cell that there is not. */
	get unmet(): Correction | undefined {
		return [...this.#unmet][0];
	}
}
