import type { LeftReason } from '../../../domain/returns/templates/left-formulas.ts';

/** A formula whose result is left to the program that opens the workbook, with what stands in the way. */
export class LeftFormula extends Error {
	override name = 'LeftFormula';
	readonly reason: LeftReason;
	/** The function, the name or the table that it is about. */
	readonly detail: string;

	constructor(reason: LeftReason, detail = '') {
		super(`${reason} ${detail}`);
		this.reason = reason;
		this.detail = detail;
	}
}

/** What programs answer differently, or what hangs on the last digit: better no result than a wrong one. */
export function doubt(): LeftFormula {
	return new LeftFormula('doubt');
}
