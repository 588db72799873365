/** Puts what a translator has said into the files that the texts are from. */
import { markOf } from './approved.ts';
import { faultInWelsh, type Entry } from './entry.ts';
import type { Reviewed } from './review-file.ts';

export interface PutBack {
	/** The new text of each file that changes. */
	files: Map<string, string>;
	/** The marks of what is said to be right now. */
	approved: string[];
	changed: number;
	/** What cannot be done, by row. */
	faults: string[];
}

/** @param read gives the text of a file */
export function putBack(
	reviewed: readonly Reviewed[],
	entries: readonly Entry[],
	read: (file: string) => string,
): PutBack {
	const byKey = new Map(entries.map((entry) => [entry.key, entry]));
	const edits: { entry: Entry; at: readonly [number, number]; welsh: string }[] = [];
	const result: PutBack = { files: new Map(), approved: [], changed: 0, faults: [] };
	for (const { row, where, english, welsh, better, right } of reviewed) {
		const entry = byKey.get(where);
		const fault = faultIn(entry, { english, welsh, better, right });
		if (!entry || fault) {
			result.faults.push(`Row ${row}, ${where}: ${fault}`);
			continue;
		}
		if (better && entry.at) edits.push({ entry, at: entry.at, welsh: better });
		result.approved.push(markOf({ english: entry.english, welsh: better || entry.welsh }));
	}
	for (const [file, own] of Map.groupBy(edits, ({ entry }) => entry.file)) {
		// From the end, so that no place moves before it is reached.
		const text = own
			.toSorted((a, b) => b.at[0] - a.at[0])
			.reduce(
				(before, { entry, at: [from, to], welsh }) => before.slice(0, from) + entry.write(welsh) + before.slice(to),
				read(file),
			);
		result.files.set(file, text);
	}
	result.changed = edits.length;
	return result;
}

type Said = Pick<Reviewed, 'english' | 'welsh' | 'better' | 'right'>;

function faultIn(entry: Entry | undefined, { english, welsh, better, right }: Said): string | undefined {
	if (!entry) return 'there is no such text any more: leave its row out.';
	if (better && right) return 'it has a better text and is right as it is: one of the two.';
	const same = plain(entry.english) === plain(english) && plain(entry.welsh) === plain(welsh);
	if (!same) return 'the text has changed since the file was sent out: look at it again in a new one.';
	return better ? faultInWelsh(entry, better) : undefined;
}

/** Excel keeps one kind of line end. */
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();
