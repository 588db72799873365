import { existsSync } from 'node:fs';

const USUAL = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test with: `BROWSER`, or a Chromium where one usually is. */
export function findBrowser(): string | undefined {
	return [process.env.BROWSER, ...USUAL].find((path) => path && existsSync(path));
}
