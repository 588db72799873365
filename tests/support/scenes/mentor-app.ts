/** The Peer Mentors' own app, as somebody has it in a browser of theirs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { TestServer } from '../server.ts';
import { demoPassword, PHONE, stillContext } from '../studio.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PATIENCE = 60_000;

interface Axe {
	run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

export class MentorApp {
	readonly page: Page;
	private readonly server: TestServer;

	constructor(page: Page, server: TestServer) {
		this.page = page;
		this.server = server;
		page.setDefaultTimeout(PATIENCE);
	}

	/** The sign-in page, in a browser that was never here before. */
	static async open(browser: Browser, server: TestServer, options: BrowserContextOptions = {}): Promise<MentorApp> {
		const context = await stillContext(browser, { viewport: PHONE, locale: 'en-GB', ...options });
		const app = new MentorApp(await context.newPage(), server);
		await app.go('');
		await app.page.locator('#email').waitFor();
		return app;
	}

	/** Somebody signed in; without a password, one of the demo accounts. */
	static async signIn(
		browser: Browser,
		server: TestServer,
		email: string,
		options: BrowserContextOptions = {},
	): Promise<MentorApp> {
		const app = await MentorApp.open(browser, server, options);
		await app.signInAs(email);
		return app;
	}

	async signInAs(email: string, password = demoPassword(this.server)): Promise<void> {
		await this.page.fill('#email', email);
		await this.page.fill('#password', password);
		await this.page.locator('form button.main').click();
		await this.page.locator('#email').waitFor({ state: 'detached' });
	}

	/** A page by its address, loaded anew. */
	async go(path: string): Promise<void> {
		await this.page.goto(`${this.server.url}/mentor/${path}`);
	}

	/** The service worker has everything that the app is made of. */
	async isKeptOnDevice(): Promise<void> {
		await this.page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			const [name] = await caches.keys();
			const cache = name && (await caches.open(name));
			if (!cache || (await cache.keys()).length < 3) throw new Error('Nothing is kept yet.');
		});
	}

	/** Answers a day by its three boxes. */
	async day(label: string, iso: string): Promise<void> {
		const boxes = this.page.getByRole('group', { name: label }).locator('input');
		for (const [index, part] of iso.split('-').reverse().map(Number).entries())
			await boxes.nth(index).fill(String(part));
	}

	/** What axe-core finds on the page as it is. */
	async faults(): Promise<string[]> {
		await this.page.evaluate(AXE);
		return this.page.evaluate(async (rules) => {
			const { axe } = window as unknown as { axe: Axe };
			const { violations } = await axe.run(document, { runOnly: rules });
			return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
		}, RULES);
	}

	/** Everything that is to be read on the page, controls and their names included. */
	async words(): Promise<string> {
		return this.page.evaluate(() => {
			const labels = [...document.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label'));
			return [document.title, document.body.innerText, ...labels].join('\n');
		});
	}
}
