import type { Response } from 'express';
import { text } from '../../../domain/language/text.ts';
import type { Language } from '../../../domain/language/messages.ts';

const NOT_SHOWN = text(
	'This cannot be shown now, because the read log cannot be written.',
	'Ni ellir dangos hyn ar hyn o bryd, gan nad oes modd ysgrifennu’r cofnod darllen.',
);

type Way = 'write' | 'end';
type Given = unknown[];

/**
 * Holds an answer back until a piece of work is done; where it fails, that is answered instead. What is streamed waits
 * from its first byte on: whoever reads it has the whole before it is ended.
 * @param language of whoever asks, where it has failed
 */
export function holdAnswer(response: Response, work: () => Promise<void>, language: () => Promise<Language>): void {
	const own = { write: response.write, end: response.end } as Record<Way, (...given: Given) => unknown>;
	const waiting: [Way, Given][] = [];
	const release = () => Object.assign(response, own);
	const hold = (way: Way, given: Given): unknown => {
		if (waiting.length === 0 && response.statusCode >= 400) {
			release();
			return own[way].apply(response, given);
		}
		if (waiting.push([way, given]) === 1) {
			work().then(
				() => {
					release();
					for (const [then, what] of waiting) own[then].apply(response, what);
					response.emit('drain');
				},
				async () => {
					const message = NOT_SHOWN[await language()];
					release();
					refuse(response, message);
					// What is still streamed goes nowhere.
					Object.assign(response, { write: () => false, end: () => response });
				},
			);
		}
		// A stream goes on at the next `drain`.
		return way === 'end' ? response : false;
	};
	response.write = ((...given: Given) => hold('write', given)) as typeof response.write;
	response.end = ((...given: Given) => hold('end', given)) as typeof response.end;
}

function refuse(response: Response, message: string): void {
	// What has begun already cannot be taken back: it ends here, and is not whole.
	if (response.headersSent) return void response.destroy();
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	response.status(503).json({ errors: [{ message, extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
}
