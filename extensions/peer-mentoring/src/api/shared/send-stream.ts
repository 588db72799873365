import type { Readable } from 'node:stream';
import type { Response } from 'express';

/**
 * Answers with what a store reads, and is done once it has gone or whoever asked has.
 * @throws what kept the store from reading anything; where it breaks half way the line is cut, so that nobody takes a
 * part for the whole
 */
export function sendStream(response: Response, content: Readable): Promise<void> {
	return new Promise((done, failed) => {
		let begun = false;
		content.once('data', () => (begun = true));
		content.once('error', (error) => {
			if (begun) return void response.destroy();
			// What is answered instead is no file.
			for (const name of ['content-type', 'content-disposition']) response.removeHeader(name);
			failed(error);
		});
		response.once('close', () => {
			content.destroy();
			done();
		});
		content.pipe(response);
	});
}
