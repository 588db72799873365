import { TOKEN, type Kind } from './tokens.ts';

/** A part of a text from which what tells who somebody is has been taken out; the parts in a row are the text. */
export interface Segment {
	text: string;
	/** What was here; absent where the text is as it was written. */
	kind?: Kind;
	/** What was written here; absent where the text is as it was written, or was anonymised before. */
	original?: string;
	/** A rule that may be wrong took it out, or left it: a reviewer looks here first. */
	unsure?: true;
}

/** A place in a text, and what stands there instead. */
export interface Span {
	start: number;
	end: number;
	kind: Kind;
	/** Where it is not the token of the kind: a date that was moved. */
	shown?: string;
	unsure?: true;
}

export function textOf(segments: readonly Segment[]): string {
	return segments.map(({ text }) => text).join('');
}

/** Every replacement with its place in the anonymised text, for whoever checks it. */
export function replacementsOf(segments: readonly Segment[]): (Segment & { start: number; end: number })[] {
	let end = 0;
	return segments
		.map((segment) => ({ ...segment, start: end, end: (end += segment.text.length) }))
		.filter(({ original }) => original !== undefined);
}

/** A text as it was written, with the tokens in it set apart: what was taken out before is not looked at again. */
export function asWritten(text: string): Segment[] {
	const segments: Segment[] = [];
	let from = 0;
	for (const match of text.matchAll(TOKEN)) {
		if (match.index > from) segments.push({ text: text.slice(from, match.index) });
		segments.push({ text: match[0], kind: 'redacted' });
		from = match.index + match[0].length;
	}
	if (from < text.length) segments.push({ text: text.slice(from) });
	return segments;
}

/**
 * Takes spans out of the parts that are still as written. A span that reaches into a token leaves the token alone.
 * @param token what stands for each span
 */
export function takeOut(
	segments: readonly Segment[],
	spans: readonly Span[],
	token: (span: Span) => string,
): Segment[] {
	const result: Segment[] = [];
	let offset = 0;
	for (const segment of segments) {
		const from = offset;
		offset += segment.text.length;
		if (segment.kind) result.push(segment);
		else result.push(...cut(segment.text, from, spans, token));
	}
	return result;
}

function cut(text: string, offset: number, spans: readonly Span[], token: (span: Span) => string): Segment[] {
	const result: Segment[] = [];
	let from = 0;
	for (const span of spans) {
		const start = Math.max(span.start - offset, from);
		const end = Math.min(span.end - offset, text.length);
		const original = text.slice(start, end);
		if (start >= end || !/[\p{L}\p{N}]/u.test(original)) continue;
		if (start > from) result.push({ text: text.slice(from, start) });
		const unsure = span.unsure && { unsure: span.unsure };
		result.push({ text: token(span), kind: span.kind, original, ...unsure });
		from = end;
	}
	if (from < text.length) result.push({ text: text.slice(from) });
	return result;
}

/** Spans in order without overlap: those that meet become one, of the kind that was given first. */
export function inOrder(spans: readonly Span[]): Span[] {
	const ranked = spans.map((span, rank) => ({ ...span, rank }));
	ranked.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
	const result: (typeof ranked)[number][] = [];
	for (const span of ranked) {
		const last = result.at(-1);
		if (!last || span.start >= last.end) {
			result.push(span);
			continue;
		}
		// A date inside something longer cannot be shown as moved: the longer thing goes as a whole.
		const whole = span.end <= last.end ? last : span.rank < last.rank ? span : last;
		const grown = span.end > last.end;
		result[result.length - 1] = {
			...whole,
			start: last.start,
			end: Math.max(last.end, span.end),
			shown: grown ? undefined : last.shown,
		};
	}
	return result;
}
