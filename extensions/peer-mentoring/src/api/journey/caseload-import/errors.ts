import { createError } from '@directus/errors';
import type { Language } from '../../../domain/language/messages.ts';
import { ImportBusy } from '../../../storage/loading/load-import.ts';
import { traceOf } from '../../shared/trace-of.ts';
import { TEXTS } from './texts.ts';

const ImportBusyError = createError<{ reason: string }>('SERVICE_UNAVAILABLE', ({ reason }) => reason, 503);
const ImportFailedError = createError<{ reason: string }>('INTERNAL_SERVER_ERROR', ({ reason }) => reason, 500);

interface Logger {
	error: (message: string) => void;
}

/** What to answer instead of an error nobody expected: the log says where it was, and the caller nothing of it. */
export function errorFor(error: unknown, logger: Logger, language: Language): Error {
	if (error instanceof ImportBusy) return new ImportBusyError({ reason: TEXTS[language].busy });
	logger.error(`The import failed: ${traceOf(error)}`);
	return new ImportFailedError({ reason: TEXTS[language].failed });
}
