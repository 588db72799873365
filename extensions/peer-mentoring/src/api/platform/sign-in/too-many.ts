import { createError } from '@directus/errors';
import type { ErrorRequestHandler } from 'express';
import type { Language } from '../../../domain/language/messages.ts';
import { askedLanguage } from '../../shared/asked-language.ts';

const TEXTS: Record<Language, (wait: string) => string> = {
	'en-GB': (wait) => `Too many attempts with a wrong password or code. Try again in ${wait}.`,
	'cy-GB': (wait) => `Gormod o ymdrechion gyda chyfrinair neu god anghywir. Rhowch gynnig arall arni ymhen ${wait}.`,
};

/** When it may be tried again: seconds up to two minutes, then minutes. */
export function tooManyInWords(seconds: number, language: Language): string {
	const minutes = Math.ceil(seconds / 60);
	if (language === 'cy-GB') return TEXTS[language](seconds <= 120 ? `${seconds} eiliad` : `${minutes} munud`);
	if (seconds > 120) return TEXTS[language](`${minutes} minutes`);
	return TEXTS[language](seconds === 1 ? '1 second' : `${seconds} seconds`);
}

const secondsUntil = (reset: string) => Math.max(1, Math.ceil((Date.parse(reset) - Date.now()) / 1000));

/** Somebody has to wait before they try a password or a code again: until `reset`, as Directus calls it for its own limits. */
export const TooManyAttemptsError = createError<{ reset: string }>(
	'REQUESTS_EXCEEDED',
	({ reset }) => tooManyInWords(secondsUntil(reset), 'en-GB'),
	429,
);

/** Says it in the language of whoever asks. */
export const sayTooMany: ErrorRequestHandler = (error, request, response, next) => {
	if (error instanceof TooManyAttemptsError) {
		const seconds = secondsUntil(error.extensions.reset);
		error.message = tooManyInWords(seconds, askedLanguage(request));
		response.set('Retry-After', String(seconds));
	}
	next(error);
};
