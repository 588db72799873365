/** What the Buyer reads is counted before the transaction of a submission, for nobody to wait for it, and released whole. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { parseMonth, type CalendarMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Asked } from '../../../extensions/peer-mentoring/src/domain/returns/figures/asked.ts';
import {
	FIGURES,
	splitsOf,
	type FigureKey,
} from '../../../extensions/peer-mentoring/src/domain/returns/figures/catalogue.ts';
import { tallyCells } from '../../../extensions/peer-mentoring/src/domain/returns/figures/cells.ts';
import type { StoredContract } from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { lockContracts } from '../../../extensions/peer-mentoring/src/storage/database/locks.ts';
import { inSnapshot } from '../../../extensions/peer-mentoring/src/storage/database/snapshot.ts';
import { readFigure } from '../../../extensions/peer-mentoring/src/storage/returns/figures/read-figure.ts';
import { addReleased } from '../../../extensions/peer-mentoring/src/storage/returns/figures/released-figures.ts';
import { settleEverything } from '../../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { copyTemplate, discard, environment, root, type Copy } from '../../support/platform.ts';
import { insertToRelease, submitMonth } from '../../support/scenes/release.ts';
import { openDatabase } from '../../support/tables.ts';

const [MAY, JUNE, JULY] = ['2024-05', '2024-06', '2024-07'].map((month) => parseMonth(month)) as [
	CalendarMonth,
	CalendarMonth,
	CalendarMonth,
];
const PEOPLE = 120;
const TIME = 300_000;

let copy: Copy;
let knex: Knex;
/** A writer of another instance, who waits for nothing: a lock that is held fails the test. */
let other: Knex;
let contract: StoredContract;

beforeAll(async () => {
	copy = await copyTemplate('reference');
	const env = environment(copy, {});
	[knex, other] = [openDatabase(env), openDatabase(env)];
	contract = await insertToRelease(knex, PEOPLE);
	await settleEverything(knex, today());
}, TIME);
afterAll(async () => {
	await Promise.all([knex.destroy(), other.destroy()]);
	await discard(copy);
});

/** Every figure from one month to another, by the first and the last of what it can be split by. */
async function figures(from: CalendarMonth, to: CalendarMonth, which: 'released' | 'counted'): Promise<string[]> {
	const lines: string[] = [];
	for (const count of Object.keys(FIGURES) as FigureKey[]) {
		const asked: Asked = { count, from, to, where: {}, by: endsOf(splitsOf(count, { named: false })) };
		let cells = tallyCells(asked, asked.by);
		const contracts = [contract];
		if (which === 'released') await addReleased(knex, asked, { contracts, isClosed: () => true }, [cells]);
		else cells = await readFigure(knex, asked, asked.by, { contracts, today: today() });
		const { cells: found } = cells.result();
		lines.push(...found.map(({ values, amount }) => `${count} ${values.join(' ')} ${amount.toFixed(6)}`));
	}
	return lines.sort();
}

const endsOf = <Item>(items: readonly Item[]) => items.filter((_, index) => index === 0 || index === items.length - 1);

/** Somebody records something: with the lock that every record of the contract takes, and without any patience. */
async function writeAtOnce(write: (transaction: Knex) => Promise<unknown>): Promise<void> {
	await other.transaction(async (transaction) => {
		if (copy.database === 'postgres') await transaction.raw("set local lock_timeout = '1s'");
		await lockContracts(transaction, [contract.id]);
		await write(transaction);
	});
}

/** Takes one Mentee more out of every figure. */
const restrict = (transaction: Knex) =>
	transaction('mentees')
		.whereIn(
			'id',
			transaction('mentees')
				.whereNull('consent_withdrawn_on')
				.whereNotNull('start_on')
				.orderBy('id')
				.limit(1)
				.select('id'),
		)
		.update({ consent_withdrawn_on: transaction.ref('start_on') });

/** What a submission writes. */
async function written() {
	const released = await knex('released_figures').where({ contract: contract.id }).orderBy('id').pluck('id');
	const versions = await knex('mi_return_versions').where({ contract: contract.id }).orderBy('id').pluck('id');
	const submitted = await knex('mi_returns').where({ contract: contract.id, status: 'submitted' }).pluck('month');
	return { released, versions, submitted: submitted.sort(), files: await knex('kept_files').orderBy('id').pluck('id') };
}

it('a snapshot says the same however much is written beside it, and holds nobody up', { timeout: TIME }, async () => {
	await inSnapshot(knex, async (snapshot) => {
		const count = async () =>
			Number((await snapshot('mentees').whereNull('consent_withdrawn_on').count({ n: '*' }))[0]?.n);
		const before = await count();
		await writeAtOnce(restrict);
		expect(await count()).toBe(before);
		await expect(
			Promise.resolve(other('mentees').whereNull('consent_withdrawn_on').count({ n: '*' })),
		).resolves.toSatisfy(([row]) => Number(row.n) === before - 1);
	});
});

it(
	'what is recorded between counting and writing is not held up, and comes with the next submission',
	{ timeout: TIME },
	async () => {
		const asOfNow = await figures(MAY, MAY, 'counted');
		await submitMonth(knex, contract, MAY, { between: () => writeAtOnce(restrict) });
		const released = await figures(MAY, MAY, 'released');
		// A submission decides the clocks of its own return: those of people are as they were counted.
		const ofPeople = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('clocks_'));
		expect(ofPeople(released)).toEqual(ofPeople(asOfNow));
		expect(await figures(MAY, MAY, 'counted')).not.toEqual(released);
		await submitMonth(knex, contract, MAY, { reason: 'Somebody has withdrawn' });
		expect(await figures(MAY, MAY, 'released')).toEqual(await figures(MAY, MAY, 'counted'));
	},
);

it('of two submissions at the same time the later one releases what holds then', { timeout: TIME }, async () => {
	const second = async () => {
		await writeAtOnce(restrict);
		await submitMonth(other, contract, JULY);
	};
	await submitMonth(knex, contract, JUNE, { between: second });
	expect((await written()).submitted).toEqual([MAY, JUNE, JULY]);
	expect(await figures(MAY, JULY, 'released')).toEqual(await figures(MAY, JULY, 'counted'));
});

it.each(['between', 'within'] as const)(
	'a process that is killed %s the two phases leaves everything as it was, and the next submits it whole',
	{ timeout: TIME },
	async (moment) => {
		// Quarterly returns go with these months: their workbooks are made within the transaction.
		const month = moment === 'between' ? '2024-08' : '2024-09';
		const before = await written();
		const env = { ...environment(copy, {}), TEST_DATABASE: copy.database };
		const killed = spawnSync(process.execPath, [join(root, 'tests/support/killed-submission.ts'), moment, month], {
			env,
		});
		expect([killed.signal, killed.stderr.toString()]).toEqual(['SIGKILL', '']);
		expect(await written()).toEqual(before);
		await submitMonth(knex, contract, month as CalendarMonth);
		const after = await written();
		expect(after.released).toHaveLength(before.released.length);
		expect(after.released.some((id) => before.released.includes(id))).toBe(false);
		expect(after.submitted).toContain(month);
		expect(await figures(MAY, month as CalendarMonth, 'released')).toEqual(
			await figures(MAY, month as CalendarMonth, 'counted'),
		);
	},
);
