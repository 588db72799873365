import { forXml } from '../../../domain/language/xml-names.ts';

/** The part of Directus's export service that writes records as text. */
export interface ExportServiceClass {
	prototype: { transform: (records: unknown, format: string, ...options: unknown[]) => string };
}

/** Directus names an element after each key and stumbles over one that is no name: months, or the keys of questions. */
export function writeAnyKeyAsXml({ prototype }: ExportServiceClass): void {
	const { transform } = prototype;
	prototype.transform = function (records, format, ...options) {
		return transform.call(this, format === 'xml' ? forXml(records) : records, format, ...options);
	};
}
