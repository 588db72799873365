import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Counts } from '../../../storage/loading/context.ts';
import type { Loaded } from '../../../storage/loading/load-import.ts';
import { noteActivity } from '../../../storage/platform/records.ts';
import type { Caller } from '../../shared/caller.ts';
import type { AuthenticatedRequest } from '../../shared/http.ts';

interface Context {
	knex: Knex;
	logger: { info: (message: string) => void; error: (message: string) => void };
	request: AuthenticatedRequest;
	caller: Caller;
}

const LONGEST = 255;

/** Leaves a line in the log and a row among Directus's activities: who loaded how much, and nothing about anybody. */
export async function recordImport({ knex, logger, request, caller }: Context, { counts }: Loaded): Promise<void> {
	const loaded = Object.entries(counts).map(([form, each]) => `${form} ${inWords(each)}`);
	logger.info(`Import by ${caller.user} (created/updated/unchanged): ${loaded.join(', ')}`);
	try {
		await noteActivity(knex, {
			action: 'import',
			user: caller.user,
			ip: request.ip ?? null,
			user_agent: request.get('user-agent')?.slice(0, LONGEST) ?? null,
			origin: request.get('origin')?.slice(0, LONGEST) ?? null,
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
