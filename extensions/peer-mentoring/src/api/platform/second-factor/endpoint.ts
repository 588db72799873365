import { createError } from '@directus/errors';
import { defineEndpoint } from '@directus/extensions-sdk';
import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import { secondFactorIsRequired } from '../../../environment/second-factor.ts';
import { recoveryCodesLeft } from '../../../storage/platform/recovery-codes.ts';
import { standingOf, type Standing } from '../../../storage/platform/standing.ts';
import { demandProof } from '../../shared/fresh-proof.ts';
import { askedLanguage, languageIn } from '../../shared/asked-language.ts';
import { BadRequestError } from '../../shared/errors.ts';
import { handler, signedIn, type AuthenticatedRequest } from '../../shared/http.ts';
import { sendJson, sendPage } from '../../shared/pages/send.ts';
import { readForm } from '../../shared/read-form.ts';
import { wantsJson } from '../../shared/wants-json.ts';
import { OwnFactor, type Services, type Who } from './factor.ts';
import { codesPage, havePage, proofPage, scanPage, signInPage, startPage, type Where } from './pages.ts';
import { TEXTS } from './texts.ts';

const MOST_BYTES = 5000;

const WrongAnswerError = createError<{ reason: string }>('INVALID_OTP', ({ reason }) => reason, 400);

interface Asked {
	request: Request;
	response: Response;
	account: Standing;
	factor: OwnFactor;
	user: string;
	where: Where;
	given: Record<string, string>;
}

/** Enrolling with a second factor, its recovery codes, and the fresh proof that weighty things ask for (5.1). */
export default defineEndpoint({
	id: 'second-factor',
	handler: (router, { database, services, getSchema, env }) => {
		const knex = database as unknown as Knex;
		const root = new URL(String(env.PUBLIC_URL), 'http://localhost').pathname.replace(/\/+$/, '');

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
				await work({ request, response, account, factor, user: who.user, where, given: await givenIn(request) });
			});

		/** The page again with what is wrong, or an error for a program. */
		const wrong = ({ request, response, where }: Asked, fault: string, page: (where: Where) => string) => {
			if (wantsJson(request)) throw new WrongAnswerError({ reason: fault });
			sendPage(response, 400, page({ ...where, fault }));
		};
		const sendCodes = ({ request, response, where }: Asked, codes: string[], enrolled: boolean) => {
			// The session has ended with it: a browser that still sent its cookie would be told so, in no language.
			if (enrolled)
				response.clearCookie(String(env.SESSION_COOKIE_NAME), { secure: env.SESSION_COOKIE_SECURE === true });
			if (wantsJson(request)) return sendJson(response, 200, { data: { recovery_codes: codes } });
			sendPage(response, 200, codesPage(where, codes, enrolled));
		};

		router.get('/', (request, response, next) => {
			const { accountability } = request as AuthenticatedRequest;
			if (accountability?.user || wantsJson(request)) return show(request, response, next);
			sendPage(response, 200, signInPage({ root, language: askedLanguage(request) }));
		});
		const show = asking(async ({ request, response, account, user, where }) => {
			const left = await recoveryCodesLeft(knex, user);
			if (wantsJson(request)) {
				const data = { enrolled: account.factor !== null, required: secondFactorIsRequired(env), recovery_codes: left };
				return sendJson(response, 200, { data });
			}
			sendPage(response, 200, account.factor === null ? startPage(where) : havePage(where, left));
		});

		router.post(
			'/',
			asking(async (asked) => {
				const { request, response, account, factor, where, given } = asked;
				const texts = TEXTS[where.language];
				if (account.factor !== null) throw new BadRequestError({ reason: texts.startAgain });
				const { password, secret, otp, address = '' } = given;
				if (secret && otp) {
					// Whoever sits before an open session and does not know the password makes the account theirs otherwise.
					await demandProof(knex, (request as AuthenticatedRequest).accountability as Who, 'password');
					if (!(await factor.isOffered(secret))) return wrong(asked, texts.lapsed, startPage);
					const codes = await factor.enable(secret, otp);
					if (codes) return sendCodes(asked, codes, true);
					return wrong(asked, texts.wrongCode, (again) => scanPage(again, secret, address));
				}
				if (!password) throw new BadRequestError({ reason: texts.missing });
				const started = await factor.start(password);
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
				const { factor, account, user, where, given } = asked;
				const texts = TEXTS[where.language];
				const codes = account.factor !== null && given.otp ? await factor.renewCodes(given.otp) : undefined;
				if (codes) return sendCodes(asked, codes, false);
				const left = await recoveryCodesLeft(knex, user);
				wrong(asked, texts.wrongCode, (again) => havePage(again, left));
			}),
		);

		router.get(
			'/proof',
			asking(async ({ request, response, account, where }) => {
				sendPage(
					response,
					200,
					proofPage(where, account.factor ? 'code' : 'password', placeIn(request.query.then, root)),
				);
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
	const here = 'http://localhost';
	const text = String(then ?? '');
	const place = text.startsWith('/') && URL.canParse(text, here) ? new URL(text, here) : undefined;
	// Two slashes would begin the address of another host.
	if (place?.origin !== here || place.pathname.includes('//')) return `${root}/admin`;
	return `${place.pathname}${place.search}`;
}
