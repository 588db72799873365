/** What is told of those who administer to the one who answers for people's data (5.1). */
import type { Knex } from 'knex';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { LANGUAGES, type Texts } from '../../domain/language/text.ts';
import { actInWords } from '../../domain/privacy/administration.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { administratorAccounts, readersOf } from '../platform/accounts.ts';
import { actsOfRole, readFlows, usedBetween } from '../platform/administered.ts';
import { administratorDays } from '../platform/administrator-days.ts';

/** Of nobody's Mentee and of no contract. */
const OF_THE_PLATFORM = { mentor_user: null, supplier: null, contract: null } as const;

const begins = (day: CalendarDay) => new Date(`${day}T00:00:00Z`);

/** How far back what was not told yet is told: whoever could stop the telling could wait it out otherwise. */
const BACK = 14;

/** Each day of the last two weeks on which an account was used that may do everything: once for each of them. */
export async function administratorsUsed(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const accounts = new Map((await administratorAccounts(knex)).map(({ id, email }) => [id, email]));
	const noted = await administratorDays(knex, addDays(today, -BACK));
	// What an account has done is on record, whether or not its day was noted.
	const ids = [...accounts.keys()];
	const seen = await Promise.all(
		[addDays(today, -1), today].map(async (day) =>
			[...(await usedBetween(knex, ids, begins(day), begins(addDays(day, 1))))].map((user) => ({ user, day })),
		),
	);
	const days = new Map([...noted, ...seen.flat()].map((each) => [`${each.user} ${each.day}`, each]));
	return [...days].map(([key, { user, day: on }]) => ({
		...OF_THE_PLATFORM,
		...{ kind: 'administrator_used', key, reference: accounts.get(user) ?? user, on },
	}));
}

/** What Platform Administrators have done in the last two weeks to accounts, flows and settings, each once. */
export async function administered(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const acts = await actsOfRole(knex, 'Platform Administrator', begins(addDays(today, -BACK)));
	if (acts.length === 0) return [];
	const [accounts, flows] = await Promise.all([readersOf(knex), readFlows(knex)]);
	return acts.flatMap(({ id, email, on, fields, ...act }): Matter[] => {
		const words = actInWords(act);
		if (!words) return [];
		const account = accounts.get(act.item);
		const flow = flows.find((each) => each.id === act.item);
		const whose = [account?.email ?? flow?.name, account?.role, fields.join(' ')].filter(Boolean).join(', ');
		const about = Object.fromEntries(
			LANGUAGES.map((language) => [language, [words[language], whose].filter(Boolean).join(', ')]),
		) as Texts;
		const told = { kind: 'administration', key: id, reference: email ?? act.user, about } as const;
		return [{ ...OF_THE_PLATFORM, ...told, on: on ?? today }];
	});
}
