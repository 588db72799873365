import { expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { wordsStay } from '../../../extensions/peer-mentoring/src/domain/contract/approved-documents.ts';

const today = day('2024-02-05');

test.each([
	['in use since today', '2024-02-05', 'Words.', true],
	['in use since long ago', '2023-02-05', 'Words.', true],
	['not in use before tomorrow', '2024-02-06', 'Words.', false],
	['never in use', null, 'Words.', false],
	['in use without words, which can be added', '2023-02-05', null, false],
])('the words of a version %s', (_, in_use_on, words, stay) => {
	expect(wordsStay({ in_use_on: in_use_on === null ? null : day(in_use_on), words }, today)).toBe(stay);
});
