import { createError } from '@directus/errors';
import { defineEndpoint } from '@directus/extensions-sdk';
import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import { isOfDirectory, owesCode } from '../../../domain/platform/second-factor.ts';
import { secondFactorIsRequired } from '../../../environment/second-factor.ts';
import { recoveryCodesLeft } from '../../../storage/platform/recovery-codes.ts';
import { standingOf, type Standing } from '../../../storage/platform/standing.ts';
import { sessionOf } from '../../../storage/platform/sign-in-sessions.ts';
import { demandProof, FreshProofRequiredError } from '../../shared/fresh-proof.ts';
import { askedLanguage, languageIn } from '../../shared/asked-language.ts';
import { BadRequestError } from '../../shared/errors.ts';
import { handler, signedIn, type AuthenticatedRequest } from '../../shared/http.ts';
import { sendJson, sendPage } from '../../shared/pages/send.ts';
import { placeWithin, rootOf } from '../../shared/place.ts';
import { readForm } from '../../shared/read-form.ts';
import { wantsJson } from '../../shared/wants-json.ts';
import { codePage, notLetInPage, signAgainPage } from './arrival-pages.ts';
import { arrive, giveCode, type Asked } from './arrival.ts';
import { OwnFactor, type Services, type Who } from './factor.ts';
import { codesPage, havePage, proofPage, scanPage, signInPage, startPage, type Where } from './pages.ts';
import { TEXTS } from './texts.ts';

const MOST_BYTES = 5000;

const WrongAnswerError = createError<{ reason: string }>('INVALID_OTP', ({ reason }) => reason, 400);

