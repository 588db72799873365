import { appendFileSync } from 'node:fs';
import { auditPlace, type AuditPlace } from '../../extensions/peer-mentoring/src/environment/audit-place.ts';
import { faultsInDirectories, strayDirectories } from '../../extensions/peer-mentoring/src/environment/directories.ts';
import { readVariables, strayVariables } from '../../extensions/peer-mentoring/src/environment/read-variables.ts';
import type { Variables } from '../../extensions/peer-mentoring/src/environment/variables.ts';
import { effectiveEnvironment } from './directus.ts';
import { assertEnforced } from './environment.ts';

/** 32 random characters of base 64 have 192 bits. */
const SHORTEST_SECRET = 32;

/**
 * The platform's own variables, from the environment and the configuration file; anything that weakens the platform or
 * is not right stops what was begun, and what is set in vain is told.
 */
export async function checkedEnvironment(): Promise<Variables> {
	const effective = await effectiveEnvironment();
	assertEnforced(effective);
	if (effective.DATA_DIR !== undefined && effective.DATA_DIR !== process.env.DATA_DIR) {
		throw new Error('DATA_DIR stands in the configuration file, where it comes too late: set it in the environment.');
	}
	if (String(effective.SECRET ?? '').length < SHORTEST_SECRET) {
		// An installation that has worked with it goes on: whoever runs it chooses when everybody signs in anew.
		console.warn(
			`SECRET has fewer than ${SHORTEST_SECRET} characters: sessions are signed with it. Leave it out, and one is made; or make it with "openssl rand -base64 32". Everybody then signs in anew.`,
		);
	}
	const variables = readVariables(effective);
	const faults = faultsInDirectories(effective);
	if (faults.length > 0) throw new Error(faults.join('\n'));
	assertWritable(auditPlace(effective));
	for (const stray of [...strayVariables(effective), ...strayDirectories(effective)]) console.warn(stray);
	return variables;
}

/** What would be found out only when the first line is to be written. */
function assertWritable(place: AuditPlace | undefined): void {
	if (!place || !('file' in place)) return;
	try {
		appendFileSync(place.file, '', { mode: 0o600 });
	} catch (error) {
		const { code } = error as { code?: string };
		throw new Error(`AUDIT_LOG is "${place.file}", which cannot be written (${code}).`, { cause: error });
	}
}
