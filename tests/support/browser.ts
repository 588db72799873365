import { existsSync } from 'node:fs';

const USUAL = [
	// Chromium without the parts that draw its own windows: the same pages for less computing.
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test with: `BROWSER`, or a Chromium where one usually is. */
export function findBrowser(): string | undefined {
	return [process.env.BROWSER, ...USUAL].find((path) => path && existsSync(path));
}
