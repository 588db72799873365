/** Whether this server can do its work: for a load balancer that knows nobody, and in full for an operator. */
import type { RequestHandler } from 'express';
import type { Knex } from 'knex';
import { canWrite } from '../../../storage/database/can-write.ts';
import type { Trouble } from '../../../storage/database/trouble.ts';
import { LEAST_ROOM, roomIn } from './room.ts';
import type { HoldsToken } from './token.ts';

/** What Directus checks besides: storage, cache, limits, mail. */
interface WholeHealth {
	status: string;
	checks?: Record<string, object[]>;
}

/** A database that takes longer is as good as away for whoever waits. */
const PATIENCE = 2000;
/** How often a write is tried while none has succeeded, in milliseconds. */
const BETWEEN_TRIES = 5000;

/** What is known of the records and of the folder with the data. */
export interface Condition {
	/** Is told when something could not be saved. */
	note: (trouble: Trouble) => void;
	/** Whether the database answers, and takes writes where the last one failed. */
	works: () => Promise<boolean>;
	/** Bytes that the folder with the data still takes. */
	room: () => Promise<number>;
}

/** A write is tried only after one has failed, so that asking changes nothing. @param folder that holds the data */
export function conditionOf(knex: Knex, folder: string): Condition {
	let isInTrouble = false;
	let tried: { at: number; succeeds: Promise<boolean> } | undefined;
	const writes = (): Promise<boolean> => {
		if (!tried || performance.now() - tried.at > BETWEEN_TRIES) {
			tried = { at: performance.now(), succeeds: inTime(canWrite(knex)) };
			void tried.succeeds.then((succeeds) => {
				isInTrouble = !succeeds;
				// The next trouble is another.
				if (succeeds) tried = undefined;
			});
		}
		return tried.succeeds;
	};
	return {
		note: (trouble) => {
			// Whoever is many is soon fewer.
			if (trouble !== 'busy') isInTrouble = true;
		},
		works: () => (isInTrouble ? writes() : inTime(knex.raw('select 1').then(() => true))),
		room: () => roomIn(folder),
	};
}

async function inTime(asked: Promise<boolean>): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((done) => (timer = setTimeout(() => done(false), PATIENCE)));
	try {
		return await Promise.race([asked.catch(() => false), late]);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * `GET /server/health`: 200 while the server can read and save, else 503; with the token what Directus finds of its
 * parts too.
 */
export function health(
	{ works, room }: Condition,
	holdsToken: HoldsToken,
	whole: () => Promise<WholeHealth>,
): RequestHandler {
	return (request, response, next) => {
		const isOperator = holdsToken(request);
		const find = async () => {
			const [answers, bytes] = await Promise.all([works(), room()]);
			const isWell = answers && bytes >= LEAST_ROOM;
			const found: WholeHealth = isOperator ? await whole() : { status: 'ok' };
			if (!isWell) found.status = 'error';
			if (isOperator) found.checks = { ...found.checks, ...checksOf(answers, bytes) };
			response.status(found.status === 'error' ? 503 : 200);
			response.type('application/health+json').send(JSON.stringify(found));
		};
		find().catch(next);
	};
}

/** In the shape of Directus's own checks. */
function checksOf(answers: boolean, bytes: number): Record<string, object[]> {
	return {
		'database:writes': [{ status: answers ? 'ok' : 'error', componentType: 'datastore' }],
		'data:room': [
			{
				status: bytes >= LEAST_ROOM ? 'ok' : 'error',
				componentType: 'system',
				observedUnit: 'bytes',
				observedValue: bytes,
				threshold: LEAST_ROOM,
			},
		],
	};
}
