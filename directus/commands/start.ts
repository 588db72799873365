import { join } from 'node:path';
import { prepareEnvironment } from '../lib/environment.ts';
import { buildExtensionIfStale } from '../lib/build.ts';
import { progress } from '../lib/progress.ts';
import { whyNot } from '../lib/why.ts';

let data = '';

try {
	({ data } = prepareEnvironment());
	await buildExtensionIfStale();
	const { prepareDatabase } = await import('../lib/boot.ts');
	const { directus } = await import('../lib/directus.ts');
	await prepareDatabase(data);
	const { default: emitter } = await directus('emitter');
	emitter.onAction('server.start', () => void announce());
	const { startServer } = await directus('server');
	await startServer();
} catch (error) {
	console.error(`The platform did not start: ${whyNot(error)}`);
	if (process.env.LOG_LEVEL === 'debug') console.error(error);
	// A connection may still hold the process, and a half-prepared server must not serve.
	process.exit(1);
}

async function announce(): Promise<void> {
	progress('ready');
	const { demoLogins } = await import('../lib/demo.ts');
	console.log(`\nOpen ${process.env.PUBLIC_URL}\n`);
	const administrator = process.env.ADMIN_EMAIL ?? '';
	for (const { role, email, password } of demoLogins(data)) {
		console.log(`  ${role.padEnd(32)} ${email.padEnd(28)} ${password}`);
	}
	console.log(
		`  ${'Administrator'.padEnd(32)} ${administrator.padEnd(28)} password in ${join(data, 'admin-password.txt')}`,
	);
	console.log('\nStop it with Ctrl+C.');
}
