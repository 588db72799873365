/**
 * Runs commands of the platform one after another, each as a process of its own would: every module of ours is read
 * anew. Only Directus, which takes seconds to load, stays; what it remembers of the database is forgotten in between.
 */
import { registerHooks } from 'node:module';
import { directus } from '../../directus/lib/directus.ts';
import { END, type Asked } from './commands.ts';

let run = 0;
registerHooks({
	resolve(specifier, context, next) {
		const found = next(specifier, context);
		const ours = run > 0 && found.url.startsWith('file:') && !found.url.includes('/node_modules/');
		return ours ? { ...found, url: `${found.url}?run=${run}` } : found;
	},
});

let status: number | undefined;
// A command ends once; what it says after that it would not have said.
process.exit = ((code?: number) => void (status ??= code ?? 0)) as typeof process.exit;
process.stderr.write = process.stdout.write.bind(process.stdout);

process.on('message', ({ path, args, env }: Asked) => {
	run++;
	status = undefined;
	for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
	Object.assign(process.env, env);
	process.argv.splice(2, Infinity, ...args);
	void import(path)
		.catch((error: unknown) => {
			console.error(error);
			status ??= 1;
		})
		.then(forget)
		.then(() => console.log(`${END}${status ?? 0}`));
});
process.on('disconnect', () => process.kill(process.pid));

async function forget(): Promise<void> {
	const { flushCaches } = await directus('cache');
	await flushCaches(true);
}
