import type { Request } from 'express';

/** Whether a program asks and not a person: it sends JSON, or it would rather have JSON than a page. */
export function wantsJson(request: Request): boolean {
	return Boolean(request.is('application/json')) || request.accepts(['html', 'json']) === 'json';
}
