import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { readVariables } from '../../../environment/read-variables.ts';
import { calendarMadeAt, forgetCalendar, issueCalendar } from '../../../storage/people/mentor-calendars.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { handler, signedIn, type AuthenticatedRequest } from '../../shared/http.ts';
import { noticePage } from '../../shared/pages/notice-page.ts';
import { noticeOf, PageRefused } from '../../shared/pages/refusals.ts';
import { addressOf } from '../../shared/pages/request.ts';
import { sendRefusal } from '../../shared/pages/send-refusal.ts';
import { consume, HOUR, limiterMaker } from '../../shared/rate-limits.ts';
import { wantsPage } from '../../shared/wants-json.ts';
import { feedOf } from './feed.ts';
import { NOTICES } from './texts.ts';

/** A Peer Mentor's appointments in the calendar of their phone, by a secret address that they make, renew and take away. */
export default defineEndpoint({
	id: 'calendar-feed',
	handler: (router, { database, env, logger }) => {
		const knex = database as unknown as Knex;
		const publicUrl = String(env.PUBLIC_URL).replace(/\/+$/, '');
		const unknown = limiterMaker(env)({
			name: 'UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR of calendars',
			most: readVariables(env).UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR,
			duration: HOUR,
		});

		/** The account of the Peer Mentor who asks; nobody else has a calendar, not even an Administrator. */
		const mentorWho = async (request: AuthenticatedRequest): Promise<string> => {
			const { role, user } = await signedIn(knex, request);
			if (role !== 'Peer Mentor' || user === null) throw new NotYoursError();
			return user;
		};
		const standing = async (user: string) => {
			const madeAt = await calendarMadeAt(knex, user);
			return { made_on: madeAt && today(madeAt) };
		};

		router.get(
			'/',
			handler(async (request, response) => {
				response.json({ data: await standing(await mentorWho(request)) });
			}),
		);
		router.post(
			'/',
			handler(async (request, response) => {
				const user = await mentorWho(request);
				const url = `${publicUrl}/calendar-feed/${await issueCalendar(knex, user)}.ics`;
				response.json({ data: { url, ...(await standing(user)) } });
			}),
		);
		router.delete(
			'/',
			handler(async (request, response) => {
				await forgetCalendar(knex, await mentorWho(request));
				response.status(204).end();
			}),
		);

		// It answers every error itself: none reaches Directus's log.
		router.get('/:file', async (request, response) => {
			try {
				const feed = await feedOf(knex, request.params.file.replace(/\.ics$/i, '')).catch(async (error: unknown) => {
					// Whoever has an address that works is never held back by what others try from the same network.
					if (error instanceof PageRefused) await consume(unknown, addressOf(request));
					throw error;
				});
				response
					.set('Cache-Control', 'private, no-store')
					.set('X-Robots-Tag', 'noindex, nofollow')
					.type('text/calendar; charset=utf-8')
					.send(feed);
			} catch (error) {
				const language = askedLanguage(request);
				const notices = NOTICES[language];
				const page = (kind: PageRefused['kind']) => noticePage(noticeOf(notices, kind), language);
				const json = !wantsPage(request);
				sendRefusal(error, { response, json, notices, page, what: 'The calendar of a Peer Mentor' }, logger);
			}
		});
	},
});
