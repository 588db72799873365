/** What is told of those who administer to the one who answers for people's data (5.1). */
import type { Knex } from 'knex';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { LANGUAGES, type Texts } from '../../domain/language/text.ts';
import { actInWords } from '../../domain/privacy/administration.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { administratorAccounts, readersOf } from '../platform/accounts.ts';
import { actsOfRole, usedBetween } from '../platform/administered.ts';

/** Of nobody's Mentee and of no contract. */
const OF_THE_PLATFORM = { mentor_user: null, supplier: null, contract: null } as const;

const begins = (day: CalendarDay) => new Date(`${day}T00:00:00Z`);

/** Each day, of yesterday and today, on which an account was used that may do everything: once for each of them. */
export async function administratorsUsed(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const accounts = await administratorAccounts(knex);
	const ids = accounts.map(({ id }) => id);
	const found: Matter[] = [];
	for (const on of [addDays(today, -1), today]) {
		const used = await usedBetween(knex, ids, begins(on), begins(addDays(on, 1)));
		for (const { id, email } of accounts.filter((account) => used.has(account.id))) {
			found.push({ ...OF_THE_PLATFORM, kind: 'administrator_used', key: `${id} ${on}`, reference: email ?? id, on });
		}
	}
	return found;
}

/** What Platform Administrators have done since yesterday to accounts, flows and settings, each once. */
export async function administered(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const acts = await actsOfRole(knex, 'Platform Administrator', begins(addDays(today, -1)));
	const accounts = acts.length === 0 ? new Map() : await readersOf(knex);
	return acts.flatMap(({ id, email, on, ...act }): Matter[] => {
		const words = actInWords(act);
		if (!words) return [];
		const account = accounts.get(act.item);
		const whose = [account?.email, account?.role].filter(Boolean).join(', ');
		const about = Object.fromEntries(
			LANGUAGES.map((language) => [language, [words[language], whose].filter(Boolean).join(', ')]),
		) as Texts;
		const told = { kind: 'administration', key: id, reference: email ?? act.user, about } as const;
		return [{ ...OF_THE_PLATFORM, ...told, on: on ?? today }];
	});
}
