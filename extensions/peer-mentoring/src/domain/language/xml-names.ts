/** What XML can carry of a record: the keys of its JSON fields may be names of months, questions or codes. */

const NO_NAME_CHARACTER = /[^A-Za-z0-9_.-]/g;
const BEGINS_NO_NAME = /^(?![A-Za-z_])/;
/** Control characters, halves of pairs, and the two that are none: XML has no way of writing them. */
const NO_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A value whose keys are names of elements and whose texts can be written; a key of the kind `2024-01` gets a `_` before. */
export function forXml(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(NO_XML, '\ufffd');
	if (Array.isArray(value)) return value.map(forXml);
	if (typeof value !== 'object' || value === null || value instanceof Date) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) => [
			key.replace(NO_NAME_CHARACTER, '_').replace(BEGINS_NO_NAME, '_'),
			forXml(each),
		]),
	);
}
