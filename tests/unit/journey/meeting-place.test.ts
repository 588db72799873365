import { describe, expect, test } from 'vitest';
import { meetingPlaceProblems } from '../../../extensions/peer-mentoring/src/domain/journey/meeting-place.ts';
import { problemMessage } from '../../../extensions/peer-mentoring/src/domain/problems.ts';

describe('where the initial meeting is held (2.6, 2.24)', () => {
	test.each([
		['jobcentre_plus', 'jobcentre_plus', null, false],
		['jobcentre_plus', 'supplier_premises', null, true],
		['jobcentre_plus', 'digital', 'The office was closed', false],
		['third_party', 'supplier_premises', null, false],
		['third_party', 'jobcentre_plus', null, true],
		['third_party', 'elsewhere', ' ', true],
		['third_party', 'elsewhere', 'At the treatment centre, as they live there', false],
		['third_party', null, null, false],
	] as const)('referred by %s, met at %s, because of %s', (route, place, elsewhere_reason, refused) => {
		const problems = meetingPlaceProblems(route, { place, elsewhere_reason });
		expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(
			refused ? ['elsewhere_reason place_needs_reason'] : [],
		);
	});

	test('names the usual place in both languages', () => {
		const [problem] = meetingPlaceProblems('third_party', { place: 'digital', elsewhere_reason: null });
		expect(problemMessage(problem!, 'en-GB')).toContain('Supplier premises');
		expect(problemMessage(problem!, 'cy-GB')).toContain('Safle’r cyflenwr');
	});
});
