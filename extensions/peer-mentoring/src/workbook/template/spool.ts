import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CellContent } from './cell-value.ts';
import type { ListEdit, RowValues } from './row-edits.ts';

const ROWS_AT_ONCE = 500;

/**
 * The rows of a list, which may be asked for more than once: those that come but once are kept, packed.
 * @param isAgain whether they will be asked for again, once they are asked for
 */
export function askedAgain(
	{ rows, columns }: Pick<ListEdit, 'rows' | 'columns'>,
	isAgain: () => boolean,
): ListEdit['rows'] {
	if (Array.isArray(rows)) return rows;
	const kept: Buffer[] = [];
	let isWhole = false;
	const keep = (batch: CellContent[][]) => kept.push(deflateRawSync(JSON.stringify(batch), { level: 1 }));
	const first = async function* (): AsyncGenerator<RowValues> {
		if (!isAgain()) {
			yield* rows;
			return;
		}
		let batch: CellContent[][] = [];
		for await (const row of rows) {
			batch.push(columns.map((column) => row.get(column) ?? ''));
			if (batch.length === ROWS_AT_ONCE) {
				keep(batch);
				batch = [];
			}
			yield row;
		}
		keep(batch);
		isWhole = true;
	};
	const again = async function* (): AsyncGenerator<RowValues> {
		for (const packed of kept) {
			const batch = JSON.parse(inflateRawSync(packed).toString('utf8')) as CellContent[][];
			for (const values of batch) yield new Map(values.map((value, index) => [columns[index] as number, value]));
		}
	};
	return { [Symbol.asyncIterator]: () => (isWhole ? again() : first()) };
}
