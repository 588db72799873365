import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './environment.ts';

/** Where the pictures of the documentation are. */
export const PICTURES = join(root, 'docs', 'pictures');

/** Takes a picture for the documentation anew, with `UPDATE_PICTURES=1`; any other run leaves what is there. */
export async function picture(page: Page, name: string): Promise<void> {
	if (process.env.UPDATE_PICTURES !== '1') return;
	mkdirSync(PICTURES, { recursive: true });
	// Charts and drawers come to rest.
	await page.waitForTimeout(1500);
	await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
