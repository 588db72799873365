import type { Request } from 'express';

/** Whether a program asks and not a person: it sends JSON, or it would rather have JSON than a page. */
export function wantsJson(request: Request): boolean {
	return Boolean(request.is('application/json')) || request.accepts(['html', 'json']) === 'json';
}

/** Whether a person asks with a browser; whoever does not say what they would rather have is a program. */
export function wantsPage(request: Request): boolean {
	return !request.is('application/json') && request.accepts(['json', 'html']) === 'html';
}
