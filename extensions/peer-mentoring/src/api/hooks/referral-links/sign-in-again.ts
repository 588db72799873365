import type { ErrorRequestHandler } from 'express';

/** A person whose session has ended is shown how to sign in, where a program is told by Directus's own error. */
export function signInAgain(publicUrl: string): ErrorRequestHandler {
	const root = new URL(publicUrl, 'http://localhost').pathname.replace(/\/+$/, '');
	return (error, request, response, next) => {
		const { status } = (error ?? {}) as { status?: number };
		if (status !== 401 || request.accepts(['json', 'html']) !== 'html') return next(error);
		response.redirect(303, `${root}/refer?signed_out`);
	};
}
