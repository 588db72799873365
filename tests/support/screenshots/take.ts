import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { ADMIN } from '../environment.ts';
import type { TestServer } from '../server.ts';
import { demoPassword } from '../studio.ts';
import { findPeople } from './found.ts';
import { PICTURES, type PictureOf } from './pages.ts';

const LANGUAGES = ['en-GB', 'cy-GB'] as const;
const WIDTHS = [390, 1440] as const;
/** The Studio moves its page within the window: what it shows is as high as that. */
const HEIGHT = { page: 900, studio: 1800 };
const PATIENCE = 60_000;

interface Taking {
	server: TestServer;
	browser: Browser;
	folder: string;
	/** Told after each picture. */
	done(count: number, all: number): void;
}

/** Takes every picture in both languages and widths. @returns how many there are, and which could not be taken */
export async function takePictures(taking: Taking): Promise<{ taken: number; failed: string[] }> {
	const { server, browser, folder, done } = taking;
	mkdirSync(folder, { recursive: true });
	const found = await findPeople(server);
	const byAccount = [...Map.groupBy(PICTURES, ({ who }) => who)];
	const all = PICTURES.length * LANGUAGES.length * WIDTHS.length;
	const failed: string[] = [];
	let count = 0;
	for (const language of LANGUAGES) {
		for (const [who, pictures] of byAccount) {
			if (who) await (await server.login(who, passwordOf(server, who))).patch('/users/me', { language });
			for (const width of WIDTHS) {
				const context = await browser.newContext({ viewport: { width, height: HEIGHT.page }, locale: language });
				if (who) await signIn(context, server, who);
				for (const picture of pictures) {
					const name = `${picture.name}-${language.slice(0, 2)}-${width}.png`;
					const address = `${server.url}/${picture.path(found)}`;
					await take(context, picture, address, join(folder, name)).catch((error: Error) =>
						failed.push(`${name}: ${error.message.split('\n')[0]}`),
					);
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

async function take(context: BrowserContext, { press }: PictureOf, address: string, path: string): Promise<void> {
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE);
	try {
		const isStudio = new URL(address).pathname.startsWith('/admin');
		const { width = WIDTHS[0] } = page.viewportSize() ?? {};
		if (isStudio) await page.setViewportSize({ width, height: HEIGHT.studio });
		await page.goto(address);
		await page
			.locator(isStudio ? 'main, form' : 'h1')
			.first()
			.waitFor();
		await page.waitForLoadState('networkidle');
		if (press) {
			await page.locator(`main ${press}, header ${press}`).first().click();
			await page.waitForLoadState('networkidle');
		}
		await page.screenshot({ path, fullPage: true, animations: 'disabled' });
	} finally {
		await page.close();
	}
}
