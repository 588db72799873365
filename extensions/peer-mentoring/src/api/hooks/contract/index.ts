import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { nextMentorReference } from '../../../storage/mentor-reference.ts';
import { ensureReturns } from '../../../storage/returns.ts';
import { today } from '../../../domain/today.ts';
import { callerOf, mayTouch, type Accountability } from '../../shared/caller.ts';
import { NotYoursError, refused } from '../../shared/errors.ts';

type Payload = Record<string, unknown>;
interface Context {
	database: unknown;
	accountability: Accountability;
}

/** Collections of a contract, and the relation whose Supplier each row takes over. */
const OWNED = {
	fte_assignments: { parent: 'contract', of: 'call_off_contracts' },
	spend_entries: { parent: 'contract', of: 'call_off_contracts' },
	cost_register_entries: { parent: 'contract', of: 'call_off_contracts' },
	ipr_log_entries: { parent: 'contract', of: 'call_off_contracts' },
} as const;

/** People and contract records: whose they are is copied onto the row by the server, never taken from the client. */
export default defineHook(({ filter, action }, { database }) => {
	for (const [collection, { parent, of }] of Object.entries(OWNED)) {
		filter(`${collection}.items.create`, async (payload, _meta, context) => {
			const record = { ...(payload as Payload) };
			record.supplier = await supplierOf(context, collection, parent, of, record[parent]);
			if (collection === 'fte_assignments') await checkAssignment(context, record);
			return record;
		});
		filter(`${collection}.items.update`, async (payload, meta, context) => {
			refuseMoving(collection, payload as Payload, ['supplier', parent]);
			if (collection !== 'fte_assignments') return payload;
			const change = { ...(payload as Payload) };
			for (const key of meta.keys) {
				const row = await knexOf(context)(collection).where({ id: key }).first();
				const record = { ...row, ...change };
				await checkAssignment(context, record);
				if ('delivery_area' in change) change.cpa = record.cpa;
			}
			return change;
		});
	}

	filter('peer_mentors.items.create', async (payload, _meta, context) => {
		const record = { ...(payload as Payload) };
		const caller = await callerOf(knexOf(context), context.accountability);
		if (!caller.unrestricted) record.supplier = caller.supplier;
		if (!record.supplier) throw refused('peer_mentors', 'supplier', 'Choose the Supplier.');
		await checkAccount(context, record);
		record.reference = await nextMentorReference(knexOf(context), record.supplier as string);
		record.name = [record.first_name, record.last_name].filter(Boolean).join(' ');
		return record;
	});
	filter('peer_mentors.items.update', async (payload, meta, context) => {
		const change = { ...(payload as Payload) };
		refuseMoving('peer_mentors', change, ['supplier', 'reference', 'name']);
		for (const key of meta.keys) {
			const row = await knexOf(context)('peer_mentors').where({ id: key }).first();
			const record = { ...row, ...change };
			if ('user' in change) await checkAccount(context, record);
			if ('first_name' in change || 'last_name' in change) change.name = `${record.first_name} ${record.last_name}`;
		}
		return change;
	});

	for (const event of ['create', 'update']) {
		action(`call_off_contracts.items.${event}`, async () => {
			await ensureReturns(database as unknown as Knex, today());
		});
	}
});

function knexOf(context: Context | { database: unknown }): Knex {
	return context.database as Knex;
}

function keyIn(value: unknown): unknown {
	return typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
}

/** The Supplier of the parent that a new row names; refused where the parent is missing or another Supplier's. */
async function supplierOf(
	context: Context,
	collection: string,
	field: string,
	of: string,
	value: unknown,
): Promise<string> {
	const key = keyIn(value);
	if (typeof key !== 'string') throw refused(collection, field, `Choose the ${field.replace('_', ' ')}.`);
	const parent = await knexOf(context)(of).where({ id: key }).first('supplier');
	const caller = await callerOf(knexOf(context), context.accountability);
	if (!parent || !mayTouch(caller, parent)) throw new NotYoursError();
	return parent.supplier;
}

/** Mentor, contract and delivery area of an assignment belong together (1.19, C1.4). */
async function checkAssignment(context: Context, record: Payload): Promise<void> {
	const knex = knexOf(context);
	const mentor = await knex('peer_mentors')
		.where({ id: String(keyIn(record.peer_mentor)) })
		.first('supplier');
	if (mentor?.supplier !== record.supplier) {
		throw refused('fte_assignments', 'peer_mentor', 'Choose a Peer Mentor of the Supplier of this contract.');
	}
	const area = await knex('delivery_areas')
		.where({ id: String(keyIn(record.delivery_area)) })
		.first('cpa');
	const covered = await knex('contract_cpas')
		.where({ contract: String(keyIn(record.contract)) })
		.select('contract_package_area');
	const areas = covered.map((row) => Number(row.contract_package_area)).sort((a, b) => a - b);
	if (!area || !areas.includes(Number(area.cpa))) {
		const reason = `Choose a delivery area in CPA ${areas.join(' or ')}, which the contract covers.`;
		throw refused('fte_assignments', 'delivery_area', reason);
	}
	record.cpa = area.cpa;
	const hours = Number(record.weekly_hours);
	if (!(hours > 0 && hours <= 48)) {
		throw refused('fte_assignments', 'weekly_hours', 'Enter more than 0 and at most 48 hours a week.');
	}
	const days = [record.starts_on, record.ends_on].map((value) => (value ? new Date(value as string).getTime() : null));
	if (days[0] !== null && days[1] !== null && (days[1] as number) < (days[0] as number)) {
		throw refused('fte_assignments', 'ends_on', 'The last day must be the first day or later.');
	}
}

/** A login belongs to one Peer Mentor, of the same Supplier. */
async function checkAccount(context: Context, record: Payload): Promise<void> {
	const user = keyIn(record.user);
	if (user === null || user === undefined) return;
	const account = await knexOf(context)('directus_users')
		.where({ id: String(user) })
		.first('supplier');
	if (account && (account.supplier === null || account.supplier === record.supplier)) return;
	throw refused('peer_mentors', 'user', 'Choose a login of the same Supplier.');
}

function refuseMoving(collection: string, payload: Payload, fields: readonly string[]): void {
	const moved = fields.find((field) => field in payload);
	if (moved) throw refused(collection, moved, `${moved} cannot be changed once the record is there.`);
}
