import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { completeMentee } from '../../../extensions/peer-mentoring/src/domain/journey/completion.ts';

const BEFORE = { first_name: 'Gwen', last_name: 'Evans', phone: '07700 900123', email: 'gwen@example.org' };
const today = day('2024-06-03');
const changed = (written: Record<string, unknown>) =>
	completeMentee(written, { ...BEFORE, ...written }, { before: BEFORE, today }).contact_changed_on;

describe('contact details that have changed (1.27, 2.25)', () => {
	test.each([
		['another name', { last_name: 'Price' }],
		['another number', { phone: '07700 900124' }],
		['a number that is gone', { phone: null }],
		['another address', { email: 'g.evans@example.org' }],
	])('by %s', (_, written) => expect(changed(written)).toBe(today));

	test.each([
		['the same again, as a file brings them', { ...BEFORE }],
		['the same number without spaces', { phone: '07700900123' }],
		['the same number with the country', { phone: '+44 7700 900123' }],
		['the same address in capitals', { email: 'Gwen@Example.org ' }],
		['something else', { nino: null }],
	])('not by %s', (_, written) => expect(changed(written)).toBeUndefined());

	test('not where nothing was before and nothing is', () => {
		const before = { ...BEFORE, email: null };
		expect(completeMentee({ email: '' }, before, { before, today }).contact_changed_on).toBeUndefined();
	});
});
