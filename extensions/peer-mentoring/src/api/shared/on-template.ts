import type { TemplateSource } from '../../domain/returns/templates/sources.ts';
import type { StoredTemplate } from '../../storage/returns/return-templates.ts';
import { fillTemplate } from '../../workbook/template/fill.ts';
import { templateFilling, type MappedTemplate } from '../../workbook/template/filling.ts';
import { bytesOf } from '../../workbook/template/pack.ts';
import type { StoredFiles } from './stored-files.ts';

/** The Buyer's workbook of a template that has one. */
export function workbookOf(files: Pick<StoredFiles, 'read'>, { file }: StoredTemplate): Promise<Buffer> {
	return files.read(file as string);
}

/** A return on a template, whether that is in use or only being tried. */
export async function onTemplate(workbook: Buffer, template: StoredTemplate, source: TemplateSource): Promise<Buffer> {
	return bytesOf(await fillTemplate(workbook, templateFilling(mapped(template), source)));
}

export function mapped({ mapping, structure }: StoredTemplate): MappedTemplate {
	return { mapping, structure: structure ?? { sheets: [], names: [] } };
}
