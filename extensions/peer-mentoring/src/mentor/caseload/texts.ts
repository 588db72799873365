import type { Language } from '../../domain/language/text.ts';

/** Beyond what the domain says of a caseload. */
export const MORE_TEXTS = {
	'en-GB': {
		ghosts: (count: number) => `Not heard of for half a year (${count})`,
		ghost_since: (name: string, day: string) => `${name}: nothing since ${day}`,
		could_not_reach: 'Could not reach',
		close: 'Close',
		could_not_reach_whom: (name: string) => `Could not reach ${name}`,
		close_whom: (name: string) => `Close: ${name}`,
		this_week: 'Due within seven days',
		week: 'My week',
		nothing_that_day: 'Nothing',
		no_appointment: 'Nothing is arranged in the next seven days.',
		due: 'Due',
		old: 'This is what was last loaded: there is no connection.',
	},
	'cy-GB': {
		ghosts: (count: number) => `Heb glywed ganddynt ers hanner blwyddyn (${count})`,
		ghost_since: (name: string, day: string) => `${name}: dim byd ers ${day}`,
		could_not_reach: 'Methu cysylltu',
		close: 'Cau',
		could_not_reach_whom: (name: string) => `Methu cysylltu â ${name}`,
		close_whom: (name: string) => `Cau: ${name}`,
		this_week: 'I’w wneud o fewn saith diwrnod',
		week: 'Fy wythnos',
		nothing_that_day: 'Dim byd',
		no_appointment: 'Nid oes dim wedi’i drefnu yn y saith diwrnod nesaf.',
		due: 'I’w wneud',
		old: 'Dyma’r hyn a lwythwyd ddiwethaf: nid oes cysylltiad.',
	},
} satisfies Record<Language, object>;
