/**
 * `npm run holidays -- FILE`: says what the list that GOV.UK publishes every year (bank-holidays.json) changes, and which
 * returns fall due on another day; `--write` puts it into the reference data. Needs no database.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	holidayChanges,
	movedReturns,
	readHolidayList,
	withChanges,
	type HolidayList,
} from '../../extensions/peer-mentoring/src/domain/calendar/holiday-list.ts';
import { SPECIFIED } from '../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { root } from '../lib/environment.ts';

const PATH = join(root, 'seed', 'reference', 'bank-holidays.json');
const args = process.argv.slice(2);
const file = args.find((each) => !each.startsWith('--'));

try {
	if (!file) throw new Error('Name the file: npm run holidays -- bank-holidays.json');
	const now = JSON.parse(readFileSync(PATH, 'utf8')) as HolidayList;
	const changes = holidayChanges(now, readHolidayList(JSON.parse(readFileSync(file, 'utf8'))));
	for (const { calendar, added, removed } of changes) {
		console.log(`${calendar}: ${added.length} new, ${removed.length} gone`);
		for (const day of added) console.log(`  + ${day}`);
		for (const day of removed) console.log(`  - ${day}`);
	}
	const then = withChanges(now, changes);
	const moved = movedReturns(now, then, SPECIFIED.return_working_day);
	for (const { calendar, month, from, to } of moved) {
		console.log(`Returns due in ${month} (${calendar}) move from ${from} to ${to}.`);
	}
	if (!args.includes('--write')) console.log('Nothing was changed; --write puts the list into the reference data.');
	else {
		writeFileSync(PATH, `${JSON.stringify(then, null, '\t')}\n`);
		console.log(
			'Written. The next start adds the new days, and every running clock follows; a day that is gone is deleted in the Studio (Bank holidays).',
		);
	}
} catch (error) {
	console.error(`No list was read: ${error instanceof Error ? error.message : String(error)}`);
	process.exit(1);
}
