import { mapValues, nameOf, schemaOf, type Schema, type ShortSchema } from './schema.ts';

/** A parameter: its schema and what it means, or OpenAPI's own words. */
type Parameter = [ShortSchema, string] | (Schema & { schema: ShortSchema });
type Parameters = Record<string, Parameter>;

/** `files` are media types by name; any other name of one has the schema of what it holds. */
type Answer = { description: string; files?: string[] } & Record<string, unknown>;
type Refusals = Record<string, string | true>;

/** An operation as a room writes it. */
export interface ShortOperation {
	summary: string;
	description?: string;
	paragraph: string;
	roles: string[];
	/** Whether an Administrator may as well; where nothing is said, they may. */
	administrator?: boolean;
	path?: Parameters;
	query?: Parameters;
	body?: { optional?: boolean } & Record<string, ShortSchema | boolean>;
	answers: Record<string, Answer>;
	refusals?: Refusals;
	/** Whether a browser is refused with a page. */
	page?: boolean;
}

/** What the rooms share, as far as operations look at it. */
export interface Shared {
	everywhere: Refusals;
	refusals: Record<string, string>;
	files: Record<string, string>;
	places: Parameters;
}

export const ADMINISTRATOR = 'Administrator';
const SIGNED_IN = [
	...['Peer Mentor', 'Supplier Manager', 'Supplier MI', 'Buyer', 'Buyer Analyst', 'Referrer'],
	'Data Protection Officer',
	'Platform Administrator',
];

/** Who may, where no role decides. */
const OTHERS: Record<string, { who: string; security: object[] }> = {
	everybody: { who: 'everybody, without signing in', security: [] },
	link: { who: 'whoever holds the link, without signing in', security: [] },
	metrics: { who: 'whoever sends `METRICS_TOKEN`', security: [{ metrics: [] }] },
};

const JSON_TYPE = 'application/json';
/** How a browser sends a form. */
const BODIES: Record<string, string[]> = {
	json: [JSON_TYPE],
	both: [JSON_TYPE, 'application/x-www-form-urlencoded'],
	multipart: ['multipart/form-data'],
};

/** An operation in OpenAPI. @param address such as `GET /pmi/{contract}/{month}` */
export function operationOf(address: string, short: ShortOperation, room: string, shared: Shared): Schema {
	const { summary, description, paragraph, path = {}, query = {}, body, page } = short;
	const { roles, who, security } = rightsOf(short);
	const places = [...address.matchAll(/{(\w+)}/g)].map(([, name]) => name as string);
	const parameters = [
		...places.map((name) => parameterOf(name, path[name] ?? shared.places[name], 'path')),
		...Object.entries(query).map(([name, each]) => parameterOf(name, each, 'query')),
	];
	return {
		tags: [room],
		operationId: idOf(address),
		summary,
		description: [description, `Who may: ${who}.`].filter(Boolean).join('\n\n'),
		'x-roles': roles,
		'x-specification': paragraph,
		...(parameters.length > 0 && { parameters }),
		...(body && { requestBody: bodyOf(body) }),
		responses: {
			...refusalsOf({ ...shared.everywhere, ...short.refusals }, page === true),
			...mapValues(short.answers, (answer) => answerOf(answer, shared)),
		},
		security,
	};
}

function rightsOf({ roles, administrator = true }: ShortOperation): {
	roles: string[];
	who: string;
	security: object[];
} {
	const [first = ''] = roles;
	const other = OTHERS[first];
	if (other) return { roles: [], ...other };
	const all = [...(first === 'signed in' ? SIGNED_IN : roles), ...(administrator ? [ADMINISTRATOR] : [])];
	const who = first === 'signed in' ? 'anybody who is signed in' : all.join(', ');
	return { roles: all, who, security: [{ bearer: [] }, { session: [] }] };
}

function parameterOf(name: string, given: Parameter | undefined, where: 'path' | 'query'): Schema {
	if (!given) throw new Error(`Nothing says what {${name}} is.`);
	const required = where === 'path' || !name.endsWith('?');
	const about = Array.isArray(given) ? { description: given[1], schema: given[0] } : given;
	return { name: nameOf(name), in: where, required, ...about, schema: schemaOf(about.schema) };
}

function bodyOf({ optional, ...kinds }: NonNullable<ShortOperation['body']>): Schema {
	const content = Object.entries(kinds).flatMap(([kind, short]) => {
		const types = BODIES[kind];
		if (!types) throw new Error(`There is no body of the kind "${kind}".`);
		return types.map((type) => [type, { schema: schemaOf(short as ShortSchema) }]);
	});
	return { required: optional !== true, content: Object.fromEntries(content) };
}

function answerOf({ description, files = [], ...contents }: Answer, shared: Shared): Schema {
	const typeOf = (name: string) => {
		const type = shared.files[name];
		if (!type) throw new Error(`There is no kind of file "${name}".`);
		return type;
	};
	const content = Object.fromEntries([
		...Object.entries(contents).map(([kind, short]) => {
			const schema = kind === 'data' ? { fields: { data: short } } : (short as ShortSchema);
			return [
				kind === 'data' || kind === 'json' ? JSON_TYPE : typeOf(kind),
				{ schema: schemaOf(schema as ShortSchema) },
			];
		}),
		...files.map((name) => [typeOf(name), typeOf(name).startsWith('text/') ? { schema: { type: 'string' } } : {}]),
	]);
	return { description, ...(Object.keys(content).length > 0 && { content }) };
}

/** One that says more than the general words has a description of its own. */
function refusalsOf(refusals: Refusals, page: boolean): Schema {
	return mapValues(refusals, (why, status) =>
		why === true ? { $ref: `#/components/responses/${refusalName(status, page)}` } : refusalOf(why, page),
	);
}

export const refusalName = (status: string, page: boolean) => `${page ? 'RefusedByPage' : 'Refused'}${status}`;

/** @param page whether a browser gets a page */
export function refusalOf(description: string, page: boolean): Schema {
	const content = {
		[JSON_TYPE]: { schema: schemaOf('Errors') },
		...(page && { 'text/html': { schema: schemaOf('text') } }),
	};
	return { description, content };
}

/** `GET /pmi/{contract}/{month}.xlsx` is `getPmiContractMonthXlsx`. */
function idOf(address: string): string {
	const words = address.split(/[^A-Za-z0-9]+/).filter(Boolean);
	const [method = '', ...path] = words;
	return method.toLowerCase() + path.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
