import type { Knex } from 'knex';
import { addDays, daysBetween, type CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { filterOf } from '../../../domain/home/lists.ts';
import { emailsOfAccounts } from '../../../storage/platform/accounts.ts';
import { unusualHours } from '../../../storage/privacy/readers.ts';
import type { Reading } from './reading.ts';

const MOST = 5;
/** How far back unusual reading is shown, in days. */
const UNUSUAL_DAYS = 7;

/** What is asked of the platform about people's data, and who reads it (2.25, 5.1, 5.2). */
export async function protectionHome(knex: Knex, reading: Reading) {
	const { today } = reading;
	const requests = await reading.rows('information_requests', {
		fields: ['id', 'kind', 'due_on', 'contract.reference'],
		filter: filterOf('requests_open', today),
		sort: ['due_on', 'id'],
	});
	const readers = await reading.rows('access_log', {
		aggregate: { sum: ['records'], count: ['*'] },
		group: ['user'],
		filter: filterOf('read_by', today),
	});
	const most = readers
		.map(({ user, count, sum }) => ({
			user: user as string | null,
			times: Number(count),
			records: Number((sum as { records?: unknown }).records ?? 0),
		}))
		.sort((a, b) => b.records - a.records || b.times - a.times)
		.slice(0, MOST);
	const ids = most.map(({ user }) => user).filter((user) => user !== null);
	const emails = await emailsOfAccounts(knex, ids);
	const unusual = await unusualHours(knex, new Date(`${addDays(today, -UNUSUAL_DAYS)}T00:00:00Z`));
	return {
		unusual: unusual.toReversed().slice(0, MOST),
		requests: requests.map(({ id, kind, due_on, contract }) => ({
			id,
			kind,
			due_on,
			contract: (contract as { reference?: string } | null)?.reference ?? null,
			days_left: due_on === null ? null : daysBetween(today, due_on as CalendarDay),
		})),
		withdrawn: await reading.count('consents_withdrawn'),
		erased: await reading.count('erasures_lately'),
		kept_unused: await reading.count('kept_unused'),
		readers: most.map((each) => ({ ...each, name: (each.user && emails.get(each.user)) ?? null })),
	};
}
