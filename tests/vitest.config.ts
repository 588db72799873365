import { defineConfig } from 'vitest/config';

const lane = process.env.TEST_LANE ?? 'unit';
/** How many times as long as usual to wait: for a machine that is busy with other things. */
const patience = Number(process.env.TEST_PATIENCE ?? 1);
const PATIENCE: Record<string, number> = { unit: 30_000, api: 120_000, browser: 300_000 };
const folders: Record<string, string[]> = {
	unit: ['tests/unit/**/*.test.ts'],
	api: ['tests/api/**/*.test.ts', 'tests/security/**/*.test.ts'],
	browser: ['tests/browser/**/*.test.ts'],
};

/** Thousands of requests each: with `npm run test:long`. */
const LONG = 'tests/security/{canary,fuzz,permission-matrix}.test.ts';

/**
 * What no database can change, as it says nothing to one but through the writer and the reader that all others use: the
 * words of a refusal, pages, links, files, accounts. `npm test` asks it on SQLite alone; with `npm run test:long`, both.
 */
const ASKED_ONCE = [
	'tests/api/calendar/working-days',
	'tests/api/contract/{approved-documents,contract,own-measures,plan-due-days,terms}',
	'tests/api/home/hand-over',
	'tests/api/import/{cases,import-refused}',
	'tests/api/journey/{baseline-survey,calendar-feed,complaints,complete-forms,delivery-areas,mentor-reading}',
	'tests/api/journey/{mentor-steps,mentor-steps-others,paper,plan-confirmation,plan-confirmation-attacks}',
	'tests/api/journey/{refer-by-link,refer-signed-in,refer-too-much,support-journey}',
	'tests/api/money/invoices',
	'tests/api/people/{one-person,peer-mentors,safeguarding}',
	'tests/api/platform/{being-seen,code-lists-refused,conditions,dashboards,flow-operations,invitations}',
	'tests/api/platform/{mentor-model,staff,stopping}',
	'tests/api/returns/{figures-by-token,mentee-tracker-refused,read-by-buyer,registers,sending,sent-returns}',
	'tests/api/returns/{plan-samples-draw,plan-samples-released,plan-samples-review}',
	'tests/api/returns/{return-template-kept,return-template-used}',
	'tests/api/service-levels/{evidence,reminder-kinds,reminders}',
	'tests/security/{for-everybody,fresh-proof,outsiders,roles,second-factor,sessions,sign-in,stranger,through-accounts}',
].map((files) => `${files}.test.ts`);

export default defineConfig({
	test: {
		include: folders[lane],
		exclude:
			process.env.TEST_LONG === 'true' ? [] : [LONG, ...(process.env.TEST_DATABASE === 'postgres' ? ASKED_ONCE : [])],
		setupFiles: ['tests/support/assertions.ts'],
		globalSetup: lane === 'unit' ? [] : ['tests/support/global-setup.ts'],
		testTimeout: PATIENCE[lane]! * patience,
		hookTimeout: 360_000 * patience,
		// Files leave nothing behind in the process that runs them: one each would load the same modules again and again.
		isolate: false,
		// A file and its server take turns: two at a time is what a small machine carries.
		maxWorkers: lane === 'unit' ? undefined : 2,
	},
});
