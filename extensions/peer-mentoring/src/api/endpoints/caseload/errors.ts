import { createError } from '@directus/errors';
import { ImportBusy } from '../../../storage/loading/load-import.ts';

const ImportBusyError = createError<{ reason: string }>('SERVICE_UNAVAILABLE', ({ reason }) => reason, 503);
const ImportFailedError = createError(
	'INTERNAL_SERVER_ERROR',
	'The files could not be loaded, and nothing of them was. The log of the server says why.',
	500,
);

interface Logger {
	error: (message: string) => void;
}

const FRAMES_LOGGED = 5;

/**
 * What to answer instead of an error nobody expected. A database's own words may repeat what is in the records, so
 * the log gets the place and the database's code, and the caller neither.
 */
export function errorFor(error: unknown, logger: Logger): Error {
	if (error instanceof ImportBusy) return new ImportBusyError({ reason: error.message });
	const { code, table, constraint, stack } = error as Record<string, unknown>;
	const frames = String(stack ?? '')
		.split('\n')
		.filter((line) => line.startsWith('    at '))
		.slice(0, FRAMES_LOGGED)
		.map((line) => line.trim());
	logger.error(`The import failed: ${[code, table, constraint, ...frames].filter(Boolean).join(', ')}`);
	return new ImportFailedError();
}
