/**
 * Loaded into a server of the tests (`NODE_OPTIONS=--import`): writes every route that it answers into the file that
 * `ROUTES_FILE` names, those of Directus and of extensions alike, so that a test asks a new one the day it appears.
 */
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

const { createServer } = http;
http.createServer = (...given) => {
	const server = createServer(...given);
	const app = given.find((each) => typeof each === 'function' && each._router);
	if (app)
		server.once('listening', () => writeFileSync(process.env.ROUTES_FILE, JSON.stringify(routesOf(app._router))));
	return server;
};
syncBuiltinESMExports();

function routesOf(router, mounted = '') {
	return (router.stack ?? []).flatMap((layer) => {
		if (layer.route) {
			const paths = [layer.route.path].flat().map((path) => (typeof path === 'string' ? path : pathOf(layer)));
			const methods = layer.route.stack.map(({ method }) => (method ?? 'all').toUpperCase());
			return paths.flatMap((path) => [...new Set(methods)].map((method) => ({ method, path: tidy(mounted + path) })));
		}
		return layer.handle?.stack ? routesOf(layer.handle, mounted + pathOf(layer)) : [];
	});
}

/** The path of a layer as it was given, from the expression that Express has made of it. */
function pathOf({ regexp, keys }) {
	if (regexp.fast_slash) return '';
	let next = 0;
	return regexp.source
		.replace('\\/?(?=\\/|$)', '')
		.replace('\\/?$', '')
		.replace(/^\^/, '')
		.replace(
			/\(\?:\\?\/?\(\[\^\\?\/\]\+\?\)\)|\(\[\^\\?\/\]\+\?\)/g,
			(group) => `${group.startsWith('(?:') ? '/' : ''}:${keys[next++]?.name}`,
		)
		.replaceAll('\\/', '/')
		.replaceAll('\\', '');
}

function tidy(path) {
	return path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}
