import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Below this a compressed file saves nothing that a packet would not carry anyway. */
const WORTH_IT = 1000;
/** Where the service worker's source says what it keeps on the device, and which build that is. */
const FILES = '__FILES__';
const VERSION = '__VERSION__';

/** Builds the app that Peer Mentors have on their phones into `dist/mentor`, each file compressed once and for all. */
export async function buildMentorApp(extension: string): Promise<void> {
	const { build } = await import('vite');
	const { default: vue } = await import('@vitejs/plugin-vue');
	const source = join(extension, 'src', 'mentor');
	const target = join(extension, 'dist', 'mentor');
	await build({
		root: source,
		base: '/mentor/',
		configFile: false,
		logLevel: 'warn',
		plugins: [vue()],
		define: {
			__VUE_OPTIONS_API__: 'false',
			__VUE_PROD_DEVTOOLS__: 'false',
			__VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
		},
		build: {
			outDir: target,
			emptyOutDir: true,
			target: 'es2022',
			// A picture within a style would need a policy that lets `data:` in.
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			rollupOptions: {
				input: {
					app: join(source, 'index.html'),
					'service-worker': join(source, 'service-worker', 'service-worker.ts'),
				},
				output: {
					entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name].[hash].js'),
					chunkFileNames: 'assets/[name].[hash].js',
					assetFileNames: 'assets/[name].[hash][extname]',
				},
			},
		},
	});
	const files = globSync('**/*.{html,js,css,svg,webmanifest}', { cwd: target }).sort();
	tellServiceWorker(target, files);
	for (const file of files) compress(join(target, file));
}

/** The worker's own file changes with any other, so that a browser finds out that there is something new. */
function tellServiceWorker(target: string, files: readonly string[]): void {
	const path = join(target, 'service-worker.js');
	const worker = readFileSync(path, 'utf8');
	if (!worker.includes(FILES) || !worker.includes(VERSION)) throw new Error('The service worker names no files.');
	const kept = files.filter((file) => file !== 'service-worker.js');
	const hash = createHash('sha256');
	for (const file of kept) hash.update(readFileSync(join(target, file)));
	const version = hash.digest('hex').slice(0, 12);
	const assets = kept.filter((file) => file !== 'index.html');
	writeFileSync(path, worker.replace(FILES, assets.join(' ')).replace(VERSION, version));
}

function compress(path: string): void {
	const content = readFileSync(path);
	if (content.length < WORTH_IT) return;
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
	writeFileSync(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
}
