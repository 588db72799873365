/** What Suppliers have their own people reminded of. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { ClockCode } from '../../domain/service-levels/clock.ts';
import { isCode, type CodeOf } from '../../domain/language/code-lists.ts';
import { inMarkdown } from '../../domain/language/plain-text.ts';
import { codeText } from '../../domain/language/messages.ts';
import { addresseesOf, daysToldOf, isToldOf, type Timing } from '../../domain/service-levels/own-reminders.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { holidayReader } from '../calendar/holidays.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { jsonOf } from '../database/json-of.ts';
import { recordOf } from './clock-matters.ts';
import { runningClocks } from './running-clocks.ts';

interface OwnReminder extends Timing {
	id: string;
	supplier: string;
	name: string;
	name_cy: string | null;
	about: CodeOf<'reminded_day'>;
	/** Which due dates; empty where all of them. */
	clocks: ClockCode[];
	recipients: CodeOf<'reminder_recipient'>[];
	/** Of which contract alone. */
	contract: string | null;
}

/** A day of a record that a reminder may be about. */
interface Occurrence extends Pick<Matter, 'mentor_user' | 'reference' | 'record'> {
	on: CalendarDay;
	contract: StoredContract;
	/** What is due, where it is a due date. */
	clock?: ClockCode;
	key: string;
}

interface Window {
	from: CalendarDay;
	until: CalendarDay;
	contracts: readonly StoredContract[];
}

/** Every day that a Supplier's own reminders tell of today; one query or two for each of them that is in use. */
export async function ownMatters(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const reminders = await readReminders(knex);
	if (reminders.length === 0) return [];
	const contracts = await readContracts(knex);
	const holidaysOf = holidayReader(knex);
	const matters: Matter[] = [];
	for (const reminder of reminders) {
		// What no form writes stops nobody else's reminders.
		if (!isCode('reminded_day', reminder.about) || !isCode('reminder_timing', reminder.timing)) continue;
		const [from, until] = daysToldOf(reminder, today);
		const own = contracts.filter(
			({ id, supplier }) => supplier === reminder.supplier && id === (reminder.contract ?? id),
		);
		for (const found of await occurrences(knex, reminder, { from, until, contracts: own })) {
			const holidays = await holidaysOf(found.contract.calendar);
			if (isToldOf(found.on, reminder, today, holidays)) matters.push(matterOf(reminder, found));
		}
	}
	return matters;
}

async function readReminders(knex: Knex): Promise<OwnReminder[]> {
	const rows = await knex('own_reminders')
		.where({ active: true })
		.orderBy('id')
		.select('id', 'supplier', 'name', 'name_cy', 'about', 'clocks', 'timing', 'working_days', 'recipients', 'contract');
	return rows.map((row) => ({
		...row,
		working_days: Number(row.working_days ?? 0),
		clocks: jsonOf<ClockCode[]>(row.clocks) ?? [],
		recipients: jsonOf<OwnReminder['recipients']>(row.recipients) ?? [],
	}));
}

function matterOf(reminder: OwnReminder, { on, clock, contract, key, ...whose }: Occurrence): Matter {
	const [english, welsh] = [reminder.name, reminder.name_cy?.trim() || reminder.name].map(inMarkdown) as [
		string,
		string,
	];
	const name = { 'en-GB': english, 'cy-GB': welsh };
	const due = clock && codeText('clock', clock);
	return {
		kind: 'own',
		key: `${reminder.id} ${key} ${on}`,
		addressees: addresseesOf(reminder.recipients),
		supplier: reminder.supplier,
		contract: contract.reference,
		about: due ? { 'en-GB': `${name['en-GB']}: ${due['en-GB']}`, 'cy-GB': `${name['cy-GB']}: ${due['cy-GB']}` } : name,
		on,
		...whose,
	};
}

async function occurrences(knex: Knex, { about, clocks }: OwnReminder, window: Window): Promise<Occurrence[]> {
	if (about === 'due_date') return dueDates(knex, clocks, window);
	return daysOfJourneys(knex, DAYS[about], window);
}

async function dueDates(
	knex: Knex,
	clocks: readonly ClockCode[],
	{ from, until, contracts }: Window,
): Promise<Occurrence[]> {
	const asked = { from, until, contracts: contracts.map(({ id }) => id), ...(clocks.length > 0 && { clocks }) };
	const found = await Promise.all(
		(['pending', 'missed'] as const).map((status) => runningClocks(knex, { ...asked, status })),
	);
	return found.flat().flatMap((clock) => {
		const contract = contracts.find(({ id }) => id === clock.contract);
		const { id: key, due_on: on, mentor_user, reference, service_level } = clock;
		return contract ? { key, on, contract, clock: service_level, mentor_user, reference, record: recordOf(clock) } : [];
	});
}

interface JourneyDay {
	/** The collection of the record that is opened, called `row` in the query. */
	collection: 'mentees' | 'referrals';
	/** The column of the day. */
	day: string;
	/** Of which records it is told. */
	among: (query: Knex.QueryBuilder) => unknown;
}

const THERE = (query: Knex.QueryBuilder) => query.where('row.restricted', false).whereNull('row.ended_on');

const DAYS: Record<Exclude<CodeOf<'reminded_day'>, 'due_date'>, JourneyDay> = {
	next_appointment: { collection: 'mentees', day: 'row.next_appointment_on', among: THERE },
	start: { collection: 'mentees', day: 'row.start_on', among: THERE },
	action: {
		collection: 'mentees',
		day: 'action.due_on',
		among: (query) =>
			THERE(query)
				.join('action_plans as plan', 'plan.mentee', 'row.id')
				.join('actions as action', 'action.action_plan', 'plan.id')
				.whereIn('action.status', ['open', 'in_progress']),
	},
	meeting_arranged: {
		collection: 'referrals',
		day: 'row.meeting_arranged_on',
		among: (query) => query.where({ 'row.restricted': false, 'row.stage': 'referred' }),
	},
	received: {
		collection: 'referrals',
		day: 'row.received_on',
		among: (query) => query.where('row.restricted', false).whereIn('row.stage', ['referred', 'met']),
	},
};

async function daysOfJourneys(
	knex: Knex,
	{ collection, day, among }: JourneyDay,
	{ from, until, contracts }: Window,
): Promise<Occurrence[]> {
	const query = knex(`${collection} as row`)
		.whereIn(
			'row.contract',
			contracts.map(({ id }) => id),
		)
		.whereBetween(day, [dayColumn(knex, from), dayColumn(knex, until)])
		.distinct('row.id', 'row.reference', 'row.contract', 'row.mentor_user', `${day} as on`);
	among(query);
	const rows: { id: string; reference: string; contract: string; mentor_user: string | null; on: unknown }[] =
		await query;
	return rows.map(({ id, reference, contract, mentor_user, on }) => ({
		key: id,
		on: dayOf(on) as CalendarDay,
		contract: contracts.find((each) => each.id === contract) as StoredContract,
		mentor_user,
		reference,
		record: { collection, key: id },
	}));
}
