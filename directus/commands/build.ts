/** `npm run build`: builds the extension where its sources have changed, for an image that cannot be written to later. */
import { buildExtensionIfStale } from '../lib/build.ts';

try {
	await buildExtensionIfStale();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
