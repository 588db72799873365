/** Why a request for a page is not answered with it. */
export type RefusalKind =
	'sign_in' | 'forbidden' | 'link' | 'changed' | 'not_now' | 'too_many' | 'too_large' | 'media_type' | 'failed';

export class PageRefused extends Error {
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
	changed: { status: 409, code: 'PLAN_HAS_CHANGED' },
	not_now: { status: 409, code: 'PLAN_CANNOT_BE_AGREED' },
	too_many: { status: 429, code: 'REQUESTS_EXCEEDED' },
	too_large: { status: 413, code: 'CONTENT_TOO_LARGE' },
	media_type: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
	failed: { status: 500, code: 'INTERNAL_SERVER_ERROR' },
};

export interface Notice {
	title: string;
	text: string;
}

/** What each says, in one language; what a page never has to say is left out. */
export type Notices = Readonly<Partial<Record<RefusalKind, Notice>> & { failed: Notice }>;

export function noticeOf(notices: Notices, kind: RefusalKind): Notice {
	return notices[kind] ?? notices.failed;
}
