import { describe, expect, it, test } from 'vitest';
import {
	faultInModelRequest,
	isRetyped,
	type FieldChange,
} from '../../../extensions/peer-mentoring/src/api/platform/guard/platform-model.ts';

const OURS = new Set(['sessions', 'sessions.minutes', 'sessions.mentee']);
const isPlatforms = async (collection: string, field?: string) =>
	OURS.has([collection, field].filter(Boolean).join('.'));

describe('a request to change the data model', () => {
	test.each([
		['DELETE', '/fields/sessions/minutes', 'Hide it on the form'],
		['DELETE', '/collections/sessions', 'Hide it from the menu'],
		['DELETE', '/relations/sessions/mentee', 'stands on this relation'],
		['PATCH', '/relations/sessions/mentee', 'stands on this relation'],
		['POST', '/schema/apply', 'config:push'],
		['DELETE', '/fields/sessions/mood', undefined],
		['DELETE', '/collections/mood_notes', undefined],
		['DELETE', '/relations/mood_notes/mentee', undefined],
		['PATCH', '/collections/sessions', undefined],
		['PATCH', '/fields/sessions/minutes', undefined],
		['POST', '/fields/sessions', undefined],
		['GET', '/fields/sessions/minutes', undefined],
		['DELETE', '/items/sessions/1', undefined],
	])('%s %s: %s', async (method, path, words) => {
		const fault = await faultInModelRequest({ method, path }, isPlatforms);
		if (words) expect(fault).toContain(words);
		else expect(fault).toBeUndefined();
	});
});

describe('a change of a field', () => {
	const text = { type: 'string', column: { maxLength: 255, nullable: true } };
	test.each<[string, FieldChange, boolean]>([
		['its label alone', {}, false],
		['everything, as it is', { type: 'string', schema: { is_nullable: true, max_length: 255 } }, false],
		['another type', { type: 'integer' }, true],
		['that it may not be empty', { schema: { is_nullable: false } }, true],
		['a shorter text', { schema: { max_length: 20 } }, true],
		['a longer text', { schema: { max_length: 500 } }, false],
		['another default', { schema: { default_value: 'x' } }, false],
	])('%s', (_, change, retyped) => expect(isRetyped(change, text)).toBe(retyped));

	it('of a field without a column has a type alone', () => {
		expect(isRetyped({ type: 'alias', schema: null }, { type: 'alias' })).toBe(false);
		expect(isRetyped({ type: 'string' }, { type: 'alias' })).toBe(true);
	});
});
