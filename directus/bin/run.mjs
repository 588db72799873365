// The first thing every npm script runs, on whatever Node the machine has (20 or newer): installs what is missing,
// then hands over to the Node 22 that came with the packages. Plain JavaScript without dependencies for that reason.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binaries = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.installed');
const windows = process.platform === 'win32';

/** What the lock file asks for; the stamp says what was installed last. */
function lockHash() {
	return createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex');
}

function install() {
	// Packages that are borrowed from another folder are that folder's to install.
	if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
	const wanted = lockHash();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
	const fresh = !existsSync(join(root, 'node_modules', '.package-lock.json'));
	console.log(fresh ? 'Installing the packages (about three minutes) ...' : 'Bringing the packages up to date ...');
	// `ci` starts from nothing; where packages are there already, only what differs is changed.
	const result = spawnSync(
		'npm',
		[...(fresh ? ['ci'] : ['install', '--no-save']), '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: root,
			stdio: 'inherit',
			shell: windows,
		},
	);
	if (result.status !== 0) {
		console.error('The packages could not be installed. Nothing was started.');
		process.exit(result.status ?? 1);
	}
	writeFileSync(stamp, lockHash());
}

function node22() {
	const own = join(binaries, windows ? 'node.cmd' : 'node');
	if (existsSync(own)) return own;
	if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
	console.error('Node 22 is not packaged for this machine: install Node 22 and run the command again.');
	return process.exit(1);
}

const [command, ...rest] = process.argv.slice(2);
install();
const data = resolve(process.env.DATA_DIR || join(root, 'data'));
const cache = join(data, 'compile-cache');
try {
	mkdirSync(data, { recursive: true, mode: 0o700 });
	mkdirSync(cache, { recursive: true });
} catch (error) {
	console.error(
		`DATA_DIR is "${data}", which is no folder and cannot become one (${error.message}). Nothing was started.`,
	);
	process.exit(1);
}
const child = spawn(node22(), [join(root, 'directus', 'commands', `${command}.ts`), ...rest], {
	cwd: root,
	stdio: 'inherit',
	shell: windows,
	env: {
		...process.env,
		DATA_DIR: data,
		NODE_COMPILE_CACHE: cache,
		PATH: `${binaries}${windows ? ';' : ':'}${process.env.PATH}`,
		// One zone, always: SQLite keeps dates as milliseconds counted in the process's zone.
		TZ: 'UTC',
	},
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm tells its shell of a signal, and the shell ends without a word to what it has started: its end is the signal.
const parent = process.ppid;
setInterval(() => {
	if (process.ppid !== parent) child.kill('SIGTERM');
}, 250).unref();
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
