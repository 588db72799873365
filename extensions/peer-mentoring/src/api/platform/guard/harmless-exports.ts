import type { NextFunction, Request, Response } from 'express';
import { FORMULA_SIGN } from '../../../domain/language/plain-text.ts';
import { neutralised } from '../../../domain/loading/live-formula.ts';

/** A cell in quotation marks that begins like a formula; numbers stand without them. */
const LIVE_CELL = new RegExp(String.raw`(^\uFEFF?|[,\n])"('*${FORMULA_SIGN})`, 'g');

/** Directus's own exports as CSV carry no live formula: their cells are made plain text before they are sent. */
export function harmlessExports(request: Request, response: Response, next: NextFunction): void {
	const send = response.send.bind(response);
	response.send = (body: unknown) => {
		const { sanitizedQuery } = request as Request & { sanitizedQuery?: { export?: unknown } };
		const isExport = typeof body === 'string' && String(sanitizedQuery?.export).startsWith('csv');
		return send(isExport ? harmless(body) : body);
	};
	next();
}

export function harmless(csv: string): string {
	return csv.replace(LIVE_CELL, (_, before: string, start: string) => `${before}"${neutralised(start)}`);
}
