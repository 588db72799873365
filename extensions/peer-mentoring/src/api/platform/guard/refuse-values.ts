import { createError } from '@directus/errors';
import type { ErrorRequestHandler } from 'express';
import { isKept } from '../../../storage/platform/trail/tables.ts';
import { isStumbling } from './stumbling.ts';
import { describeRejection } from './keep-serving.ts';

const TrailKept = createError(
	'FORBIDDEN',
	'What was done, read or sent stays on record: nobody changes or deletes it.',
	403,
);

const WrongKind = createError('INVALID_QUERY', 'A value or a field of this request is of the wrong kind.', 400);

/** What PostgreSQL says of a value that is none of its column's, or that it has no such operation for. */
const WRONG_VALUE = /^(22[0-9A-Z]{3}|42804|42883)$/;
/** Of a field that is no column, as the list of another collection's records; SQLite says so in words alone. */
const NO_COLUMN = /^42703$/;
const NO_COLUMN_IN_WORDS = /^SQLITE_ERROR: no such column|: no such column: /;

/** Whether an error of the database says that the request was wrong, and not the platform. */
function isWrongKind(error: unknown, method: string): boolean {
	if (!(error instanceof Error)) return false;
	const code = String((error as { code?: unknown }).code);
	if (WRONG_VALUE.test(code) || isStumbling(error)) return true;
	const reads = method === 'GET' || method === 'SEARCH';
	return reads && (NO_COLUMN.test(code) || NO_COLUMN_IN_WORDS.test(error.message));
}

/**
 * Answers what was asked with a value of the wrong kind with a 400: Directus leaves that to the database, and answers
 * its refusal as a fault of its own.
 */
export function refuseWrongKinds(log: (details: object, message: string) => void): ErrorRequestHandler {
	return (error, request, _response, next) => {
		if (isKept(error)) return next(new TrailKept());
		if (!isWrongKind(error, request.method)) return next(error);
		log(describeRejection(error), 'The database refused a value of a request');
		next(new WrongKind());
	};
}
