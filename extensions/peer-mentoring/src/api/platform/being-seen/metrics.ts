/** Figures of a running instance for Prometheus: of requests, and of the work that waits. Nobody stands in them. */
import type { Knex } from 'knex';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { addDays } from '../../../domain/calendar/calendar-day.ts';
import { today } from '../../../clock/today.ts';
import { countMail } from '../../../storage/platform/mail.ts';
import { RETURNS } from '../../../storage/reminders/clock-matters.ts';
import { countRunningClocks } from '../../../storage/reminders/running-clocks.ts';
import { counted } from '../../shared/counted.ts';
import { countUnsettled } from '../../../storage/writer/unsettled.ts';

/** One answered request, as Directus tells of it. */
export interface Answered {
	request: { method: string; path: string | null };
	response: { status: number };
	/** Milliseconds. */
	duration: string | number;
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
const TOO_MANY = 429;
const FILE = /\.(?:xlsx|csv|zip|pdf)$/;
const READING = new Set(['GET', 'HEAD', 'SEARCH', 'OPTIONS']);
const SOON_DAYS = 5;

/**
 * @param room how many bytes the folder with the data still takes
 * @returns what is told of every answer, and the text of all figures, counted anew when it is asked for
 */
export function makeMetrics(
	knex: Knex,
	room: () => Promise<number>,
): { note: (answered: Answered) => void; text: () => Promise<string> } {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const requests = new Counter({
		name: 'pm_requests_total',
		help: 'Requests answered, by kind and class of status',
		labelNames: ['kind', 'status'],
		registers,
	});
	const durations = new Histogram({
		name: 'pm_request_seconds',
		help: 'How long requests took, by kind; files are the exports',
		labelNames: ['kind'],
		buckets: SECONDS,
		registers,
	});
	const limited = new Counter({ name: 'pm_limited_total', help: 'Requests refused for being too many', registers });
	sinceStart('pm_failed_sign_ins_total', 'Wrong passwords and codes', () => counted.failures, registers);
	sinceStart(
		'pm_refused_total',
		'Requests of accounts that were not theirs to make',
		() => counted.refusals,
		registers,
	);
	gauges(knex, registers);
	new Gauge({
		name: 'pm_room_bytes',
		help: 'What the folder with the data still takes; 0 where it cannot be written',
		registers,
		async collect() {
			this.set(await room());
		},
	});
	return {
		note: ({ request, response, duration }) => {
			const kind = kindOf(request);
			requests.inc({ kind, status: `${Math.floor(response.status / 100)}xx` });
			durations.observe({ kind }, Number(duration) / 1000);
			if (response.status === TOO_MANY) limited.inc();
		},
		text: () => registry.metrics(),
	};
}

function sinceStart(name: string, help: string, count: () => number, registers: Registry[]): void {
	new Counter({
		...{ name, help, registers },
		collect() {
			this.reset();
			this.inc(count());
		},
	});
}

function kindOf({ method, path }: Answered['request']): 'file' | 'read' | 'write' {
	if (FILE.test(path ?? '')) return 'file';
	return READING.has(method) ? 'read' : 'write';
}

function gauges(knex: Knex, registers: Registry[]): void {
	new Gauge({
		name: 'pm_clocks_overdue',
		help: 'Service level clocks that have run out with nothing done',
		labelNames: ['service_level'],
		registers,
		async collect() {
			this.reset();
			const counts = await countRunningClocks(knex, { status: 'missed', until: today() });
			for (const [service_level, number] of counts) this.set({ service_level }, number);
		},
	});
	new Gauge({
		name: 'pm_returns_due_soon',
		help: `Returns to the Buyer that are due within ${SOON_DAYS} days and not sent`,
		registers,
		async collect() {
			const until = addDays(today(), SOON_DAYS);
			const counts = await countRunningClocks(knex, { status: 'pending', until, clocks: RETURNS });
			this.set([...counts.values()].reduce((sum, number) => sum + number, 0));
		},
	});
	new Gauge({
		name: 'pm_unsettled_writes',
		help: 'Records stored whose due dates are still to be worked out',
		registers,
		async collect() {
			this.set(await countUnsettled(knex));
		},
	});
	new Gauge({
		name: 'pm_mails',
		help: 'Reminders by e-mail that wait or came back, by outcome',
		labelNames: ['outcome'],
		registers,
		async collect() {
			for (const [outcome, number] of await countMail(knex)) this.set({ outcome }, number);
		},
	});
}
