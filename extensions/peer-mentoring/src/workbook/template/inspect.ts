import type { WorkbookStructure } from '../../domain/returns/templates/structure.ts';
import { TemplateFault } from './fault.ts';
import { leftFormulas } from './left-formulas.ts';
import { openPackage, type WorkbookPackage } from './package.ts';
import { refuseUnsafe } from './safety.ts';
import { outlineOf, structureOf } from './structure.ts';

/**
 * What a file has that figures could be put into, once it is known to be a plain workbook that does nothing by itself, and
 * which of its formulas are left to the program that opens it.
 * Throws a {@link TemplateFault} that says why it is none.
 */
export async function inspectTemplate(file: Buffer): Promise<WorkbookStructure> {
	const parts = await openPackage(file);
	await refuseUnsafe(parts);
	// Whatever is taken in can be filled.
	const { workbook, styles } = await outlineOf(parts);
	for (const name of [workbook, ...(styles ? [styles] : [])]) await parts.text(name);
	for (const name of parts.names) await readThrough(parts, name);
	const structure = await structureOf(parts);
	const left = await leftFormulas(parts);
	return left.length > 0 ? { ...structure, left } : structure;
}

/** Reads a part to its end, so that whatever is wrong with it is found now and not each time that it is filled. */
async function readThrough(parts: WorkbookPackage, name: string): Promise<void> {
	try {
		for await (const chunk of await parts.bytes(name)) void chunk;
	} catch {
		throw new TemplateFault('broken', name);
	}
}
