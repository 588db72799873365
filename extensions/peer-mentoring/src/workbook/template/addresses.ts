import { parseCell, type CellPosition } from '../../domain/returns/templates/cell-address.ts';
import { TemplateFault } from './fault.ts';
import { attribute, type XmlPiece } from './xml-reader.ts';

/** Follows where a reader is in a sheet: rows and cells may leave their address out, and then follow the one before. */
export class SheetCursor {
	row = 0;
	column = 0;

	enterRow({ attributes }: XmlPiece): number {
		this.row = ascending(this.row, Number(attribute(attributes, 'r') ?? this.row + 1));
		this.column = 0;
		return this.row;
	}

	enterCell({ attributes }: XmlPiece): CellPosition {
		const address = attribute(attributes, 'r');
		const column = address === undefined ? this.column + 1 : parseCell(address)?.column;
		this.column = ascending(this.column, column ?? NaN);
		return { row: this.row, column: this.column };
	}
}

function ascending(before: number, now: number): number {
	if (now > before) return now;
	throw new TemplateFault('broken');
}
