/**
 * `npm run verify`: whether everything that is stored follows from what was recorded, and is what was sent. With
 * `-- --settle`, what does not follow from the records is then worked out again, of everybody.
 */
import { parseArgs } from 'node:util';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { verifyEvidence } from '../../extensions/peer-mentoring/src/storage/returns/evidence.ts';
import { auditPlace } from '../../extensions/peer-mentoring/src/environment/audit-place.ts';
import { hashAt, verifyTrail } from '../../extensions/peer-mentoring/src/storage/platform/trail/verify.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { verifyRecords } from '../../extensions/peer-mentoring/src/storage/writer/verify.ts';
import { runCommand } from '../lib/command.ts';
import { effectiveEnvironment, type Knex } from '../lib/directus.ts';

await runCommand('Nothing was verified', main);

async function main(): Promise<number> {
	const { settle } = parseArgs({ options: { settle: { type: 'boolean' } } }).values;
	const { openDatabase } = await import('../lib/open-database.ts');
	const { locationOf, storedFiles } = await import('../lib/stored-files.ts');
	const knex = await openDatabase();
	let faults = 0;
	const tell = (line: string) => {
		faults++;
		console.log(line);
	};
	const { files, submissions } = await verifyEvidence(knex, ({ of, fault }) => tell(`${of}: ${fault}`));
	const trail = await verifyTrail(knex, tell);
	await compareCopy(knex, tell);
	let uploads = 0;
	for await (const { id, storage, filename_disk } of storedFiles(knex)) {
		uploads++;
		if (!(await (await locationOf(storage)).exists(filename_disk))) tell(`${id}: the uploaded file is missing`);
	}
	const { referrals, contracts, mentors } = await verifyRecords(knex, today(), ({ record, reference, what }) =>
		tell(`${record} ${reference}: differs from its records in ${what.join(', ')}`),
	);
	if (settle) {
		await settleEverything(knex, today());
		console.log('All referrals, call-off contracts and Peer Mentors are worked out again.');
	}
	if (faults > 0) {
		console.log(
			`${faults} ${faults === 1 ? 'thing differs' : 'things differ'}. What was written in the last minute, or since the platform was stopped, is settled while it runs: verify again after that.`,
		);
		return 1;
	}
	console.log(
		`Everything agrees: ${referrals} referrals, ${contracts} call-off contracts and ${mentors} Peer Mentors with their records; ${submissions} submissions, ${files} kept files and ${uploads} uploaded files with what was sent; ${trail.links} links of the trail with one another and with their rows, ${trail.unsealed} rows not sealed yet.`,
	);
	return 0;
}

/** Whether the end of the copy is in the chain: whoever cuts the end of both off in the database cannot do so there. */
async function compareCopy(knex: Knex, tell: (line: string) => void): Promise<void> {
	const place = auditPlace(await effectiveEnvironment());
	if (!place || !('file' in place)) return;
	const { lastLink } = await import('../../extensions/peer-mentoring/src/storage/platform/trail/copy/file-copy.ts');
	const last = await lastLink(place.file);
	if (last && (await hashAt(knex, last.seq)) !== last.hash) {
		tell(`AUDIT_LOG ends with link ${last.seq} of the trail, which is another here or is missing`);
	}
}
