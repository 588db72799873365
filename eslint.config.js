import { Buffer } from 'node:buffer';
import { globSync } from 'node:fs';
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

const DOMAIN = 'The rules of the contract import nothing but one another, and date-fns a function at a time.';
const SOURCE = 'extensions/peer-mentoring/src';

/** What stands on what, from the ground up: each floor imports the floors it names, and nothing else of the extension. */
const FLOORS = {
	clock: ['domain'],
	domain: [],
	environment: [],
	files: ['domain'],
	import: ['domain', 'files', 'workbook'],
	workbook: ['domain', 'files'],
	storage: ['clock', 'domain', 'files', 'import', 'workbook'],
	api: ['clock', 'domain', 'environment', 'files', 'import', 'workbook', 'storage'],
	app: ['clock', 'domain'],
	mentor: ['clock', 'domain'],
};

/**
 * The rooms of every floor in the order in which they may import: a room takes from itself and from those before it. The
 * last three of `storage` write and load what all the others read.
 */
const ROOMS = [
	'numbers',
	'database',
	'platform',
	'language',
	'calendar',
	'contract',
	'journey',
	'money',
	'people',
	'service-levels',
	'returns',
	'privacy',
	'home',
	'reminders',
	'writer',
	'loading',
];

const folder = (...names) => `./${[SOURCE, ...names].join('/')}/**/*`;

const floorZones = Object.entries(FLOORS).map(([floor, below]) => ({
	target: folder(floor),
	from: `./${SOURCE}`,
	except: [floor, ...below].map((name) => `./${name}`),
	message: `The floor "${floor}" stands on ${below.join(', ') || 'nothing'} alone.`,
}));

const roomZones = ['domain', 'storage'].flatMap((floor) =>
	ROOMS.slice(0, -1).map((room, index) => ({
		target: folder(floor, room),
		from: ROOMS.slice(index + 1).map((later) => folder(floor, later)),
		message: `On the floor "${floor}" the room "${room}" comes before this one.`,
	})),
);

/** What stands beside the rooms of `domain` puts together what they hold. */
const aboveTheRooms = {
	target: folder('domain', '*'),
	from: `./${SOURCE}/domain/*.ts`,
	message: 'A room knows its own messages; all of them together are for those who use the rooms.',
};

/** Every adapter, and every part of the Studio, by itself: what two of them need is in `shared`. */
const adapterZones = ['api', 'app'].flatMap((floor) =>
	globSync(`${SOURCE}/${floor}/!(shared)/*/`).map((path) => ({
		target: `./${path}`,
		from: `./${SOURCE}/${floor}`,
		except: ['./shared', `./${path.slice(`${SOURCE}/${floor}/`.length)}`],
		message: 'Adapters do not import one another: what two need is shared, or belongs on a floor below.',
	})),
);

/** Tables of records, and of what follows from them: the writer's. */
const WRITTEN = [
	...['referrals', 'initial_meetings', 'mentees', 'consents', 'notifications_to_jobcentre', 'diagnostic_interviews'],
	...['action_plans', 'actions', 'plan_reviews', 'sessions', 'baseline_surveys', 'treatment_statuses', 'complaints'],
	...['support_engagements', 'travel_claims', 'allocations', 'peer_mentors', 'fte_assignments', 'office_visits'],
	...['fte_assignments_offices', 'office_visit_weeks', 'evaluation_participation', 'training_records', 'milestones'],
	...['call_off_contracts', 'contract_cpas', 'meetings', 'implementation_plans', 'information_requests', 'invoices'],
	...['implementation_costs', 'payments', 'mi_returns', 'periodic_returns', 'spend_entries', 'cost_register_entries'],
	...['ipr_log_entries', 'performance_improvement_plans', 'service_level_clocks', 'service_level_results'],
	...[
		'supervisions',
		'safeguarding_concerns',
		'approved_documents',
		'attendance_patterns',
		'organisations',
		'outreach_contacts',
	],
];

/** What settles one thing each; the writer calls them, in their order and in one transaction. */
const SETTLERS = [
	'contract/contract-calendar',
	'journey/{allocations,plans,questionnaires,restrictions,session-attention,standings}',
	'money/payments',
	'people/{last-days,mentor-outstanding,presence}',
	'privacy/{consents,ownership}',
	'returns/{periodic-returns,returns}',
	'service-levels/{clock-rows,improvement-plans,service-level-clocks,service-level-results}',
];

const settlers = SETTLERS.map((path) => `${SOURCE}/storage/${path}.ts`);

