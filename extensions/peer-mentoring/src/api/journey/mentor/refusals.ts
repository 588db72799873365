import { createError } from '@directus/errors';

const NotFoundError = createError('ROUTE_NOT_FOUND', 'There is nothing here.', 404);

export function notFoundHere(): Error {
	return new NotFoundError();
}
