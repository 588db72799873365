/**
 * `npm run welsh -- out FILE.xlsx`: every text of the platform in English and Welsh, for a translator. `npm run welsh --
 * in FILE.xlsx` puts what comes back into the files, all of it or nothing. Needs no database.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from '../lib/environment.ts';
import { allEntries } from '../lib/welsh/all-entries.ts';
import { APPROVED, approvedText, readApproved } from '../lib/welsh/approved.ts';
import { readGlossary } from '../lib/welsh/confidence.ts';
import { putBack } from '../lib/welsh/put-back.ts';
import { readReview, writeReview } from '../lib/welsh/review-file.ts';

const USAGE = 'Usage: npm run welsh -- out FILE.xlsx, or npm run welsh -- in FILE.xlsx';
const MOST_SHOWN = 20;

const [way, file, ...rest] = process.argv.slice(2);
if ((way !== 'out' && way !== 'in') || !file?.endsWith('.xlsx') || rest.length > 0) {
	console.error(USAGE);
	process.exit(2);
}

try {
	if (way === 'out') await sendOut(file);
	else await readIn(file);
} catch (error) {
	console.error(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`);
	process.exit(1);
}

async function sendOut(path: string): Promise<void> {
	const entries = allEntries();
	const counts = await writeReview(path, entries, readApproved(), readGlossary());
	const said = Object.entries(counts).map(([how, count]) => `${how} ${count}`);
	console.log(`${entries.length} texts in ${path}; how sure we are: ${said.join(', ')}.`);
}

async function readIn(path: string): Promise<void> {
	const read = (name: string) => readFileSync(join(root, name), 'utf8');
	const { files, approved, changed, faults } = putBack(await readReview(path), allEntries(), read);
	if (faults.length > 0) {
		const more = faults.length > MOST_SHOWN ? [`and ${faults.length - MOST_SHOWN} more`] : [];
		throw new Error([`${faults.length} rows cannot be used.`, ...faults.slice(0, MOST_SHOWN), ...more].join('\n'));
	}
	const formatted = await Promise.all(
		[...files].map(async ([name, text]) => [name, await inStyle(name, text)] as const),
	);
	for (const [name, text] of formatted) writeFileSync(join(root, name), text);
	writeFileSync(APPROVED, await inStyle('approved.json', approvedText([...readApproved(), ...approved])));
	console.log(`${changed} texts changed in ${files.size} files; ${approved.length} are approved.`);
	if (changed > 0) console.log('The next start shows them: look at what changed with git diff first.');
}

async function inStyle(name: string, text: string): Promise<string> {
	const filepath = join(root, name);
	const { ignored } = await prettier.getFileInfo(filepath, { ignorePath: join(root, '.prettierignore') });
	if (ignored) return text;
	return prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });
}