const writes = `CallExpression[callee.property.name=/^(insert|batchInsert|update|delete|del|truncate)$/]`;
const written = `CallExpression[arguments.0.value=/^(${WRITTEN.join('|')})$/]`;
const ONE_WRITER = 'storage/writer alone writes records and what follows from them: call it.';
const oneWriter = [
	{ selector: `${writes} > MemberExpression.callee ${written}`, message: ONE_WRITER },
	{ selector: `${writes} > MemberExpression.callee > ${written}`, message: ONE_WRITER },
	{
		selector: `CallExpression[callee.property.name='batchInsert'][arguments.0.value=/^(${WRITTEN.join('|')})$/]`,
		message: ONE_WRITER,
	},
];

/** A table of Directus's own, by itself or at the head of a query's text. */
const PLATFORM = 'storage/platform alone knows the tables of Directus: give what is asked of them a name there.';
const platformTables = [
	{ selector: 'Literal[value=/\\bdirectus_[a-z]/]', message: PLATFORM },
	{ selector: 'TemplateElement[value.raw=/\\bdirectus_[a-z]/]', message: PLATFORM },
];

const MOST_BYTES = 12_000;

/** A file that is longer holds more than one thing. */
const maxBytes = {
	create: ({ report, sourceCode }) => ({
		Program(node) {
			const bytes = Buffer.byteLength(sourceCode.text);
			const message = `This file has ${bytes} bytes: split it by what it holds, into files of ${MOST_BYTES} at most.`;
			if (bytes > MOST_BYTES) report({ node, loc: { line: 1, column: 0 }, message });
		},
	}),
};

export default tseslint.config(
	{ ignores: ['**/dist/**', '**/node_modules/**', 'data/**', 'directus/collections.ts'] },
	js.configs.recommended,
	...tseslint.configs.strict,
	...vue.configs['flat/essential'],
	{
		files: ['**/*.{ts,vue,mjs,js}'],
		plugins: { house: { rules: { 'max-bytes': maxBytes } } },
		rules: { 'house/max-bytes': 'error' },
	},
	{
		files: ['**/*.vue'],
		languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser } },
		// A bundle's components are local to it: one word is name enough, and the compiler knows the globals.
		rules: { 'vue/multi-word-component-names': 'off', 'no-undef': 'off' },
	},
	{
		files: ['**/*.{js,mjs}'],
		languageOptions: { globals: { process: 'readonly', console: 'readonly', setInterval: 'readonly' } },
	},
	{
		files: ['**/*.{ts,vue}'],
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
		},
	},
	// A test that reads what is not there fails, which is what it is for.
	{ files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
	{
		files: [`${SOURCE}/**/*.{ts,vue}`],
		plugins: { 'import-x': importX },
		settings: {
			'import-x/extensions': ['.ts', '.vue'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
			'import-x/ignore': ['\\.vue$'],
		},
		rules: {
			'import-x/no-cycle': ['error', { ignoreExternal: true }],
			'import-x/no-restricted-paths': [
				'error',
				{ basePath: import.meta.dirname, zones: [...floorZones, ...roomZones, aboveTheRooms, ...adapterZones] },
			],
		},
	},
	{
		files: [`${SOURCE}/**/*.{ts,vue}`],
		ignores: [`${SOURCE}/storage/platform/**`],
		rules: { 'no-restricted-syntax': ['error', ...platformTables] },
	},
	{
		files: [`${SOURCE}/storage/platform/**/*.ts`, 'directus/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', ...oneWriter] },
	},
	{
		files: [`${SOURCE}/{api,app,storage}/**/*.ts`],
		ignores: [`${SOURCE}/storage/{platform,writer}/**`, ...settlers],
		rules: { 'no-restricted-syntax': ['error', ...platformTables, ...oneWriter] },
	},
	{
		files: [`${SOURCE}/{api,app,storage}/**/*.ts`, 'directus/**/*.ts'],
		ignores: [`${SOURCE}/storage/writer/**`, ...settlers],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '(^\\.\\./|/storage/)(?!.*writer/)',
							importNamePattern: '^settle',
							message: 'What follows from a record is settled by the writer: call it.',
						},
						{ regex: '^date-fns', message: 'Days are reckoned in domain/calendar, on `CalendarDay`: call it.' },
					],
				},
			],
		},
	},
	{
		files: [`${SOURCE}/domain/**/*.ts`],
		rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.|date-fns/)', message: DOMAIN }] }] },
	},
);
