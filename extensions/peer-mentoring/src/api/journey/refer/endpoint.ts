import { randomUUID } from 'node:crypto';
import { defineEndpoint } from '@directus/extensions-sdk';
import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { askedLanguage, languageIn } from '../../shared/asked-language.ts';
import { handler, type AuthenticatedRequest } from '../../shared/http.ts';
import type { RefusalKind } from '../../shared/pages/refusals.ts';
import { sendJson, sendPage } from '../../shared/pages/send.ts';
import { fieldError, sendRefusal } from '../../shared/pages/send-refusal.ts';
import { wantsJson } from '../../shared/wants-json.ts';
import { newTokenFor } from './issue-link.ts';
import { makeLimits } from './limits.ts';
import { makeReferral, type Creates } from './make-referral.ts';
import { formPage } from './pages/form-page.ts';
import { acknowledgementPage, refusalPage, resultsPage } from './pages/other-pages.ts';
import { addressOf, readBody } from '../../shared/pages/request.ts';
import { resultsFor } from './results.ts';
import { linkHolderOf, referrerOf, type Sender } from './sender.ts';
import { readForm, takeForm, type Taken } from './take-form.ts';
import { TEXTS } from './texts.ts';

interface Asked {
	request: Request;
	response: Response;
	sender: Sender;
	language: Language;
	/** Of this sender's form. */
	address: string;
}

/** The referral form for people outside: a signed-in Referrer, or an organisation with a link (2.23). */
export default defineEndpoint({
	id: 'refer',
	handler: (router, { database, services, getSchema, env, logger }) => {
		const knex = database as unknown as Knex;
		const limits = makeLimits(env);
		const publicUrl = String(env.PUBLIC_URL).replace(/\/+$/, '');
		const root = new URL(publicUrl, 'http://localhost').pathname.replace(/\/+$/, '');

		const signedIn = (request: AuthenticatedRequest) => referrerOf(knex, request);
		const byLink = (request: AuthenticatedRequest) =>
			linkHolderOf(knex, limits, String(request.params.token), addressOf(request));

		/** Finds out who asks, lets them be answered, and answers every error itself: none reaches Directus's log. */
		const answering =
			(findSender: (request: AuthenticatedRequest) => Promise<Sender>, work: (asked: Asked) => Promise<void>) =>
			async (request: AuthenticatedRequest, response: Response) => {
				let language = askedLanguage(request, null);
				try {
					const sender = await findSender(request);
					language = askedLanguage(request, sender.language);
					await work({ request, response, sender, language, address: `${root}/refer${sender.path}` });
				} catch (error) {
					const page = (kind: RefusalKind) => refusalPage(kind, language, `${root}/admin`);
					const notices = TEXTS[language].refusals;
					const json = wantsJson(request);
					sendRefusal(error, { response, json, notices, page, what: 'The form for referrals' }, logger);
				}
			};

		const sendForm = ({ response, sender, language, address }: Asked, status: number, taken: Taken) => {
			const answers = { ...taken.given, ...sender.offer.fixed };
			const submission = taken.submission ?? randomUUID();
			sendPage(response, status, formPage({ sender, address, language, ...taken, answers, submission }));
		};
		const showForm = async (asked: Asked) => sendForm(asked, 200, readForm({}));

		const takeOne = async (asked: Asked) => {
			const { request, response, sender, language, address } = asked;
			const body = await readBody(request);
			if (body.switch_to) return sendForm({ ...asked, language: languageIn(body.switch_to) }, 200, readForm(body));
			const taken = await takeForm(body, sender, language, async (answers, submission) => {
				await limits.countReferral(sender, addressOf(request));
				const schema = await getSchema();
				const referrals = new services.ItemsService('referrals', { schema, knex: database, accountability: null });
				return makeReferral(knex, referrals as unknown as Creates, sender, answers, submission);
			});
			const { reference, problems } = taken;
			if (wantsJson(request)) {
				if (reference) return sendJson(response, 200, { data: { reference } });
				return sendJson(response, 400, { errors: problems.map(({ field, message }) => fieldError(field, message)) });
			}
			if (reference) return sendPage(response, 200, acknowledgementPage({ address, language }, reference));
			sendForm(asked, 400, taken);
		};

		const showResults = async ({ request, response, sender, language, address }: Asked) => {
			const rows = await resultsFor(knex, sender, language);
			if (request.accepts(['json', 'html']) === 'html') {
				return sendPage(response, 200, resultsPage({ address, language }, rows));
			}
			sendJson(response, 200, { data: rows });
		};

		router.get('/', answering(signedIn, showForm));
		router.post('/', answering(signedIn, takeOne));
		router.get('/results', answering(signedIn, showResults));
		router.post(
			'/links/:id',
			handler(async (request, response) => {
				const url = `${publicUrl}/refer/${await newTokenFor(knex, request)}`;
				sendJson(response, 200, { data: { url } });
			}),
		);
		router.get('/:token', answering(byLink, showForm));
		router.post('/:token', answering(byLink, takeOne));
		router.get('/:token/results', answering(byLink, showResults));
	},
});
