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
/** What is sent to the Buyer each month. */
export const RETURNS: readonly ClockCode[] = ['pmi', 'mentee_tracker'];
/** Where the records are that the contract's own clocks run for, by the names of the clocks. */
const RECORDS: readonly [RegExp, string][] = [
	[/^(pmi|mentee_tracker)$/, 'mi_returns'],
	[/^milestone_/, 'milestones'],
	[/^request_/, 'information_requests'],
	[/^plan_amendment$/, 'implementation_plans'],
	[/^improvement_/, 'performance_improvement_plans'],
	[/^document_review$/, 'approved_documents'],
];
const SURVEYS: readonly ClockCode[] = ['survey_six_months', 'survey_twelve_months'];

/**
 * How many Working Days ahead the work has to begin that some deadlines of the contract need: the Exit Plan is produced
 * and carried out before support ends (2.25), the last Mentees start and the last invoices are made up (2.29, 4.8).
 */
const AHEAD: Partial<Record<ClockCode, readonly number[]>> = {
	milestone_support_ends: [60, 20],
	milestone_last_start_date: [20, 10],
	invoices: [20, 10],
};

/** What runs out within the given numbers of Working Days, once at each of these stages, or of its own that lie further ahead. */
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
		const all = [...stages, ...Object.values(AHEAD).flat()];
		reach.set(id, new Map(all.map((stage) => [stage, deadline(today, stage, holidays)])));
	}
	const until = [...reach.values()]
		.flatMap((days) => [...days.values()])
		.sort()
		.at(-1);
	if (until === undefined) return [];
	const clocks = await runningClocks(knex, { status: 'pending', until });
	return clocks.filter(concerns).flatMap((clock) => {
		const own = [...stages, ...(AHEAD[clock.service_level] ?? [])];
		const days = [...(reach.get(clock.contract) ?? [])].filter(([stage]) => own.includes(stage));
		const stage = stageOf(clock.due_on, new Map(days), today);
		return stage === undefined ? [] : [matterOf(kind, clock, `${clock.due_on} ${stage}`)];
	});
}

/** What has run out with nothing done: told again every week until it is. */
export async function overdue(
	knex: Knex,
	kind: ReminderKind,
	concerns: (clock: RunningClock) => boolean,
	today: CalendarDay,
): Promise<Matter[]> {
	const clocks = await runningClocks(knex, { status: 'missed', until: today });
	return clocks.filter(concerns).map((clock) => matterOf(kind, clock, `${clock.due_on} ${mondayOf(today)}`));
}

export const isSurvey = ({ service_level }: RunningClock) => SURVEYS.includes(service_level);
/** What the people of the Supplier do for somebody: the surveys after the first are the analysts' (1.27). */
export const isPersons = (clock: RunningClock) => !clock.is_contracts && !isSurvey(clock);
export const isReturn = ({ service_level }: RunningClock) => RETURNS.includes(service_level);
export const isTracker = ({ service_level }: RunningClock) => service_level === 'mentee_tracker';
export const isPmi = (clock: RunningClock) => isReturn(clock) && !isTracker(clock);
/** A plan that is still to be written has a reminder of its own, every week. */
export const isOtherOfContract = (clock: RunningClock) =>
	clock.is_contracts && !isReturn(clock) && clock.service_level !== 'improvement_plan';

function matterOf(kind: ReminderKind, clock: RunningClock, when: string): Matter {
	const { id, service_level, month, due_on, mentor_user, supplier, reference, contract_reference: contract } = clock;
	const label = codeText('clock', service_level);
	const about = isReturn(clock)
		? { 'en-GB': `${label['en-GB']} ${month}`, 'cy-GB': `${label['cy-GB']} ${month}` }
		: label;
	const record = recordOf(clock);
	return { kind, key: `${id} ${when}`, mentor_user, supplier, reference, contract, about, on: due_on, record };
}

/** The record on which something is done about a clock. */
export function recordOf({
	mentee,
	referral,
	subject,
	contract,
	service_level,
}: RunningClock): NonNullable<Matter['record']> {
	if (mentee !== null) return { collection: 'mentees', key: mentee };
	if (referral !== null) return { collection: 'referrals', key: referral };
	const [, collection] = RECORDS.find(([clocks]) => clocks.test(service_level)) ?? [];
	return collection && subject !== null
		? { collection, key: subject }
		: { collection: 'call_off_contracts', key: contract };
}
