/** What a reviewer looks at first (3.11): what a rule that may be wrong took out, and what may be a name and was left. */
import { isNobody } from './not-names.ts';
import type { Segment } from './segments.ts';
import { beginsSentence, isCapital, wordsOf } from './words.ts';

/** The segments with every word set apart that has a capital inside a sentence and may name somebody. */
export function markDoubtful(segments: readonly Segment[]): Segment[] {
	return segments.flatMap((segment) => (segment.kind ? [segment] : withDoubtfulApart(segment.text)));
}

function withDoubtfulApart(text: string): Segment[] {
	const words = wordsOf(text);
	const parts: Segment[] = [];
	let from = 0;
	for (const [index, word] of words.entries()) {
		const before = words[index - 1];
		if (!before || !isCapital(word) || isNobody(word.written) || beginsSentence(word, before, text)) continue;
		if (word.start > from) parts.push({ text: text.slice(from, word.start) });
		parts.push({ text: word.written, unsure: true });
		from = word.end;
	}
	return from < text.length ? [...parts, { text: text.slice(from) }] : parts;
}

/** How many places of a passage a reviewer looks at first. */
export function doubtsIn({ parts }: { parts: readonly { segments: readonly Segment[] }[] }): number {
	return parts.flatMap(({ segments }) => segments).filter(({ unsure }) => unsure).length;
}