/** Enrolling with a second factor, its recovery codes, and the fresh proof that weighty things ask for (5.1). */
export default defineEndpoint({
	id: 'second-factor',
	handler: (router, { database, services, getSchema, env }) => {
		const knex = database as unknown as Knex;
		const root = rootOf(env);
		const required = secondFactorIsRequired(env);
		const forgetSession = (response: Response) =>
			response.clearCookie(String(env.SESSION_COOKIE_NAME), { secure: env.SESSION_COOKIE_SECURE === true });

		const asking = (work: (asked: Asked) => Promise<void>) =>
			handler(async (request, response) => {
				await signedIn(knex, request);
				const who = request.accountability as Who;
				const schema = await getSchema();
				const own: Services = {
					tfa: (accountability) =>
						new services.TFAService({ knex: database, schema, accountability } as never) as never,
					passwords: (accountability) =>
						new services.AuthenticationService({ knex: database, schema, accountability } as never) as never,
				};
				const account = (await standingOf(knex, who.user)) as Standing;
				const where = {
					root,
					language: askedLanguage(request, account.language ? languageIn(account.language) : null),
				};
				const factor = new OwnFactor(knex, own, who);
				const asked = { request, response, account, factor, who, where, given: await givenIn(request) };
				await work(asked).catch((error: unknown) => {
					const isOurs = !isOfDirectory(account.provider);
					if (isOurs || wantsJson(request) || !(error instanceof FreshProofRequiredError)) throw error;
					sendPage(response, 403, signAgainPage(where, account));
				});
			});

		/** The page again with what is wrong, or an error for a program. */
		const wrong = ({ request, response, where }: Asked, fault: string, page: (where: Where) => string) => {
			if (wantsJson(request)) throw new WrongAnswerError({ reason: fault });
			sendPage(response, 400, page({ ...where, fault }));
		};
		const sendCodes = ({ request, response, where }: Asked, codes: string[], enrolled: boolean) => {
			// The session has ended with it: a browser that still sent its cookie would be told so, in no language.
			if (enrolled) forgetSession(response);
			if (wantsJson(request)) return sendJson(response, 200, { data: { recovery_codes: codes } });
			sendPage(response, 200, codesPage(where, codes, enrolled));
		};

		router.get('/', (request, response, next) => {
			const { accountability } = request as AuthenticatedRequest;
			if (accountability?.user || wantsJson(request)) return show(request, response, next);
			sendPage(response, 200, signInPage({ root, language: askedLanguage(request) }));
		});
		const show = asking(async ({ request, response, account, who, where }) => {
			const left = await recoveryCodesLeft(knex, who.user);
			if (wantsJson(request)) {
				const data = { enrolled: account.factor !== null, required, recovery_codes: left };
				return sendJson(response, 200, { data });
			}
			const session = who.session_name === undefined ? undefined : await sessionOf(knex, who.session_name);
			if (owesCode(account, session?.code_at)) return response.redirect(303, `${root}/second-factor/next`);
			const start = startPage(where, isOfDirectory(account.provider));
			sendPage(response, 200, account.factor === null ? start : havePage(where, left));
		});

		router.post(
			'/',
			asking(async (asked) => {
				const { request, response, account, factor, who, where, given } = asked;
				const texts = TEXTS[where.language];
				const isDirectorys = isOfDirectory(account.provider);
				if (account.factor !== null) throw new BadRequestError({ reason: texts.startAgain });
				const { password, secret, otp, address = '' } = given;
				// Whoever sits before an open session and does not know the password makes the account theirs otherwise.
				if (isDirectorys || (secret && otp)) await demandProof(knex, who, 'password');
				if (secret && otp) {
					if (!(await factor.isOffered(secret))) {
						return wrong(asked, texts.lapsed, (again) => startPage(again, isDirectorys));
					}
					const codes = await factor.enable(secret, otp);
					if (codes) return sendCodes(asked, codes, true);
					return wrong(asked, texts.wrongCode, (again) => scanPage(again, secret, address));
				}
				if (!password && !isDirectorys) throw new BadRequestError({ reason: texts.missing });
				const started = isDirectorys ? await factor.begin() : await factor.start(String(password));
				if (!started) return wrong(asked, texts.wrongPassword, startPage);
				if (wantsJson(request)) {
					return sendJson(response, 200, { data: { secret: started.secret, otpauth_url: started.url } });
				}
				sendPage(response, 200, scanPage(where, started.secret, started.url));
			}),
		);

		router.post(
			'/codes',
			asking(async (asked) => {
				const { factor, account, who, where, given } = asked;
				const texts = TEXTS[where.language];
				const codes = account.factor !== null && given.otp ? await factor.renewCodes(given.otp) : undefined;
				if (codes) return sendCodes(asked, codes, false);
				const left = await recoveryCodesLeft(knex, who.user);
				wrong(asked, texts.wrongCode, (again) => havePage(again, left));
			}),
		);

		router.get('/next', (request, response, next) => {
			const where = { root, language: askedLanguage(request) };
			const { reason } = request.query;
			if (reason !== undefined) return sendPage(response, 403, notLetInPage(where, String(reason)));
			if ((request as AuthenticatedRequest).accountability?.user) return goOn(request, response, next);
			sendPage(response, 200, signInPage(where));
		});
		const goOn = asking((asked) => arrive(knex, asked, { required, then: placeIn(asked.request.query.then, root) }));
		router.post(
			'/next',
			asking(async (asked) => {
				const { request, response, where, given } = asked;
				const then = placeIn(given.then, root);
				const outcome = await giveCode(asked);
				if (outcome === 'wrong') {
					return wrong(asked, TEXTS[where.language].wrongCode, (again) => codePage(again, then));
				}
				// The session has ended with the factor.
				if (outcome === 'recovered') forgetSession(response);
				if (wantsJson(request)) return sendJson(response, 200, { data: { [outcome]: 'code' } });
				if (outcome === 'proved') return response.redirect(303, then);
				sendPage(response, 200, signAgainPage(where, asked.account));
			}),
		);

		router.get(
			'/proof',
			asking(async ({ request, response, account, where }) => {
				const then = placeIn(request.query.then, root);
				if (!account.factor && isOfDirectory(account.provider)) {
					return sendPage(response, 200, signAgainPage(where, account, then));
				}
				sendPage(response, 200, proofPage(where, account.factor ? 'code' : 'password', then));
			}),
		);
		router.post(
			'/proof',
			asking(async (asked) => {
				const { request, response, factor, account, where, given } = asked;
				const texts = TEXTS[where.language];
				const by = given.otp ? 'code' : 'password';
				const answer = given.otp ?? given.password;
				const possible = answer && !(by === 'code' && account.factor === null);
				const then = placeIn(given.then, root);
				if (!possible || !(await factor.prove(by, answer))) {
					const fault = by === 'code' ? texts.wrongCode : texts.wrongPassword;
					return wrong(asked, fault, (again) => proofPage(again, by, then));
				}
				if (wantsJson(request)) return sendJson(response, 200, { data: { proved: by } });
				response.redirect(303, then);
			}),
		);
	},
});

/** What was sent, by the page or by a program; only texts count. */
async function givenIn(request: Request): Promise<Record<string, string>> {
	if (request.method === 'GET') return {};
	const error = () => new BadRequestError({ reason: TEXTS[askedLanguage(request)].missing });
	const body: unknown = request.is('application/x-www-form-urlencoded')
		? await readForm(request, MOST_BYTES, { tooLarge: error, broken: error })
		: request.body;
	return Object.fromEntries(Object.entries(body ?? {}).filter(([, value]) => typeof value === 'string'));
}

/** A place of this platform, and of no other. */
function placeIn(then: unknown, root: string): string {
	const place = String(then ?? '').startsWith('/') ? placeWithin(then, 'http://localhost') : undefined;
	return place ?? `${root}/admin`;
}
