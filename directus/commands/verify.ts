/** `npm run verify`: whether everything that is stored follows from what was recorded, and is what was sent. */
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { verifyEvidence } from '../../extensions/peer-mentoring/src/storage/returns/evidence.ts';
import { verifyTrail } from '../../extensions/peer-mentoring/src/storage/platform/trail/verify.ts';
import { verifyRecords } from '../../extensions/peer-mentoring/src/storage/writer/verify.ts';
import { runCommand } from '../lib/command.ts';

await runCommand('Nothing was verified', main);

async function main(): Promise<number> {
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
	let uploads = 0;
	for await (const { id, storage, filename_disk } of storedFiles(knex)) {
		uploads++;
		if (!(await (await locationOf(storage)).exists(filename_disk))) tell(`${id}: the uploaded file is missing`);
	}
	const { referrals, contracts, mentors } = await verifyRecords(knex, today(), ({ record, reference, what }) =>
		tell(`${record} ${reference}: differs from its records in ${what.join(', ')}`),
	);
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
