import { describe, expect, it, test } from 'vitest';
import { requestError } from '../../../extensions/peer-mentoring/src/app/shared/request-error.ts';

/** A refusal as the client of `@directus/sdk` throws it. */
const refusal = (...errors: { message: string; code: string; reason?: string }[]) => ({
	response: new Response(),
	errors: errors.map(({ message, ...extensions }) => ({ message, extensions })),
});

describe('what went wrong with a request', () => {
	test.each([
		['FORBIDDEN', 'Nid eich un chi yw hwn'],
		['TOKEN_EXPIRED', 'Mewngofnodwch eto'],
		['INVALID_CREDENTIALS', 'Mewngofnodwch eto'],
		['REQUESTS_EXCEEDED', 'Roedd hynny’n ormod'],
		['INTERNAL_SERVER_ERROR', 'Aeth rhywbeth o’i le'],
	])('%s is said in Welsh to a Welsh reader', (code, words) => {
		const error = refusal({ message: 'An English sentence.', code });
		expect(requestError(error, 'cy-GB')).toContain(words);
		expect(requestError(error, 'en-GB')).not.toContain(words);
	});

	it('is the reason that the platform gives, where it gives one', () => {
		const reason = 'Nid yw eich cyfrif yn perthyn i unrhyw Gyflenwr eto.';
		expect(requestError(refusal({ message: reason, code: 'FORBIDDEN', reason }), 'cy-GB')).toBe(reason);
		expect(requestError(refusal({ message: 'Told.', code: 'SOMETHING_ELSE' }), 'cy-GB')).toBe('Told.');
	});

	it('is said once, however many records it is about', () => {
		const same = { message: 'No.', code: 'FORBIDDEN' };
		expect(requestError(refusal(same, same), 'cy-GB').match(/Nid eich un chi/g)).toHaveLength(1);
	});

	it('is that nobody answered, where nobody did', () => {
		expect(requestError(new TypeError('Failed to fetch'), 'cy-GB')).toContain('Ni atebodd y gweinydd');
	});
});
