import type { Response } from 'express';

/** Holds an answer back until a piece of work is done; where it fails, that is answered instead. */
export function holdAnswer(response: Response, work: () => Promise<void>): void {
	const end = response.end.bind(response) as (...given: unknown[]) => Response;
	response.end = ((...given: unknown[]) => {
		response.end = end as typeof response.end;
		if (response.statusCode >= 400) return end(...given);
		work().then(
			() => end(...given),
			() => refuse(response),
		);
		return response;
	}) as typeof response.end;
}

function refuse(response: Response): void {
	// What was streamed already cannot be taken back: it ends here, and is not whole.
	if (response.headersSent) return void response.destroy();
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	const message = 'This cannot be shown now, because the read log cannot be written.';
	response.status(503).json({ errors: [{ message, extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
}
