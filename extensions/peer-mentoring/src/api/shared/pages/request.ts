import type { Request } from 'express';
import { readForm } from '../read-form.ts';
import { PageRefused } from './refusals.ts';

/** Many times what an honest form holds. */
const MOST_BYTES = 20_000;

/** The fields of a request: of the page (form-urlencoded), or as JSON. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
	if (request.is('application/json')) {
		const { rawBody } = request as { rawBody?: Buffer };
		if (rawBody && rawBody.length > MOST_BYTES) throw new PageRefused('too_large');
		return typeof request.body === 'object' && request.body !== null ? request.body : {};
	}
	if (!request.is('application/x-www-form-urlencoded')) throw new PageRefused('media_type');
	return readForm(request, MOST_BYTES, {
		tooLarge: () => new PageRefused('too_large'),
		broken: () => new PageRefused('media_type'),
	});
}

/** The address that limits count by, as Directus has worked it out behind its proxies. */
export function addressOf(request: Request): string {
	const { accountability } = request as { accountability?: { ip?: string | null } };
	return accountability?.ip ?? request.ip ?? '';
}
