import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser } from './browser.ts';
import type { TestServer } from './server.ts';

const SECONDS = 1000;
/** Long enough for a page of the Studio on a machine that does other things as well. */
const PATIENCE = 90 * SECONDS;
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

export async function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: findBrowser(),
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
	});
}

/** A browser of somebody's own in which nothing moves: drawing what moves is half of the work of a page. */
export async function stillContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
	const context = await browser.newContext(options);
	await context.addInitScript(() => {
		// A sheet and no element: what the pages allow to be loaded has no say in it.
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important }');
		document.adoptedStyleSheets = [sheet];
	});
	return context;
}

export function demoPassword(server: TestServer): string {
	return readFileSync(join(server.data, 'demo-password.txt'), 'utf8').trim();
}

/** What Vue leaves at the element that it stands in. */
interface VueApp {
	config: { globalProperties: { $router: { push(path: string): Promise<unknown> } } };
}

/** The Studio as one person has it, in a browser of their own. */
export class Studio {
	readonly page: Page;
	private readonly server: TestServer;

	constructor(page: Page, server: TestServer) {
		this.page = page;
		this.server = server;
		page.setDefaultTimeout(PATIENCE);
	}

	/** A browser that was never here before, and has no page yet. */
	private static async nowhere(browser: Browser, server: TestServer, viewport: typeof DESK): Promise<Studio> {
		const context = await stillContext(browser, { viewport, locale: 'en-GB', acceptDownloads: true });
		return new Studio(await context.newPage(), server);
	}

	/** The sign-in page, in a browser that was never here before. */
	static async signInPage(browser: Browser, server: TestServer, viewport = DESK): Promise<Studio> {
		const studio = await Studio.nowhere(browser, server, viewport);
		await studio.open('/login');
		return studio;
	}

	/** Somebody signed in; without a password, one of the demo accounts. */
	static async signIn(
		browser: Browser,
		server: TestServer,
		email: string,
		viewport = DESK,
		password = demoPassword(server),
	): Promise<Studio> {
		const studio = await Studio.signInPage(browser, server, viewport);
		const { page } = studio;
		await page.fill('input[type=email]', email);
		await page.fill('input[type=password]', password);
		await page.click('button[type=submit]');
		await page.waitForURL((url) => !/login|caseload\/app/.test(url.pathname));
		// A Peer Mentor arrives at the mentors' app, and goes on to the Studio from there.
		if (new URL(page.url()).pathname.includes('/mentor')) await studio.open('/caseload');
		// Whoever goes on before the first page is there is led back to it.
		await page.locator('main').first().waitFor();
		return studio;
	}

	/** Somebody signed in without the page for it, who is nowhere yet: for whoever goes on to a page of their own. */
	static async enter(
		browser: Browser,
		server: TestServer,
		email: string,
		viewport = DESK,
		password = demoPassword(server),
	): Promise<Studio> {
		const studio = await Studio.nowhere(browser, server, viewport);
		const data = { email, password, mode: 'session' };
		const answer = await studio.page.request.post(`${server.url}/auth/login`, { data });
		if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
		return studio;
	}

	async open(path: string): Promise<void> {
		await this.page.goto(`${this.server.url}/admin${path}`);
	}

	/** Another page of the Studio, without loading it anew. */
	async go(path: string): Promise<void> {
		await this.page.evaluate((to) => {
			const studio = document.querySelector('#app') as Element & { __vue_app__: VueApp };
			return void studio.__vue_app__.config.globalProperties.$router.push(to);
		}, path);
	}

	field(name: string) {
		return this.page.locator(`[data-field="${name}"]`).last();
	}

	async type(field: string, text: string): Promise<void> {
		await this.field(field).locator('input').first().fill(text);
	}

	/** Day, month and year, as the day interface asks for them. */
	async day(field: string, iso: string): Promise<void> {
		const parts = iso.split('-').reverse().map(Number);
		const inputs = this.field(field).locator('input[inputmode=numeric]');
		for (const [index, part] of parts.entries()) await inputs.nth(index).fill(String(part));
	}

	/** Ticks a box of the form. */
	async tick(name: string): Promise<void> {
		await this.field(name).getByRole('checkbox').first().click();
	}

	async choose(field: string, label: string): Promise<void> {
		await this.field(field).getByText(label, { exact: true }).click();
	}

	/** A form is drawn before its record has arrived; until then its fields are empty. */
	async recordThere(): Promise<void> {
		await this.page.locator('.v-form .v-skeleton-loader').first().waitFor({ state: 'detached' });
	}

	/** Unfolds a part of the form: after the record is there, for its arrival folds every part as it was. */
	async unfold(label: string): Promise<void> {
		const heading = this.page.getByText(label, { exact: true });
		await heading.waitFor();
		await this.recordThere();
		await heading.click();
	}

	async tab(label: string): Promise<void> {
		await this.page.getByRole('tab', { name: label, exact: true }).click();
	}

	async save(): Promise<void> {
		await this.page.locator('header button:has([data-icon="check"])').first().click();
	}
}
