import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { ClockCode } from '../../domain/service-levels/clock.ts';
import { codeText } from '../../domain/language/messages.ts';
import { mondayOf } from '../../domain/calendar/week.ts';
import { stageOf, type Matter, type ReminderKind } from '../../domain/service-levels/reminders.ts';
import { deadline } from '../../domain/calendar/working-days.ts';
import { readContracts } from '../contract/contracts.ts';
import { holidayReader } from '../calendar/holidays.ts';
import { runningClocks, type RunningClock } from './running-clocks.ts';

/** PMI and Mentee Tracker have reminders of their own. */
const RETURNS: readonly ClockCode[] = ['pmi', 'mentee_tracker'];
const SURVEYS: readonly ClockCode[] = ['survey_six_months', 'survey_twelve_months'];

/** What runs out within the given numbers of Working Days, once at each of these stages. */
export async function dueSoon(
	knex: Knex,
	kind: ReminderKind,
	stages: readonly number[],
	concerns: (clock: RunningClock) => boolean,
	today: CalendarDay,
): Promise<Matter[]> {
	const reach = new Map<string, Map<number, CalendarDay>>();
	const holidaysOf = holidayReader(knex);
	for (const { id, calendar } of await readContracts(knex)) {
		const holidays = await holidaysOf(calendar);
		reach.set(id, new Map(stages.map((stage) => [stage, deadline(today, stage, holidays)])));
	}
	const until = [...reach.values()]
		.flatMap((days) => [...days.values()])
		.sort()
		.at(-1);
	if (until === undefined) return [];
	const clocks = await runningClocks(knex, { status: 'pending', until });
	return clocks.filter(concerns).flatMap((clock) => {
		const stage = stageOf(clock.due_on, reach.get(clock.contract) ?? new Map(), today);
		return stage === undefined ? [] : [matterOf(kind, clock, `${clock.due_on} ${stage}`)];
	});
}

/** What has run out with nothing done: told once, or once a week where `weekly`. */
export async function overdue(
	knex: Knex,
	kind: ReminderKind,
	concerns: (clock: RunningClock) => boolean,
	today: CalendarDay,
	{ weekly = false } = {},
): Promise<Matter[]> {
	const clocks = await runningClocks(knex, { status: 'missed', until: today });
	return clocks
		.filter(concerns)
		.map((clock) => matterOf(kind, clock, weekly ? `${clock.due_on} ${mondayOf(today)}` : clock.due_on));
}

export const isPersons = (clock: RunningClock) => !clock.is_contracts;
export const isSurvey = ({ service_level }: RunningClock) => SURVEYS.includes(service_level);
export const isReturn = ({ service_level }: RunningClock) => RETURNS.includes(service_level);
export const isOtherOfContract = (clock: RunningClock) => clock.is_contracts && !isReturn(clock);

function matterOf(kind: ReminderKind, clock: RunningClock, when: string): Matter {
	const { id, service_level, month, due_on, mentor_user, supplier, reference } = clock;
	const label = codeText('clock', service_level);
	const about = isReturn(clock)
		? { 'en-GB': `${label['en-GB']} ${month}`, 'cy-GB': `${label['cy-GB']} ${month}` }
		: label;
	return { kind, key: `${id} ${when}`, mentor_user, supplier, reference, about, on: due_on };
}
