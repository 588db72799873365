/** Why a request for the form is not answered with it. */
export type RefusalKind = 'sign_in' | 'forbidden' | 'link' | 'too_many' | 'too_large' | 'media_type' | 'failed';

export class ReferRefused extends Error {
	readonly kind: RefusalKind;
	/** In seconds, where it is worth trying again. */
	readonly retryAfter: number | undefined;

	constructor(kind: RefusalKind, retryAfter?: number) {
		super(kind);
		this.kind = kind;
		this.retryAfter = retryAfter;
	}
}

/** The status and code of each; Directus's own codes where it has one. */
export const REFUSALS: Record<RefusalKind, { status: number; code: string }> = {
	sign_in: { status: 401, code: 'INVALID_CREDENTIALS' },
	forbidden: { status: 403, code: 'FORBIDDEN' },
	link: { status: 404, code: 'LINK_DOES_NOT_WORK' },
	too_many: { status: 429, code: 'REQUESTS_EXCEEDED' },
	too_large: { status: 413, code: 'CONTENT_TOO_LARGE' },
	media_type: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
	failed: { status: 500, code: 'INTERNAL_SERVER_ERROR' },
};
