import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ADMIN } from '../environment.ts';
import type { TestServer } from '../server.ts';
import { demoPassword, Studio } from '../studio.ts';
import { findPeople } from './found.ts';
import { PICTURES, type PictureOf } from './pages.ts';

const LANGUAGES = ['en-GB', 'cy-GB'] as const;
const WIDTHS = [390, 1440] as const;
/** The Studio moves its page within the window: what it shows is as high as that. */
const HEIGHT = { page: 900, studio: 1800 };
const PATIENCE = 60_000;
/** So long without a request, and a page has what it asks for. */
const QUIET = 600;

interface Taking {
	server: TestServer;
	browser: Browser;
	folder: string;
	/** What the names of the pictures begin with that are taken; all of them where nothing is said. */
	only: readonly string[];
	/** Told after each picture. */
	done(count: number, all: number): void;
}

/** Takes every picture in both languages and widths. @returns how many there are, and which could not be taken */
export async function takePictures(taking: Taking): Promise<{ taken: number; failed: string[] }> {
	const { server, browser, folder, only, done } = taking;
	const asked = PICTURES.filter(({ name }) => only.length === 0 || only.some((each) => name.startsWith(each)));
	mkdirSync(folder, { recursive: true });
	const found = await findPeople(server);
	const byAccount = [...Map.groupBy(asked, ({ who }) => who)];
	const all = asked.length * LANGUAGES.length * WIDTHS.length;
	const failed: string[] = [];
	let count = 0;
	for (const language of LANGUAGES) {
		for (const [who, pictures] of byAccount) {
			if (who) await (await server.login(who, passwordOf(server, who))).patch('/users/me', { language });
			for (const width of WIDTHS) {
				const context = await browser.newContext({ viewport: { width, height: HEIGHT.page }, locale: language });
				if (who) await signIn(context, server, who);
				const studio = new Studio(await context.newPage(), server);
				const quiet = quietOf(studio.page);
				for (const picture of pictures) {
					const name = `${picture.name}-${language.slice(0, 2)}-${width}.png`;
					try {
						await take({ studio, quiet, address: server.url }, picture, picture.path(found));
						await studio.page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled' });
					} catch (error) {
						failed.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
					}
					done(++count, all);
				}
				await context.close();
			}
		}
	}
	return { taken: count - failed.length, failed };
}

function passwordOf(server: TestServer, who: string): string {
	return who === ADMIN.email ? ADMIN.password : demoPassword(server);
}

/** As the sign-in page does it: the session is a cookie of the browser. */
async function signIn({ request }: BrowserContext, server: TestServer, email: string): Promise<void> {
	const data = { email, password: passwordOf(server, email), mode: 'session' };
	const response = await request.post(`${server.url}/auth/login`, { data });
	if (!response.ok()) throw new Error(`${email} could not sign in.`);
}

interface Taker {
	studio: Studio;
	/** Of the platform. */
	address: string;
	quiet: () => Promise<void>;
}

/** Waits until a page asks for nothing any more. */
function quietOf(page: Page): () => Promise<void> {
	let open = 0;
	let last = performance.now();
	const count = (by: 1 | -1) => () => {
		open += by;
		last = performance.now();
	};
	page.on('request', count(1));
	page.on('requestfinished', count(-1));
	page.on('requestfailed', count(-1));
	return async () => {
		const began = performance.now();
		const isQuiet = () => open <= 0 && performance.now() - last > QUIET;
		while (!isQuiet() && performance.now() - began < PATIENCE) await page.waitForTimeout(100);
	};
}

/** The Studio is loaded once, and goes from page to page by itself. */
async function take({ studio, address, quiet }: Taker, { press }: PictureOf, path: string): Promise<void> {
	const { page } = studio;
	const { width = WIDTHS[0] } = page.viewportSize() ?? {};
	const inside = path.startsWith('admin/') ? path.slice('admin'.length) : undefined;
	await page.setViewportSize({ width, height: inside === undefined ? HEIGHT.page : HEIGHT.studio });
	if (inside !== undefined && new URL(page.url()).pathname.startsWith('/admin/')) await studio.go(inside);
	else await page.goto(`${address}/${path}`);
	await page
		.locator(inside === undefined ? 'h1' : 'main, form')
		.first()
		.waitFor();
	await quiet();
	if (press) await page.locator(`main ${press}, header ${press}`).first().click();
	await quiet();
}
