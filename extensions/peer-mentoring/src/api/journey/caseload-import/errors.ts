import { createError } from '@directus/errors';
import { ImportBusy } from '../../../storage/loading/load-import.ts';
import { traceOf } from '../../shared/trace-of.ts';

const ImportBusyError = createError<{ reason: string }>('SERVICE_UNAVAILABLE', ({ reason }) => reason, 503);
const ImportFailedError = createError(
	'INTERNAL_SERVER_ERROR',
	'The files could not be loaded, and nothing of them was. The log of the server says why.',
	500,
);

interface Logger {
	error: (message: string) => void;
}

/** What to answer instead of an error nobody expected: the log says where it was, and the caller nothing of it. */
export function errorFor(error: unknown, logger: Logger): Error {
	if (error instanceof ImportBusy) return new ImportBusyError({ reason: error.message });
	logger.error(`The import failed: ${traceOf(error)}`);
	return new ImportFailedError();
}
