/** What a manager waits for: a dashboard of ten figures, from the first answer about one of them until all are drawn (3.12). */
import { randomUUID } from 'node:crypto';
import { insertLargeCaseload } from '../support/caseloads/large.ts';
import { findBrowser } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer } from '../support/server.ts';
import { DESK, openBrowser, Studio } from '../support/studio.ts';
import { PASSWORD } from '../support/world.ts';
import { grouped, median, type Bench } from './measurement.ts';

const EMAIL = 'manager-bench@example.org';
const MONTHS = { period: 'range', from: '2024-01', to: '2024-12' };
const FIGURES = [
	{ count: 'referrals', by: 'month' },
	{ count: 'starts', by: 'month', thenBy: 'cpa' },
	{ count: 'in_support', by: 'month' },
	{ count: 'sessions_attended', by: 'month' },
	{ count: 'sessions_missed', by: 'month', thenBy: 'session_mode' },
	{ count: 'completions', by: 'month' },
	{ count: 'dropouts', by: 'month' },
	{ count: 'starts', by: 'delivery_area', drawn: 'table' },
	{ count: 'starts', by: 'preferred_language', drawn: 'shares' },
	{ count: 'action_plans', by: 'month', drawn: 'line' },
];

/** One line: how long it took in the middle of the runs, and how much was sent. */
export async function dashboardOfTen({ rows, runs, database, tell }: Bench): Promise<string> {
	if (findBrowser() === undefined) return '  a dashboard of ten figures: left out, no Chromium was found';
	const server = await startTestServer({ database });
	const knex = databaseOf(server);
	const browser = await openBrowser();
	try {
		const { contract, sessions } = await insertLargeCaseload(knex, rows, (done) =>
			tell(`${grouped(done)} of ${grouped(rows)} referrals written`),
		);
		await knex.raw('analyze');
		const admin = await server.admin();
		await made(admin, '/users', { ...(await managerOf(admin, contract.supplier)), password: PASSWORD });
		const manager = await server.login(EMAIL, PASSWORD);
		const dashboard = await made(manager, '/dashboards', { name: 'Ten figures' });
		for (const [index, options] of FIGURES.entries()) {
			const place = {
				position_x: 1 + (index % 2) * 26,
				position_y: 1 + Math.floor(index / 2) * 13,
				width: 25,
				height: 12,
			};
			const shown = {
				id: randomUUID(),
				dashboard,
				name: null,
				icon: null,
				color: null,
				note: null,
				show_header: false,
			};
			await made(manager, '/panels', { ...shown, ...place, type: 'figure', options: { ...MONTHS, ...options } });
		}
		const studio = await Studio.signIn(browser, server, EMAIL, DESK, PASSWORD);
		const times: number[] = [];
		let sent = 0;
		for (let run = 0; run <= runs; run++) {
			tell(`the dashboard, for the ${run + 1}. time`);
			await studio.open(`/insights/${dashboard}`);
			const seen = await drawn(studio);
			sent = seen.sent;
			// The first time fills caches, of the database and of the browser.
			if (run > 0) times.push(seen.milliseconds);
		}
		const size = `${grouped(rows)} referrals, ${grouped(sessions)} sessions`;
		const seconds = (median(times) / 1000).toFixed(2);
		return `  a dashboard of ten figures, drawn ${seconds} s after the first answer, ${Math.ceil(sent / 1024)} kB sent (${size})`;
	} finally {
		await browser.close();
		await knex.destroy();
		await server.stop();
	}
}

async function managerOf(admin: Client, supplier: string): Promise<object> {
	const { body } = await admin.get('/roles?filter[name][_eq]=Supplier Manager&fields=id');
	return { email: EMAIL, first_name: 'Test', last_name: 'Manager', role: body.data[0].id, supplier };
}

async function made(client: Client, path: string, record: object): Promise<string> {
	const { status, body } = await client.post(path, record);
	if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
	return body.data.id;
}

/** From the first answer to the last panel; and what all answers weighed. */
async function drawn({ page }: Studio): Promise<{ milliseconds: number; sent: number }> {
	await page.waitForFunction(
		(panels) => document.querySelectorAll('.panel canvas, .panel table').length >= panels,
		FIGURES.length,
		{ polling: 'raf' },
	);
	return page.evaluate(() => {
		const now = performance.now();
		const answers = performance
			.getEntriesByType('resource')
			.filter(({ name }) => new URL(name).pathname === '/figures') as PerformanceResourceTiming[];
		const first = Math.min(...answers.map(({ responseStart }) => responseStart));
		return { milliseconds: now - first, sent: answers.reduce((sum, { transferSize }) => sum + transferSize, 0) };
	});
}
