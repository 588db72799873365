/** Trouble in the database, made on purpose: what follows from a record cannot be written, or only slowly. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { lane } from './platform.ts';
import { databaseOf } from './database.ts';
import type { TestServer } from './server.ts';

const ON = 'service_level_clocks';

async function run(server: TestServer, ...statements: string[]): Promise<void> {
	const knex = databaseOf(server);
	try {
		if (lane === 'sqlite') await knex.raw('pragma busy_timeout = 20000');
		for (const statement of statements) await knex.raw(statement);
	} finally {
		await knex.destroy();
	}
}

/** PostgreSQL does this before each clock is written. */
const onPostgres = (body: string) => [
	`create or replace function trouble() returns trigger language plpgsql as $$ begin ${body} return new; end $$`,
	`create or replace trigger trouble before insert or update on ${ON} for each row execute function trouble()`,
];

/** From now on no clock can be written. */
export function breakClocks(server: TestServer): Promise<void> {
	if (lane === 'postgres') return run(server, ...onPostgres(`raise exception 'broken for a test';`));
	return run(
		server,
		...['insert', 'update'].map(
			(event) =>
				`create trigger trouble_${event} before ${event} on ${ON} begin select raise(abort, 'broken for a test'); end`,
		),
	);
}

/** As if the next transactions that write a clock stood in the way of another one; PostgreSQL alone. */
export function collide(server: TestServer, times: number, code: string): Promise<void> {
	const until = `if nextval('collisions') <= ${times} then raise exception 'collided for a test' using errcode = '${code}'; end if;`;
	return run(server, 'drop sequence if exists collisions', 'create sequence collisions', ...onPostgres(until));
}

/** From now on a clock is written slowly; PostgreSQL alone. */
export function slowClocks(server: TestServer, seconds: number): Promise<void> {
	return run(server, ...onPostgres(`perform pg_sleep(${seconds});`));
}

export function mendClocks(server: TestServer): Promise<void> {
	if (lane === 'postgres') return run(server, `drop trigger if exists trouble on ${ON}`);
	return run(server, 'drop trigger if exists trouble_insert', 'drop trigger if exists trouble_update');
}

/** What is still to be settled, as the database says. */
export async function unsettled(server: TestServer): Promise<number> {
	const knex: Knex = databaseOf(server);
	try {
		const row = await knex('unsettled_writes').where({ with_write: true }).count({ number: '*' }).first();
		return Number(row?.number);
	} finally {
		await knex.destroy();
	}
}

/** Asks until it is so, or the time is over. */
export async function soon(seconds: number, isSo: () => Promise<boolean>): Promise<boolean> {
	for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(500)) {
		if (await isSo().catch(() => false)) return true;
	}
	return false;
}
