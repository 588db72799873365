import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { prepareEnvironment } from '../lib/environment.ts';

const USAGE = 'npm run recover -- --email ADDRESS';

/** What went wrong, for the person at the keyboard; nothing was changed. */
function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

function readEmail(): string {
	try {
		const { values } = parseArgs({ options: { email: { type: 'string' } } });
		return values.email ?? stop(`Say whose account it is:\n${USAGE}`);
	} catch (error) {
		return stop(`${(error as Error).message}\n${USAGE}`);
	}
}

const email = readEmail();
const { data } = prepareEnvironment();
const { prepareDatabase } = await import('../lib/boot.ts');
const { recoverAccount } = await import('../../extensions/peer-mentoring/src/storage/platform/recovery.ts');
const { directus } = await import('../lib/directus.ts');

try {
	const knex = await prepareDatabase(data);
	const { generateHash } = await directus('utils/generate-hash');
	const password = randomBytes(15).toString('base64url');
	if (!(await recoverAccount(knex, email, await generateHash(password)))) {
		stop('There is no account with this address: nothing was changed.');
	}
	console.log(`The account is active, its sessions have ended and it has no second factor. Its new password, shown once:

  ${password}

Sign in with it now, set up the second factor and change the password.`);
	process.exit(0);
} catch (error) {
	stop(`The account was not recovered: ${error instanceof Error ? error.message : String(error)}`);
}
