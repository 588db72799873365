import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { recordProblems } from '../../../domain/journey/record-rules.ts';
import { today } from '../../../clock/today.ts';
import { lockContracts } from '../../../storage/database/locks.ts';
import { keepContractClocks } from '../../../storage/service-levels/contract-clocks.ts';
import { keepPayments } from '../../../storage/money/payments.ts';
import { drawActivities } from '../../../storage/returns/samples.ts';
import { keepPresence } from '../../../storage/people/presence.ts';
import { inTheirLanguage, RecordRefused } from '../../shared/errors.ts';
import { OWNERSHIP, ownershipOf, PARENTS, refuseChange, type WriteContext } from '../../shared/ownership.ts';
import { follow, note } from '../../shared/pending.ts';
import { plainRecord, type Payload } from '../../shared/plain-record.ts';
import { checkContract } from './call-off-contract.ts';
import { COMPLETIONS, type Completion } from './completions.ts';
import { completeMentor } from './peer-mentor.ts';
import { checkTemplate, completeTemplate, holdUsedTemplates } from './return-template.ts';

/** People and contract records: whose they are is written by the server, never taken from the client. */
export default defineHook(({ filter, schedule, init }, { database }) => {
	const knex = database as unknown as Knex;
	const contextOf = ({ database: inside, accountability }: { database: unknown; accountability: unknown }) =>
		({ database: inside, accountability }) as WriteContext;
	const onCreate = (collection: string, work: (record: Payload, context: WriteContext) => Promise<Payload>) => {
		filter(`${collection}.items.create`, (payload, _meta, context) =>
			inTheirLanguage(context, () => work({ ...(payload as Payload) }, contextOf(context))),
		);
	};
	/** Runs a check on every record of an update as it would become; what it returns is written along. */
	const onUpdate = (
		collection: string,
		work: (change: Payload, record: Payload, context: WriteContext) => Promise<Payload | undefined>,
	) => {
		filter(`${collection}.items.update`, (payload, meta, context) =>
			inTheirLanguage(context, async () => {
				const change = { ...(payload as Payload) };
				for (const key of meta.keys) {
					const row = await (context.database as unknown as Knex)(collection).where({ id: key }).first();
					const record = { ...row, ...change, id: key };
					if (row) Object.assign(change, await work(change, record, contextOf(context)));
				}
				return change;
			}),
		);
	};

	for (const [collection, { field }] of Object.entries(PARENTS)) {
		// Links have a hook of their own.
		if (collection === 'referral_links') continue;
		const { fixed = [], prepare, complete }: Completion = COMPLETIONS[collection] ?? {};
		onCreate(collection, async (given, context) => {
			const record = {
				...without(given, [...OWNERSHIP, ...fixed]),
				...(await ownershipOf(context, collection, given)),
			};
			Object.assign(record, await prepare?.(context, record));
			holdAgainstRules(collection, record);
			return { ...record, ...(await complete?.(context, record, record)) };
		});
		onUpdate(collection, async (change, record, context) => {
			refuseChange(collection, change, [field, ...OWNERSHIP, ...fixed]);
			const prepared = (await prepare?.(context, record)) ?? {};
			Object.assign(record, prepared);
			holdAgainstRules(collection, record);
			return { ...prepared, ...(await complete?.(context, record, change)) };
		});
	}

	onCreate('peer_mentors', async (record, context) => {
		holdAgainstRules('peer_mentors', record);
		return completeMentor(record, context);
	});
	onUpdate('peer_mentors', async (change, record, context) => {
		refuseChange('peer_mentors', change, ['supplier', 'reference', 'name', ...WORKED_OUT]);
		holdAgainstRules('peer_mentors', record);
		const { name } = await completeMentor(record, context);
		return 'first_name' in change || 'last_name' in change ? { name } : undefined;
	});

	onCreate('return_templates', async (record, context) => {
		const completed = await completeTemplate(record, context);
		holdAgainstRules('return_templates', completed);
		return completed;
	});
	onUpdate('return_templates', async (change, record, context) => {
		holdAgainstRules('return_templates', record);
		return checkTemplate(change, record, context);
	});
	filter('return_templates.items.delete', (keys, _meta, context) =>
		inTheirLanguage(context, async () => {
			await holdUsedTemplates(context.database as unknown as Knex, keys as unknown[]);
			return keys;
		}),
	);

	onCreate('call_off_contracts', async (record) => {
		checkContract(record);
		return record;
	});
	onUpdate('call_off_contracts', async (_change, record) => {
		checkContract(record);
		return undefined;
	});

	follow('presence', () => keepPresence(knex, today()));
	follow('payments', () => keepMoney(knex));
	follow('sample', (request) => drawActivities(knex, request));
	// What a mentor's records come to is brought up to date with each of them, and every night.
	for (const collection of [
		'office_visits',
		'fte_assignments',
		'fte_assignments_offices',
		'evaluation_participation',
	]) {
		for (const event of ['create', 'update', 'delete']) {
			filter(`${collection}.items.${event}`, async (payload, _meta, context) => {
				await note(context.database as unknown as Knex, 'presence');
				return payload;
			});
		}
	}
	// Payments follow from the contract, its Cost Register, its invoices and its returns (section 4).
	for (const collection of ['call_off_contracts', 'implementation_costs', 'invoices', 'mi_returns']) {
		for (const event of ['create', 'update', 'delete']) {
			filter(`${collection}.items.${event}`, async (payload, _meta, context) => {
				await note(context.database as unknown as Knex, 'payments');
				return payload;
			});
		}
	}
	const everyDay = async () => {
		await keepPresence(knex, today());
		await keepMoney(knex);
	};
	schedule('15 0,23 * * *', everyDay);
	init('app.before', everyDay);
});

/** The payments, and the clock of the invoices that they are claimed with (2.30). */
async function keepMoney(knex: Knex): Promise<void> {
	await keepPayments(knex, undefined, today());
	await knex.transaction(async (transaction) => {
		await lockContracts(transaction, undefined);
		await keepContractClocks(transaction, undefined, today());
	});
}

/** Figures of a Peer Mentor that follow from other records. */
const WORKED_OUT = [
	'mentees_in_12_months',
	'mentees_per_fte',
	'evaluation_interviews',
	'evaluation_interviews_missing',
];

function holdAgainstRules(collection: string, record: Payload): void {
	const problems = recordProblems(collection, plainRecord(record), today());
	if (problems.length > 0) throw new RecordRefused(collection, problems);
}

function without(record: Payload, fields: readonly string[]): Payload {
	return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}
