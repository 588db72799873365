import { columnOfAny } from './headings.ts';

export type Separator = ',' | ';' | '\t' | '|';

const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|'];
const SAID = /^"?sep=(.)"?[,;\t]*(?:\n|$)/i;

/** What separates the values of a file, and how much of its start says so to Excel (`sep=;`). */
export function separatorOf(text: string): { separator: string; skipped: string } {
	const said = SAID.exec(text);
	if (said) return { separator: said[1] as string, skipped: said[0] };
	const header = text.replace(/^[\s,;|"]*\n/, '').split('\n', 1)[0] ?? '';
	const known = (separator: Separator) =>
		header.split(separator).filter((name) => columnOfAny(name.replaceAll('"', '')) !== undefined).length;
	const pieces = (separator: Separator) => header.split(separator).length;
	const [best] = SEPARATORS.toSorted((a, b) => known(b) - known(a) || pieces(b) - pieces(a));
	return { separator: best ?? ',', skipped: '' };
}
