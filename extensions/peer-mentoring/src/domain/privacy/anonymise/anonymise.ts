import { agesIn } from './ages.ts';
import { datesIn, type Moving } from './dates.ts';
import { languageOfText } from './language-of-text.ts';
import { kindsOfPlaceIn } from './kinds-of-place.ts';
import { listedNamesIn, listedSurnamesIn, namesGivenAwayIn, relatedNamesIn, titledNamesIn } from './named-by-words.ts';
import { recordedNamesIn, type Named } from './names.ts';
import { shapesIn } from './patterns.ts';
import { harmlessPhrasesIn } from './not-names.ts';
import type { IsWord } from './ordinary.ts';
import { placesIn, TOWNS } from './places.ts';
import { asWritten, inOrder, takeOut, textOf, type Segment, type Span } from './segments.ts';
import { TOKENS } from './tokens.ts';
import { unknownNamesIn } from './unknown-names.ts';
import { foldedWords, wordsOf, type Word } from './words.ts';

/** What is known of the person a text is about. */
export interface Known {
	/** The Mentee and the Peer Mentors: whose initials are looked for too. */
	people: readonly Named[];
	/** Other names on the record: a Work Coach, a contact. */
	otherNames: readonly string[];
	/** References, numbers and addresses as recorded: looked for letter by letter. */
	exact: readonly string[];
	/** Areas and offices of the reference data. */
	places: readonly string[];
	moving: Moving;
	/** Whether a word in small letters is in a dictionary; without one, only what rules know is taken out. */
	isWord?: IsWord;
}

/** What is taken out makes room for no more than this many rounds of what only shows then. */
const ROUNDS = 6;

/**
 * Takes out of a text what tells who it is about, and moves its dates (1.29, 2.25, 3.11). The same text gives the same
 * result, and what has been anonymised comes out as it went in.
 */
export function anonymise(text: string, known: Known): Segment[] {
	const language = languageOfText(text);
	// Named once, looked for wherever else it stands.
	const all = { ...known, otherNames: [...known.otherNames, ...namesGivenAwayIn(text)] };
	const token = ({ kind, shown }: Span) => shown ?? TOKENS[kind][language];
	let segments = asWritten(text);
	for (let round = 0; round < ROUNDS; round++) {
		const now = textOf(segments);
		const next = takeOut(segments, joinNames(inOrder(spansIn(now, all)), now), token);
		if (next.length === segments.length && textOf(next) === now) break;
		segments = next;
	}
	return segments;
}

/** The first of two kinds that meet decides what is shown. */
function spansIn(text: string, { people, otherNames, exact, places, moving, isWord }: Known): Span[] {
	const shapes = shapesIn(text);
	const harmless = harmlessPhrasesIn(text);
	const spans: Span[] = [
		...shapes.filter(({ kind }) => kind === 'email' || kind === 'url' || kind === 'handle'),
		...titledNamesIn(text),
		...recordedNamesIn(text, people, otherNames, isWord),
		...relatedNamesIn(text),
		...listedNamesIn(text),
		...agesIn(text),
		...datesIn(text, moving),
		...shapes,
		...recordedValuesIn(text, exact),
		...placesIn(text, places),
		...placesIn(text, TOWNS),
		...kindsOfPlaceIn(text),
		...listedSurnamesIn(text),
		...(isWord ? unknownNamesIn(text, isWord) : []),
	];
	return spans.filter(
		({ start, end, kind }) => kind === 'date' || !harmless.some((phrase) => phrase.start <= start && end <= phrase.end),
	);
}

/** First and last name beside each other are one name. */
function joinNames(spans: readonly Span[], text: string): Span[] {
	const result: Span[] = [];
	for (const span of spans) {
		const last = result.at(-1);
		const isOne =
			last?.kind === 'name' && span.kind === 'name' && /^[\s.'’-]{1,2}$/.test(text.slice(last.end, span.start));
		if (isOne) result[result.length - 1] = { ...last, end: span.end };
		else result.push(span);
	}
	return result;
}

const SHORTEST = 4;

/** Where a recorded value stands, whatever signs are between its letters. */
function recordedValuesIn(text: string, values: readonly string[]): Span[] {
	const words = wordsOf(text);
	const wanted = new Set(
		values.map((value) => foldedWords(value).join('')).filter((value) => value.length >= SHORTEST),
	);
	if (wanted.size === 0) return [];
	const longest = Math.max(...[...wanted].map(({ length }) => length));
	return words.flatMap((word, index) => {
		let joined = '';
		// Without copying what is left of the words for each of them.
		for (let at = index; at < words.length && joined.length <= longest; at++) {
			const last = words[at] as Word;
			joined += last.folded;
			if (wanted.has(joined)) return [{ start: word.start, end: last.end, kind: 'number' as const }];
		}
		return [];
	});
}
