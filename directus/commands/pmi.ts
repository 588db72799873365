import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseMonth } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { prepareEnvironment } from '../lib/environment.ts';

const USAGE = 'npm run pmi -- --contract REF --month YYYY-MM --out FILE.xlsx';

/** What went wrong, for the person at the keyboard; nothing was written. */
function stop(message: string): never {
	console.error(message);
	process.exit(1);
}

function readArguments(): { contract: string; month: NonNullable<ReturnType<typeof parseMonth>>; out: string } {
	const options = { contract: { type: 'string' }, month: { type: 'string' }, out: { type: 'string' } } as const;
	let values;
	try {
		({ values } = parseArgs({ options }));
	} catch (error) {
		return stop(`${(error as Error).message}\n${USAGE}`);
	}
	const { contract, month, out } = values;
	if (!contract || !month || !out) return stop(`Say which contract, which month and which file:\n${USAGE}`);
	const parsed = parseMonth(month);
	if (!parsed) return stop(`--month must be a month written YYYY-MM, such as 2024-06, not "${month}".`);
	return { contract, month: parsed, out };
}

const { contract: reference, month, out } = readArguments();
const { data } = prepareEnvironment();
const { prepareDatabase } = await import('../lib/boot.ts');
const { readContracts } = await import('../../extensions/peer-mentoring/src/storage/contract/contracts.ts');
const { readPmi } = await import('../../extensions/peer-mentoring/src/storage/returns/pmi.ts');
const { readKeptFile } = await import('../../extensions/peer-mentoring/src/storage/returns/kept-files.ts');
const { returnVersion } = await import('../../extensions/peer-mentoring/src/storage/returns/return-versions.ts');
const { pmiFile } = await import('../../extensions/peer-mentoring/src/api/shared/pmi-file.ts');
const { storedFiles } = await import('../../extensions/peer-mentoring/src/api/shared/stored-files.ts');
const { directus, effectiveEnvironment } = await import('../lib/directus.ts');

try {
	const knex = await prepareDatabase(data);
	const contracts = await readContracts(knex);
	const contract = contracts.find((each) => each.reference === reference);
	if (!contract) {
		const known = contracts.map((each) => each.reference).sort();
		stop(`There is no contract "${reference}". The contracts are: ${known.join(', ') || 'none yet'}.`);
	}
	const submitted = await returnVersion(knex, contract.id, month);
	if (submitted) {
		writeFileSync(out, (await readKeptFile(knex, submitted.file)).content, { mode: 0o600 });
		console.log(`${out}: PMI of ${reference} for ${month} as submitted, version ${submitted.version}`);
	} else {
		const pmi = await readPmi(knex, contract, month);
		const { getSchema } = await directus('utils/get-schema');
		const services = await directus('services/assets');
		const files = storedFiles({ services, getSchema, database: knex, env: await effectiveEnvironment() });
		const { content } = await pmiFile(knex, files, contract, pmi);
		writeFileSync(out, content, { mode: 0o600 });
		console.log(`${out}: PMI of ${reference} for ${month}, due on ${pmi.due_on}, ${pmi.exceptions.length} exceptions`);
	}
} catch (error) {
	stop(error instanceof Error ? error.message : String(error));
}
process.exit(0);
