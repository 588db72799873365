/** What people are told while nothing can be saved, and what the health check learns from it. */
import { createError } from '@directus/errors';
import type { ErrorRequestHandler } from 'express';
import type { Knex } from 'knex';
import { text, type Texts } from '../../../domain/language/text.ts';
import { troubleOf, type Trouble } from '../../../storage/database/trouble.ts';
import { languageInTrouble } from '../../shared/asked-language.ts';

const WORDS: Record<Trouble, Texts> = {
	full: text(
		'Nothing can be saved now: the platform has no room left. Nothing was changed. Keep what you have typed, tell whoever runs the platform, and try again later.',
		'Ni ellir cadw dim ar hyn o bryd: nid oes lle ar ôl gan y platfform. Ni newidiwyd dim. Cadwch yr hyn rydych wedi’i deipio, dywedwch wrth bwy bynnag sy’n rhedeg y platfform, a rhowch gynnig arall arni yn nes ymlaen.',
	),
	read_only: text(
		'Nothing can be saved now: the platform may only read. Nothing was changed. Keep what you have typed, tell whoever runs the platform, and try again later.',
		'Ni ellir cadw dim ar hyn o bryd: dim ond darllen y gall y platfform. Ni newidiwyd dim. Cadwch yr hyn rydych wedi’i deipio, dywedwch wrth bwy bynnag sy’n rhedeg y platfform, a rhowch gynnig arall arni yn nes ymlaen.',
	),
	away: text(
		'The platform cannot reach its records now. Keep what you have typed and try again in a minute.',
		'Ni all y platfform gyrraedd ei gofnodion ar hyn o bryd. Cadwch yr hyn rydych wedi’i deipio a rhowch gynnig arall arni mewn munud.',
	),
	busy: text(
		'Too many people are saving at this moment. Nothing was changed. Try again in a minute.',
		'Mae gormod o bobl yn cadw ar hyn o bryd. Ni newidiwyd dim. Rhowch gynnig arall arni mewn munud.',
	),
};

const NotNowError = createError<{ reason: string }>('SERVICE_UNAVAILABLE', ({ reason }) => reason, 503);

/** After so many seconds a program may ask again. */
const AGAIN = '30';

/**
 * Answers what cannot be done now with a 503 in words: Directus answers it as a fault of its own, and logs the statement.
 * @param note is told of each
 */
export function tellTrouble(knex: Knex, note: (trouble: Trouble) => void): ErrorRequestHandler<Record<string, string>> {
	return (error, request, response, next) => {
		const trouble = troubleOf(Array.isArray(error) ? error[0] : error);
		if (trouble === undefined || response.headersSent) return next(error);
		note(trouble);
		void languageInTrouble(knex, request).then((language) => {
			response.set('Retry-After', AGAIN);
			next(new NotNowError({ reason: WORDS[trouble][language] }));
		});
	};
}
