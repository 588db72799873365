import type { Accountability, SchemaOverview } from '@directus/types';
import type { Request, RequestHandler, Response } from 'express';
import type { Knex } from 'knex';
import { inLanguage } from '../../../domain/language/text.ts';
import type { Words } from '../../../domain/language/words.ts';
import { languageOfAccount } from '../../../storage/platform/accounts.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import { demandProof, FreshProofRequiredError } from '../../shared/fresh-proof.ts';
import { faultInFollowing } from './follow-query.ts';
import type { accountGate } from './account-gate.ts';
import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import { isExport } from './exports.ts';
import { faultInDeep } from './deep-query.ts';
import { faultInDropping, faultInTrailModel, modelChangedBy } from './evidence.ts';
import { refusalOfGraphQL } from './graphql-request.ts';
import { normalPath } from './normal-path.ts';
import { isEndpoint, isOpen } from './open-routes.ts';
import { faultInModelRequest, type IsPlatforms } from './platform-model.ts';
import { answer, forbidden, invalid, type Refusal } from './refusal.ts';
import { isPlainObject } from './query-parts.ts';
import { faultInShape } from './query-shape.ts';
import { faultInSettingsQuery } from './settings.ts';

/** A request as Directus has prepared it: the caller is known, the body is read. */
export interface KnownRequest {
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: unknown;
	user: string | null;
	admin: boolean;
	isCollection: (name: string) => boolean;
}

const SIGN_IN: Refusal = {
	...{ status: 401, code: 'INVALID_CREDENTIALS', message: 'Sign in first.' },
	words: { en: 'Sign in first.', cy: 'Mewngofnodwch yn gyntaf.' },
};
const NOT_OF_YOUR_ROLE: Words = {
	en: 'Your role does not use this part of the platform.',
	cy: 'Nid yw eich rôl yn defnyddio’r rhan hon o’r platfform.',
};
const NOTHING_PUBLIC: Words = {
	en: 'Sign in first: nothing here is public.',
	cy: 'Mewngofnodwch yn gyntaf: nid oes dim yma’n gyhoeddus.',
};

/** The second gate, before every route: what is not named as open is refused to everybody but the Administrator. */
export function refusalOfCaller(request: KnownRequest): Refusal | undefined {
	const { method, query, user, admin } = request;
	const path = normalPath(request.path) ?? '';
	const body = isPlainObject(request.body) ? request.body : {};
	if (!admin && !isOpen(method, path, request)) {
		if (user !== null) return forbidden(NOT_OF_YOUR_ROLE);
		return isEndpoint(method, path) ? SIGN_IN : forbidden(NOTHING_PUBLIC);
	}
	if (path === '/graphql' || path === '/graphql/system') {
		const from = method === 'GET' ? query : body;
		const system = path === '/graphql/system';
		return refusalOfGraphQL({ query: from.query, variables: from.variables, system, admin });
	}
	if (method !== 'GET' && method !== 'HEAD' && isOfExtensions(path)) return forbidden(EXTENSIONS_STAY);
	if (body.query !== undefined && body.query !== null && !isPlainObject(body.query) && isRead(method, path)) {
		return invalid('"query" must be an object such as {"fields":["id"]}.');
	}
	const deep = isPlainObject(body.query) && 'deep' in body.query ? faultInDeep(body.query.deep) : undefined;
	const asked = deep ?? faultInShape(body.query);
	if (asked) return invalid(asked);
	const dropped = method === 'DELETE' ? /^\/(?:collections|fields)\/([^/]+)/.exec(path)?.[1] : undefined;
	const evidence =
		faultInDropping([dropped]) ?? faultInTrailModel(modelChangedBy({ method, path, body: request.body }));
	if (evidence) return forbidden(evidence);
	if (admin) return undefined;
	const following = faultInFollowing(query) ?? faultInFollowing(body.query);
	if (following) return invalid(following);
	if ((method === 'PATCH' || method === 'DELETE') && Object.hasOwn(body, 'query')) {
		return forbidden('Name the records to change: send "keys" instead of "query".');
	}
	const settings = path === '/settings' ? faultInSettingsQuery(query) : undefined;
	return settings === undefined ? undefined : forbidden(settings);
}

/** Whoever switches off an extension switches off the rules of the platform, this gate among them. */
const EXTENSIONS_STAY =
	'Extensions are installed on the machine: none is added, switched off or removed here. The rules of the platform are one.';

/** Requests whose body holds a query; of a record that is written, a field may have that name. */
const isRead = (method: string, path: string) =>
	method === 'SEARCH' || method === 'DELETE' || path.startsWith('/utils/export');

const isOfExtensions = (path: string) => path === '/extensions' || path.startsWith('/extensions/');

type DirectusRequest = Request & { accountability?: Accountability; schema?: SchemaOverview };

interface Gate {
	knex: Knex;
	refusalOfAccount: ReturnType<typeof accountGate>;
	isPlatforms: IsPlatforms;
	/** Whether everybody has a second factor, and shows it anew for what weighs most. */
	secondFactor: boolean;
	/** What stands before every path of the platform's address. */
	root: string;
	/** Is told of every request of somebody who may do everything. */
	administrates: (user: string) => void;
}

const SWITCHES_OFF = /^\/users\/[^/]+\/tfa\/disable$/;

export function refuseByCaller(gate: Gate): RequestHandler {
	const { knex, refusalOfAccount, isPlatforms, secondFactor, root, administrates } = gate;
	return async (request: DirectusRequest, response, next) => {
		try {
			const { method, query, body } = request;
			const { user = null, admin = false } = request.accountability ?? {};
			const path = normalPath(request.path) ?? '';
			const refusal =
				(await refusalOfAccount(request as never, path)) ??
				refusalOfCaller({
					...{ method, path: request.path, query, body, user, admin },
					isCollection: projectCollections(request.schema),
				});
			if (refusal) return answer(response, await asRead(refusal, request, knex));
			if (admin && user) administrates(user);
			if (secondFactor && SWITCHES_OFF.test(path)) {
				const { messages, ...stays } = ACCOUNT_REFUSALS.second_factor_stays;
				return answer(response, { ...stays, message: messages[askedLanguage(request)] });
			}
			const fault = await faultInModelRequest({ method, path }, isPlatforms);
			if (fault) return answer(response, forbidden(fault));
			if (secondFactor && isExport(method, path, [query, (body as { query?: unknown } | undefined)?.query]))
				await demandProof(knex, request.accountability);
			next();
		} catch (error) {
			if (error instanceof FreshProofRequiredError && askByPage(request, response, root)) return;
			next(error);
		}
	};
}

/** A refusal in the language of whoever meets it. */
async function asRead(refusal: Refusal, request: DirectusRequest, knex: Knex): Promise<Refusal> {
	if (!refusal.words) return refusal;
	const user = request.accountability?.user;
	const language = askedLanguage(request, user ? await languageOfAccount(knex, user) : null);
	return { ...refusal, message: inLanguage(refusal.words, language) };
}

/** Whoever follows a link to a file is asked on a page, which leads back to it. */
function askByPage(request: Request, response: Response, root: string): boolean {
	if (request.method !== 'GET' || request.accepts(['json', 'html']) !== 'html') return false;
	response.redirect(303, `${root}/second-factor/proof?then=${encodeURIComponent(request.url)}`);
	return true;
}

/** Paths are compared in lower case, so the names are too. */
function projectCollections(schema: SchemaOverview | undefined): (name: string) => boolean {
	const names = Object.keys(schema?.collections ?? {}).filter((name) => !name.startsWith('directus_'));
	return (asked) => names.some((name) => name.toLowerCase() === asked);
}
