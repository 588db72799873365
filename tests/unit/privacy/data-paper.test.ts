import { expect, it } from 'vitest';
import { dataPaper, inWords } from '../../../extensions/peer-mentoring/src/api/privacy/personal-data/data-paper.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

it.each([
	['2024-06-03', 'en-GB', '3 June 2024'],
	['2024-06-03', 'cy-GB', '3 Mehefin 2024'],
	['2024-06-03T08:05:00.000Z', 'en-GB', '3 June 2024, 09:05'],
	['2024-01-03T08:05:00', 'en-GB', '3 January 2024, 08:05'],
	[new Date('2024-01-03T08:05:00Z'), 'cy-GB', '3 Ionawr 2024, 08:05'],
	['2024-06-03 was a Monday', 'en-GB', '2024-06-03 was a Monday'],
	['2024-13-45', 'en-GB', '2024-13-45'],
	[true, 'en-GB', 'Yes'],
	[false, 'cy-GB', 'Na'],
	[8, 'en-GB', '8'],
	[null, 'en-GB', ''],
	[['Alcohol', 'Heroin'], 'en-GB', 'Alcohol, Heroin'],
	[
		{
			goal: 'A job',
			actions: [
				{ what: 'Ring', due_on: '2024-06-03' },
				{ what: 'Go', due_on: null },
			],
		},
		'en-GB',
		'A job; Ring; 3 June 2024\nGo',
	],
] as const)('%j is read in %s as %s', (value, language, words) => expect(inWords(value, language)).toBe(words));

it('everything that is kept of somebody stands on the page, in their language and escaped', () => {
	const entries = [{ field: 'goal', label: 'Nod', value: 'A <b>job</b>' }];
	const records = [
		{ collection: 'action_plans', label: 'Cynlluniau', entries },
		{ collection: 'action_plans', label: 'Cynlluniau', entries },
	];
	const { language, title, content } = dataPaper({
		...{ reference: 'R-TEST01', language: 'cy-GB', given_on: day('2024-06-03'), records },
	});
	expect([language, title]).toEqual(['cy-GB', 'Beth a gedwir amdanaf']);
	expect(content.text).toContain('A &#60;b&#62;job&#60;/b&#62;');
	expect(content.text).toContain('Cofnodion: 2');
	expect(content.text).toContain('R-TEST01');
});
