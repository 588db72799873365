import { defineConfig } from 'vitest/config';

const lane = process.env.TEST_LANE ?? 'unit';
const folders: Record<string, string[]> = {
	unit: ['tests/unit/**/*.test.ts'],
	api: ['tests/api/**/*.test.ts', 'tests/security/**/*.test.ts'],
	browser: ['tests/browser/**/*.test.ts'],
};

export default defineConfig({
	test: {
		include: folders[lane],
		globalSetup: lane === 'unit' ? [] : ['tests/support/templates.ts'],
		testTimeout: lane === 'unit' ? 10_000 : 60_000,
		hookTimeout: 120_000,
		// Each file starts a server of its own: two at a time is what a small machine carries.
		maxWorkers: lane === 'unit' ? undefined : 2,
	},
});
