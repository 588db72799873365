import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { auditPlace } from '../../../environment/audit-place.ts';
import { copyTrail } from '../../../storage/platform/trail/copy/copy-trail.ts';
import { fileCopy } from '../../../storage/platform/trail/copy/file-copy.ts';
import { syslogCopy } from '../../../storage/platform/trail/copy/syslog-copy.ts';
import { sealWaiting } from '../../../storage/platform/trail/seal.ts';
import { whyOf } from '../../shared/trace-of.ts';

const EVERY_MILLISECONDS = 1000;

/** Seals the trail while the platform serves, within a second or two of what was written, and copies it (5.1). */
export default defineHook(({ action }, { database, env, logger }) => {
	const knex = database as unknown as Knex;
	const place = auditPlace(env);
	const copy = place && ('file' in place ? fileCopy(place.file) : syslogCopy(place));
	const told = new Map<string, string>();
	const step = async (what: string, work: () => Promise<void>) => {
		try {
			await work();
			told.delete(what);
		} catch (error) {
			const message = whyOf(error);
			// Once, not every second.
			if (told.get(what) !== message) logger.error(`${what}; it is tried again: ${message}`);
			told.set(what, message);
		}
	};
	action('server.start', () => {
		let working = false;
		const timer = setInterval(async () => {
			if (working) return;
			working = true;
			await step('The trail could not be sealed', () => sealWaiting(knex));
			if (copy) await step('AUDIT_LOG could not be written', () => copyTrail(knex, copy));
			working = false;
		}, EVERY_MILLISECONDS);
		timer.unref();
	});
});
