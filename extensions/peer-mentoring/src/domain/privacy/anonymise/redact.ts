import { inOrder, takeOut, textOf, type Segment, type Span } from './segments.ts';
import { languageOfText } from './language-of-text.ts';
import { TOKEN, TOKENS } from './tokens.ts';
import { foldedWords, wordsOf } from './words.ts';

export const MOST_REDACTIONS = 300;
export const LONGEST_REDACTION = 300;

/**
 * Takes out what a reviewer has chosen, wherever it stands (3.11). Chosen words may reach over tokens: these stay.
 * @param redactions words as they stand in the anonymised text
 */
export function redact(segments: readonly Segment[], redactions: readonly string[]): Segment[] {
	const token = TOKENS.redacted[languageOfText(textOf(segments))];
	const pieces = redactions.flatMap(piecesOf);
	const open = segments.map((segment) =>
		isMovedDate(segment) && isChosen(segment, pieces) ? hidden(segment, token) : segment,
	);
	const text = textOf(open);
	const spans = inOrder(pieces.flatMap((piece) => placesOf(piece, text)));
	return takeOut(open, spans, () => token);
}

/** What is left of chosen words once the tokens in them are set aside, folded; a moved date counts as words. */
function piecesOf(redaction: string): string[][] {
	const dates = [...redaction.matchAll(TOKEN)].map(([token]) => token).filter((token) => token.startsWith('[≈'));
	return [...redaction.split(TOKEN), ...dates].map(foldedWords).filter((words) => words.length > 0);
}

function placesOf(piece: readonly string[], text: string): Span[] {
	const words = wordsOf(text);
	return words.flatMap((word, index) => {
		const last = words[index + piece.length - 1];
		const isHere = last && piece.every((part, at) => words[index + at]?.folded === part);
		return isHere ? [{ start: word.start, end: last.end, kind: 'redacted' as const }] : [];
	});
}

function isMovedDate({ kind, text }: Segment): boolean {
	return kind === 'date' && text.startsWith('[≈');
}

function isChosen({ text }: Segment, pieces: readonly string[][]): boolean {
	const own = foldedWords(text).join(' ');
	return pieces.some((piece) => piece.join(' ') === own);
}

function hidden(segment: Segment, token: string): Segment {
	return { ...segment, text: token, kind: 'redacted' };
}
