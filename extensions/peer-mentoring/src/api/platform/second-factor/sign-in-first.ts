import type { ErrorRequestHandler } from 'express';

const SESSION_ENDED = ['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'TOKEN_EXPIRED'];

/** A person whose session has ended is brought to where they sign in, where a program is told by Directus's own error. */
export function signInFirst(root: string): ErrorRequestHandler {
	return (error, request, response, next) => {
		const { code = '' } = (error ?? {}) as { code?: string };
		if (!SESSION_ENDED.includes(code) || request.accepts(['json', 'html']) !== 'html') return next(error);
		response.redirect(303, `${root}/admin/login`);
	};
}
