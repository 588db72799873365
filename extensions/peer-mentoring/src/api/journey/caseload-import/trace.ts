import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Knex } from 'knex';
import type { Counts } from '../../../storage/loading/context.ts';
import type { Loaded } from '../../../storage/loading/load-import.ts';
import { noteActivity } from '../../../storage/platform/records.ts';
import type { Caller } from '../../shared/caller.ts';

interface Context {
	knex: Knex;
	logger: { info: (message: string) => void; error: (message: string) => void };
	from: Origin;
	caller: Caller;
}

/** Where a request came from: kept of it when it has been answered already. */
export interface Origin {
	ip: string | null;
	user_agent: string | null;
	origin: string | null;
}

const LONGEST = 255;

export function originOf(request: Request): Origin {
	return {
		ip: request.ip ?? null,
		user_agent: request.get('user-agent')?.slice(0, LONGEST) ?? null,
		origin: request.get('origin')?.slice(0, LONGEST) ?? null,
	};
}

/** Leaves a line in the log and a row among Directus's activities: who loaded how much, and nothing about anybody. */
export async function recordImport({ knex, logger, from, caller }: Context, { counts }: Loaded): Promise<void> {
	const loaded = Object.entries(counts).map(([form, each]) => `${form} ${inWords(each)}`);
	logger.info(`Import by ${caller.user} (created/updated/unchanged): ${loaded.join(', ')}`);
	try {
		await noteActivity(knex, {
			action: 'import',
			user: caller.user,
			...from,
			collection: 'referrals',
			item: randomUUID(),
		});
	} catch {
		// The records are in by now: to answer with an error would say that they are not.
		logger.error(`The import by ${caller.user} could not be noted among the activities.`);
	}
}

function inWords({ created, updated, unchanged }: Counts): string {
	return `${created}/${updated}/${unchanged}`;
}
