import type { ErrorRequestHandler } from 'express';

const SESSION_ENDED = ['INVALID_CREDENTIALS', 'INVALID_TOKEN', 'TOKEN_EXPIRED'];

/** A person whose session has ended is shown how to sign in, where a program is told by Directus's own error. */
export function signInAgain(publicUrl: string): ErrorRequestHandler {
	const root = new URL(publicUrl, 'http://localhost').pathname.replace(/\/+$/, '');
	return (error, request, response, next) => {
		const { code = '' } = (error ?? {}) as { code?: string };
		if (!SESSION_ENDED.includes(code) || request.accepts(['json', 'html']) !== 'html') return next(error);
		response.redirect(303, `${root}/refer?signed_out`);
	};
}
