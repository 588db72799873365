import { defineEndpoint } from '@directus/extensions-sdk';
import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import { readAnswer } from '../../../domain/journey/plan-confirmation.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { readVariables } from '../../../environment/read-variables.ts';
import type { StoredLink } from '../../../storage/journey/plan-confirmations.ts';
import { askedLanguage, languageIn } from '../../shared/asked-language.ts';
import { inTheirLanguage } from '../../shared/errors.ts';
import { handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { mailServerOf } from '../../shared/mail-server.ts';
import { noticePage } from '../../shared/pages/notice-page.ts';
import { noticeOf, PageRefused, type RefusalKind } from '../../shared/pages/refusals.ts';
import { addressOf, readBody } from '../../shared/pages/request.ts';
import { sendJson, sendPage } from '../../shared/pages/send.ts';
import { fieldError, sendRefusal } from '../../shared/pages/send-refusal.ts';
import { consume, HOUR, limiterMaker } from '../../shared/rate-limits.ts';
import { noteRead } from '../../shared/read-log.ts';
import { tellEverybody } from '../../shared/tell-everybody.ts';
import { traceOf } from '../../shared/trace-of.ts';
import { wantsPage } from '../../shared/wants-json.ts';
import { confirm, openLink, type WritePlan } from './confirm.ts';
import { makeLink } from './make-link.ts';
import { answeredPage, planPage } from './pages.ts';
import { TEXTS } from './texts.ts';

interface Asked {
	request: Request;
	response: Response;
	link: StoredLink;
	language: Language;
	token: string;
}

/** A Mentee reads their SMART Action Plan by a link and agrees to it, or asks for a change, without a login (Table A). */
export default defineEndpoint({
	id: 'plan-confirmation',
	handler: (router, { database, services, getSchema, env, logger }) => {
		const knex = database as unknown as Knex;
		const publicUrl = String(env.PUBLIC_URL).replace(/\/+$/, '');
		const root = new URL(publicUrl, 'http://localhost').pathname.replace(/\/+$/, '');
		const tell = tellEverybody((error) =>
			logger.error(`Nobody could be told of a plan that was agreed to: ${traceOf(error)}`),
		);
		const unknown = limiterMaker(env)({
			name: 'UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR of plans',
			most: readVariables(env).UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR,
			duration: HOUR,
		});

		/** Finds the plan, lets it be answered, and answers every error itself: none reaches Directus's log. */
		const answering = (work: (asked: Asked) => Promise<void>) => async (request: Request, response: Response) => {
			const token = String(request.params.token);
			let language = askedLanguage(request);
			try {
				const link = await openLink(knex, token).catch(async (error: unknown) => {
					// Whoever has a link that works is never held back by what others try from the same address.
					const isUnknown = error instanceof PageRefused && error.kind === 'link';
					if (isUnknown) await consume(unknown, addressOf(request));
					throw error;
				});
				language = askedLanguage(request, link.plan.language);
				await work({ request, response, link, language, token });
			} catch (error) {
				const { notices } = TEXTS[language];
				// Nothing tells apart what a link can lack.
				const page = (kind: RefusalKind) => noticePage(noticeOf(notices, kind), language);
				const json = !wantsPage(request);
				sendRefusal(error, { response, json, notices, page, what: 'The confirmation of a plan' }, logger);
			}
		};

		const show = ({ response, link, language, token }: Asked, status = 200, typed = '', problem?: string) =>
			sendPage(
				response,
				status,
				planPage({ language, address: `${root}/plan-confirmation/${token}`, plan: link.plan.read, typed, problem }),
			);

		const read = async (asked: Asked) => {
			const { request, response, link, language } = asked;
			await noteRead('action_plans', [link.plan.id]);
			if (wantsPage(request)) return show(asked);
			const { goal, actions } = link.plan.read;
			const { expires_on } = link;
			sendJson(response, 200, { data: { language, goal, actions, wording: TEXTS[language].wording, expires_on } });
		};

		const answer = async (asked: Asked) => {
			const { request, response, link, language, token } = asked;
			const body = await readBody(request);
			const typed = typeof body.asked_change === 'string' ? body.asked_change : '';
			await noteRead('action_plans', [link.plan.id]);
			if (body.switch_to) return show({ ...asked, language: languageIn(body.switch_to) }, 200, typed);
			const given = readAnswer(body);
			if (typeof given === 'string') {
				const message = TEXTS[language].problems[given];
				if (wantsPage(request)) return show(asked, 400, typed, message);
				const field = given === 'answer_missing' ? 'answer' : 'asked_change';
				return sendJson(response, 400, { errors: [fieldError(field, message)] });
			}
			const schema = await getSchema();
			const writePlan: WritePlan = (transaction, id, change, options) =>
				new services.ItemsService('action_plans', {
					schema,
					knex: transaction as never,
					accountability: null,
				}).updateOne(id, change, options as never);
			await confirm({ knex, writePlan, tell }, token, given, language);
			if (wantsPage(request)) return sendPage(response, 200, answeredPage(given.answer, language));
			sendJson(response, 200, { data: { answer: given.answer } });
		};

		router.post(
			'/links/:id',
			handler(async (request: AuthenticatedRequest, response) => {
				const asked = { database: knex, accountability: request.accountability };
				const { subject, email, ...made } = await inTheirLanguage(asked, () => makeLink(knex, request, publicUrl));
				const wanted = (request.body as { send?: unknown } | undefined)?.send === true;
				const sent = wanted && email !== null && mailServerOf(env) && (await send(email, subject, made.text));
				sendJson(response, 200, { data: { ...made, sent } });
			}),
		);
		router.get('/:token', answering(read));
		router.post('/:token', answering(answer));

		/** @returns whether the mail server took it */
		async function send(to: string, subject: string, text: string): Promise<boolean> {
			try {
				await new services.MailService({ schema: await getSchema() }).send({ to, subject, text });
				return true;
			} catch (error) {
				logger.error(`A link to a plan did not go out: ${traceOf(error)}`);
				return false;
			}
		}
	},
});
