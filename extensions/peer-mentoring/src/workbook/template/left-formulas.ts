import { cellAddress } from '../../domain/returns/templates/cell-address.ts';
import type { LeftFormulas } from '../../domain/returns/templates/left-formulas.ts';
import { MOST_FORMULAS } from './dependents.ts';
import { readsOfKnown } from './formulas/check.ts';
import { LeftFormula } from './formulas/left.ts';
import { placesOf, type Places } from './formulas/places.ts';
import type { WorkbookPackage } from './package.ts';
import { FormulaTrees } from './references.ts';
import { formulasIn, type SheetFormula } from './sheet-formulas.ts';
import { outlineOf } from './structure.ts';
import { tablesOf } from './tables.ts';

const CELLS_NAMED = 5;
const MOST_GROUPS = 100;

/** The formulas of a workbook that we do not work out, whatever is filled in, with the reason. */
export async function leftFormulas(parts: WorkbookPackage): Promise<LeftFormulas[]> {
	const outline = await outlineOf(parts);
	const places = placesOf(outline, await tablesOf(parts, outline.sheets));
	const trees = new FormulaTrees();
	const groups = new Map<string, LeftFormulas & { cells: string[] }>();
	const add = (reason: LeftFormula, { sheet, cell }: SheetFormula) => {
		const key = JSON.stringify([sheet, reason.reason, reason.detail]);
		const group = groups.get(key) ?? { reason: reason.reason, detail: reason.detail, sheet, cells: [], count: 0 };
		if (!groups.has(key) && groups.size === MOST_GROUPS) return;
		groups.set(key, group);
		group.count++;
		if (group.cells.length < CELLS_NAMED) group.cells.push(cellAddress(cell));
	};
	let read = 0;
	for (const sheet of outline.sheets) {
		for await (const formula of formulasIn(parts, sheet)) {
			const isTooMany = ++read > MOST_FORMULAS;
			const left = outline.asDisplayed ? new LeftFormula('displayed') : leftBy(formula, places, trees);
			if (left) add(left, formula);
			// None of so many is worked out.
			if (isTooMany)
				return [{ reason: 'many', detail: '', sheet: sheet.name, cells: [cellAddress(formula.cell)], count: 1 }];
		}
	}
	return [...groups.values()];
}

function leftBy(formula: SheetFormula, places: Places, trees: FormulaTrees): LeftFormula | undefined {
	try {
		readsOfKnown(treeOf(formula, trees), formula, places);
		return undefined;
	} catch (error) {
		if (error instanceof LeftFormula) return error;
		throw error;
	}
}

/** The tree of a formula of one cell; throws a {@link LeftFormula} for one of several. */
export function treeOf({ text, fills }: Pick<SheetFormula, 'text' | 'fills'>, trees: FormulaTrees) {
	if (text === undefined || fills) throw new LeftFormula('array');
	return trees.of(text);
}
