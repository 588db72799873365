import type { RequestHandler } from 'express';
import { faultInAssetQuery } from './asset-query.ts';
import { inLanguage } from '../../../domain/language/text.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import { isClosed } from './closed-routes.ts';
import { faultInDeep } from './deep-query.ts';
import { FORGED, isForged } from './forged.ts';
import { faultInShape } from './query-shape.ts';
import { normalPath } from './normal-path.ts';
import { answer, forbidden, invalid, notFound, type Refusal } from './refusal.ts';

/** What a request says about itself before anybody has looked who sends it. */
export interface EarlyRequest {
	method: string;
	path: string;
	query: Record<string, unknown>;
	contentType: string;
	site?: string | undefined;
	origin?: string | undefined;
	host?: string | undefined;
	/** Where the platform is. */
	own?: string;
}

/** The first gate, before Directus reads the query or the body: holds for everybody, the Administrator included. */
export function refusalBeforeSignIn(request: EarlyRequest): Refusal | undefined {
	const { method, path, query, contentType, site, origin, host, own = '' } = request;
	const normal = normalPath(path);
	if (normal === undefined) return invalid('The address is ambiguous: write it without encoded slashes, "." and "..".');
	if (isClosed(method, normal)) return notFound(normal);
	if (isForged({ method, site, origin, host }, own)) return forbidden(FORGED);
	// An address is kept: in logs, histories and proxies.
	if ('access_token' in query) return invalid('A token does not belong in an address: send it as a header.');
	// A part that the query parser left undivided, such as `deep[a]...` beyond its depth, counts as `deep` too.
	for (const [name, value] of Object.entries(query)) {
		const fault = name === 'deep' || name.startsWith('deep[') ? faultInDeep(value) : undefined;
		if (fault) return invalid(fault);
	}
	const shape = faultInShape(query);
	if (shape) return invalid(shape);
	if (normal.startsWith('/assets/')) {
		const fault = faultInAssetQuery(query);
		if (fault) return invalid(fault);
	}
	if (normal.startsWith('/utils/') && /^\s*multipart\//i.test(contentType)) {
		return forbidden('Files are not imported here: send them to /caseload/import.');
	}
	return undefined;
}

/** @param own where the platform is, as `https://mentoring.example.org` */
export function refuseEarly(own: string): RequestHandler {
	return (request, response, next) => {
		const { method, path, query } = request;
		const refusal = refusalBeforeSignIn({
			...{ method, path, query, own, contentType: request.headers['content-type'] ?? '' },
			site: request.get('sec-fetch-site'),
			origin: request.get('origin'),
			host: request.get('host'),
		});
		if (!refusal) return next();
		const { words } = refusal;
		answer(response, words ? { ...refusal, message: inLanguage(words, askedLanguage(request)) } : refusal);
	};
}
