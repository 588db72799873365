/** The description of the platform's own endpoints, put together from the rooms of `directus/openapi`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '../config/yaml-file.ts';
import { root } from '../environment.ts';
import { operationOf, refusalName, refusalOf, type Shared, type ShortOperation } from './operation.ts';
import { mapValues, schemaOf, type Schema, type ShortSchema } from './schema.ts';

export const OPENAPI_PATH = join(root, 'directus', 'openapi.json');
const ROOMS = join(root, 'directus', 'openapi');
const SHARED = 'shared.yaml';

interface Room {
	room: string;
	operations: Record<string, ShortOperation>;
	schemas?: Record<string, ShortSchema>;
}

type SharedFile = Shared & { openapi: string; info: object; tags: object[]; schemas: Record<string, ShortSchema> };

const SECURITY = {
	bearer: {
		type: 'http',
		scheme: 'bearer',
		description: 'The access token that `POST /auth/login` answers, or the token of a service',
	},
	session: {
		type: 'apiKey',
		in: 'cookie',
		name: 'directus_session_token',
		description: 'Of a browser that has signed in',
	},
	metrics: { type: 'http', scheme: 'bearer', description: '`METRICS_TOKEN`' },
};

/** The document, in OpenAPI 3.1. @throws where a room says something that is not understood */
export function openapiDocument(): Schema {
	const shared = readYaml(join(ROOMS, SHARED)).content as unknown as SharedFile;
	const rooms = globSync('*.yaml', { cwd: ROOMS })
		.filter((name) => name !== SHARED)
		.sort()
		.map((name) => readYaml(join(ROOMS, name)).content as unknown as Room);
	const operations = rooms.flatMap(({ room, operations }) =>
		Object.entries(operations).map(([address, short]) => ({ room, address, short })),
	);
	const paths: Record<string, Schema> = {};
	for (const { room, address, short } of operations.sort((a, b) => (pathOf(a.address) < pathOf(b.address) ? -1 : 1))) {
		const path = (paths[pathOf(address)] ??= {});
		const method = address.split(' ')[0]?.toLowerCase() ?? '';
		if (path[method]) throw new Error(`${address} is described twice.`);
		path[method] = operationOf(address, short, room, shared);
	}
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
	const { openapi, info, tags } = shared;
	return {
		openapi,
		info: { ...info, version },
		servers: [{ url: '/' }],
		tags,
		paths,
		components: {
			securitySchemes: SECURITY,
			responses: Object.fromEntries(
				Object.entries(shared.refusals).flatMap(([status, why]) =>
					[false, true].map((page) => [refusalName(status, page), refusalOf(why, page)]),
				),
			),
			schemas: schemasOf([shared, ...rooms]),
		},
	};
}

/** The text of the file that is published. */
export function openapiText(): string {
	return `${JSON.stringify(openapiDocument(), null, '\t')}\n`;
}

const pathOf = (address: string) => address.slice(address.indexOf('/'));

function schemasOf(rooms: readonly Pick<Room, 'schemas'>[]): Record<string, Schema> {
	const all = rooms.flatMap(({ schemas = {} }) => Object.entries(schemas));
	const twice = all.find(([name], index) => all.findIndex(([other]) => other === name) !== index);
	if (twice) throw new Error(`Two rooms have a schema ${twice[0]}.`);
	return mapValues(Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))), schemaOf);
}
