/** A platform in which every table of the trail has something: referred, submitted, sent and erased. */
import type { Knex } from 'knex';
import { expect } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { REPORT_PARTS } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { TRAIL, UNSEALED } from '../../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import { verifyTrail } from '../../../extensions/peer-mentoring/src/storage/platform/trail/verify.ts';
import type { Client } from '../client.ts';
import { databaseOf } from '../database.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

const NIL = { nil: ['contract_cost_register', 'ipr_log', ...REPORT_PARTS] };

export interface TrailScene {
	server: TestServer;
	world: World;
	admin: Client;
	officer: Client;
	mentor: Client;
	knex: Knex;
	/** Somebody's referral, who is in nobody's erasures. */
	referral: string;
	/** Waits until the platform has sealed everything. */
	sealed(): Promise<void>;
	/** What is wrong with the trail. */
	faults(): Promise<string[]>;
	/** Every row of every table of the trail. */
	everything(): Promise<Record<string, unknown[]>>;
	end(): Promise<void>;
}

export async function trailScene(env: Record<string, string> = {}): Promise<TrailScene> {
	const server = await startTestServer({ seed: 'world', own: true, env });
	const world = await worldOf(server);
	const knex = databaseOf(server);
	const officer = (await world.user('Data Protection Officer', 'officer@example.org')).client;
	const mentor = world.north.mentors[0]!.client;
	const referred = async (first_name: string, last_name: string): Promise<string> => {
		const { contract, cpa } = world.north;
		const person = { first_name, last_name, aged_18_or_over: 'yes' };
		const journey = { contract, cpa, route: 'jobcentre_plus', received_on: '2023-10-02' };
		const made = await mentor.post('/items/referrals', { ...person, ...journey });
		expect([made.status, made.body.errors]).toEqual([200, undefined]);
		return made.body.data.id;
	};
	const referral = await referred('Zebedee', 'Quillfeather');
	await mentor.patch(`/items/referrals/${referral}`, { phone: '07700 900417' });
	expect((await mentor.get(`/items/referrals/${referral}`)).status).toBe(200);
	expect((await world.north.mi.post('/pmi/TEST-9/2024-01/submit', NIL)).status).toBe(200);
	const sent = { sent_on: today(), reference: 'ITT-7' };
	expect((await world.north.mi.post('/pmi/TEST-9/2024-01/sent', sent)).status).toBe(200);
	const erased = await referred('Ermintrude', 'Pobblebonk');
	const request = { referral: erased, requested_on: '2026-01-05', reason: 'Article 17(1)(b)' };
	expect((await officer.post('/items/erasures', request)).status).toBe(200);
	const scene: TrailScene = {
		...{ server, world, admin: world.admin, officer, mentor, knex, referral },
		sealed: async () => {
			for (let tries = 0; await knex(UNSEALED).first('n'); tries++) {
				if (tries === 900) throw new Error('The trail was not sealed within ninety seconds.');
				await new Promise((done) => setTimeout(done, 100));
			}
		},
		faults: async () => {
			const found: string[] = [];
			await verifyTrail(knex, (fault) => found.push(fault));
			return found;
		},
		everything: async () => {
			const rows: Record<string, unknown[]> = {};
			for (const { name } of TRAIL) rows[name] = await knex(name).orderBy('id');
			return rows;
		},
		end: async () => {
			await knex.destroy();
			await server.stop();
		},
	};
	await scene.sealed();
	return scene;
}
