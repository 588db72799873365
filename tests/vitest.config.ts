import { defineConfig } from 'vitest/config';
import { ASKED_OF_POSTGRES, ASKED_OF_SQLITE } from './support/asked-once.ts';

const lane = process.env.TEST_LANE ?? 'unit';
/** How many times as long as usual to wait: for a machine that is busy with other things. */
const patience = Number(process.env.TEST_PATIENCE ?? 1);
const PATIENCE: Record<string, number> = { unit: 30_000, api: 120_000, browser: 300_000 };
const folders: Record<string, string[]> = {
	unit: ['tests/unit/**/*.test.ts'],
	api: ['tests/api/**/*.test.ts', 'tests/security/**/*.test.ts'],
	browser: ['tests/browser/**/*.test.ts'],
};

/** Thousands of requests, or a hundred kills: with `npm run test:long`. */
const LONG = ['tests/security/{canary,fuzz,permission-matrix}.test.ts', 'tests/api/platform/kills.test.ts'];

const askedElsewhere = process.env.TEST_DATABASE === 'postgres' ? ASKED_OF_SQLITE : ASKED_OF_POSTGRES;

export default defineConfig({
	test: {
		include: folders[lane],
		exclude:
			process.env.TEST_LONG === 'true' ? [] : [...LONG, ...(process.env.TEST_SHARED === 'true' ? askedElsewhere : [])],
		setupFiles: ['tests/support/assertions.ts'],
		globalSetup: lane === 'unit' ? [] : ['tests/support/global-setup.ts'],
		testTimeout: PATIENCE[lane]! * patience,
		// What a page shows in the end, it shows late on a busy machine.
		expect: { poll: { timeout: 60_000 } },
		hookTimeout: 360_000 * patience,
		// Unit tests leave nothing behind: a process for each file would cost as much again as the tests do.
		isolate: lane !== 'unit',
		// A file and its server take turns: two at a time is what a small machine carries.
		maxWorkers: lane === 'unit' ? undefined : 2,
	},
});
