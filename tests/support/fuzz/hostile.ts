/** Requests that nobody means well, the same ones for the same seed. */

export interface Hostile {
	method: string;
	path: string;
	body?: string;
}

/** What the running server has. */
export interface Surface {
	collections: readonly { collection: string; fields: readonly string[]; relations: readonly string[] }[];
	/** Paths with something in every place. */
	paths: readonly { method: string; path: string }[];
}

type Draw = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function drawing(seed: number): Draw {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const VALUES: readonly unknown[] = [
	...['', ' ', '0', '-1', '1e999', '99999999999999999999999', 'NaN', 'null', 'true', '[]', '{}', '{"a":1}', '[[[]]]'],
	...['2026-13-45', '2024-02-30', '0000-00-00', '999999-01-01', '-004713-01-01', '+275760-09-13', '25:61:61', 'never'],
	...[
		'$NOW',
		'$NOW(-1 yr)',
		'$NOW(x)',
		'$CURRENT_USER.supplier.x',
		'$CURRENT_ROLE',
		'$CURRENT_POLICIES',
		'$FOLLOW(a,b)',
	],
	...["'; drop table mentees; --", '" or 1=1 --', '%', '_', '\\', '((((((', '(a+)+$', '[', '*', '?', '??', ':x', '$1'],
	...['\0', 'a\0b', '\ud800', '\udfff\ud800', '‮', 'é́', '０１２', '\r\nSet-Cookie: a=b', 'a'.repeat(5000)],
	...['../../etc/passwd', 'constructor', '__proto__', 'toString', 'year(x)', 'json(x,y)', 'count(*)'],
	...[null, true, false, 0, -0, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 63, -(2 ** 31) - 1],
	...[[], [[]], [null], [1, 'a', {}], {}, { a: 1 }, { _eq: 1 }, { length: 5 }, { toString: 1 }, { then: 1 }],
];
const OPERATORS = '_eq _neq _lt _lte _gt _gte _in _nin _null _nnull _contains _ncontains _icontains _nicontains _starts_with _nstarts_with _istarts_with _nistarts_with _ends_with _nends_with _iends_with _niends_with _between _nbetween _empty _nempty _intersects _nintersects _intersects_bbox _nintersects_bbox _regex _submitted _some _none _x _and _or _json'.split(' '); // prettier-ignore
const FUNCTIONS = [
	'year',
	'month',
	'week',
	'day',
	'weekday',
	'hour',
	'minute',
	'second',
	'count',
	'json',
	'x',
	'sleep',
];
const SUMMARIES = 'count countDistinct countAll sum sumDistinct avg avgDistinct min max x'.split(' ');
const NAMES = [
	'id',
	'*',
	'*.*',
	'x',
	'',
	'.',
	'id.id',
	'$thumbs',
	'constructor',
	'__proto__',
	'1',
	'-',
	'--id',
	'id:x',
];
const PARTS = 'fields filter sort limit offset page search groupBy aggregate alias deep meta export version backlink group'.split(' '); // prettier-ignore

export class Fuzzer {
	private readonly draw: Draw;
	private readonly surface: Surface;

	constructor(surface: Surface, seed: number) {
		this.surface = surface;
		this.draw = drawing(seed);
	}

	next(): Hostile {
		const kind = this.draw();
		if (kind < 0.35) return this.inAddress();
		if (kind < 0.6) return this.inBody();
		if (kind < 0.7) return this.graphql();
		if (kind < 0.85) return this.written();
		return this.ofPath();
	}

	private of<Each>(list: readonly Each[]): Each {
		return list[Math.floor(this.draw() * list.length)] as Each;
	}
	private value = () => this.of(VALUES);
	private collection = () => this.of(this.surface.collections);
	private pathOf(collection: string): string {
		return collection.startsWith('directus_') ? `/${collection.slice(9)}` : `/items/${collection}`;
	}

	private field({ fields, relations }: Surface['collections'][number]): string {
		const kind = this.draw();
		if (kind < 0.5) return this.of(fields);
		if (kind < 0.65) return `${this.of(FUNCTIONS)}(${this.of(fields)})`;
		if (kind < 0.85 && relations.length > 0)
			return `${this.of(relations)}.${this.draw() < 0.5 ? 'id' : this.of(NAMES)}`;
		return this.of(NAMES);
	}

	private filter(of: Surface['collections'][number], depth = 0): unknown {
		const kind = this.draw();
		if (depth < 3 && kind < 0.15) return { [this.of(['_and', '_or'])]: this.draw() < 0.3 ? this.value() : [this.filter(of, depth + 1), this.filter(of, depth + 1)] }; // prettier-ignore
		if (kind < 0.2) return this.value();
		const name = this.field(of);
		const operator = this.of(OPERATORS);
		const value = this.draw() < 0.04 ? Array.from({ length: 40_000 }, (_, each) => each) : this.draw() < 0.2 ? [this.value(), this.value()] : this.value(); // prettier-ignore
		const asked = { [operator]: value };
		return name.split('.').reverse().reduce<unknown>((inner, part) => ({ [part]: inner }), asked); // prettier-ignore
	}

	private part(name: string, of: Surface['collections'][number]): unknown {
		if (this.draw() < 0.15) return this.value();
		switch (name) {
			case 'filter':
				return this.filter(of);
			case 'fields':
			case 'sort':
			case 'groupBy':
			case 'group':
				return Array.from({ length: 1 + Math.floor(this.draw() * 3) }, () => (name === 'sort' && this.draw() < 0.4 ? '-' : '') + this.field(of)); // prettier-ignore
			case 'aggregate':
				return { [this.of(SUMMARIES)]: this.draw() < 0.5 ? this.field(of) : [this.field(of), this.field(of)] };
			case 'alias':
				return { [this.of(['x', 'id', 'a.b', 'x y', 'constructor'])]: this.field(of) };
			case 'deep':
				return {
					[this.of([...of.relations, 'x'])]: { _filter: this.filter(of), _sort: this.field(of), _limit: this.value() },
				};
			case 'export':
				return this.of(['csv', 'json', 'xml', 'yaml', 'csv_utf8', 'x']);
			default:
				return this.value();
		}
	}

	private query(of: Surface['collections'][number]): Record<string, unknown> {
		const parts = Array.from({ length: 1 + Math.floor(this.draw() * 3) }, () => this.of(PARTS));
		return Object.fromEntries(parts.map((name) => [name, this.part(name, of)]));
	}

	private inAddress(): Hostile {
		const of = this.collection();
		const query = Object.entries(this.query(of)).flatMap(([name, value]) => this.encoded(name, value));
		return { method: 'GET', path: `${this.pathOf(of.collection)}?${query.join('&')}`.slice(0, 12_000) };
	}

	/** As JSON, as brackets, or as it is. */
	private encoded(name: string, value: unknown): string[] {
		const safe = (text: unknown) => encodeURIComponent(String(text).toWellFormed());
		if (typeof value !== 'object' || value === null) return [`${name}=${safe(value)}`];
		if (this.draw() < 0.4) return [`${name}=${safe(JSON.stringify(value))}`];
		if (Array.isArray(value)) return value.slice(0, 50).flatMap((each) => this.encoded(`${name}[]`, each));
		return Object.entries(value).flatMap(([key, each]) => this.encoded(`${name}[${safe(key)}]`, each));
	}

	private inBody(): Hostile {
		const of = this.collection();
		const query = this.draw() < 0.05 ? this.value() : this.query(of);
		return { method: 'SEARCH', path: this.pathOf(of.collection), body: JSON.stringify({ query }) };
	}

	private graphql(): Hostile {
		const of = this.collection();
		const literal = () => this.of(['""', '-1', '1e400', '[]', '{}', 'null', 'x', '"\\u0000"', '99999999999999999999', '$x', '[[1]]']); // prettier-ignore
		const args = this.of([
			`(filter: { ${this.of(of.fields)}: { ${this.of(OPERATORS)}: ${literal()} } })`,
			`(limit: ${literal()}, sort: ["${this.field(of)}"])`,
			`(filter: ${literal()})`,
			`(groupBy: ["${this.field(of)}"])`,
			`(search: ${literal()})`,
			`(page: ${literal()}, offset: ${literal()})`,
			'',
		]);
		const name = this.of([of.collection, `${of.collection}_aggregated`, `${of.collection}_by_id`]);
		const shown = this.of([
			'id',
			'__typename',
			`${this.of(of.fields)}`,
			'count { id }',
			'...x',
			'{',
			'id @skip(if: 1)',
		]);
		const query = this.draw() < 0.1 ? this.value() : `{ ${name}${args} { ${shown} } }`;
		return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables: this.draw() < 0.2 ? this.value() : undefined }) }; // prettier-ignore
	}

	private written(): Hostile {
		const of = this.collection();
		const record = Object.fromEntries(Array.from({ length: 1 + Math.floor(this.draw() * 4) }, () => [this.of(of.fields), this.value()])); // prettier-ignore
		const path = this.pathOf(of.collection);
		const id = this.of([
			'1',
			'x',
			'00000000-0000-4000-8000-000000000000',
			'%00',
			'99999999999999999999',
			'-1',
			'a'.repeat(300),
		]);
		return this.of<Hostile>([
			{ method: 'POST', path, body: JSON.stringify(this.draw() < 0.2 ? [record, this.value()] : record) },
			{ method: 'PATCH', path: `${path}/${id}`, body: JSON.stringify(record) },
			{ method: 'PATCH', path, body: JSON.stringify({ keys: this.value(), data: record }) },
			{ method: 'PATCH', path, body: JSON.stringify({ query: this.query(of), data: record }) },
			{ method: 'DELETE', path: `${path}/${id}` },
			{ method: 'DELETE', path, body: JSON.stringify(this.draw() < 0.5 ? [id] : { query: this.query(of) }) },
			{
				method: 'POST',
				path,
				body: this.of(['{', '[', 'null', '1', '"x"', '{"a":'.repeat(200), '['.repeat(3000), '\u0000']),
			},
		]);
	}

	/** A route with something hostile in a place or a question of it. */
	private ofPath(): Hostile {
		const { method, path } = this.of(this.surface.paths);
		const segments = path.split('/');
		const place = 1 + Math.floor(this.draw() * (segments.length - 1));
		const hostile = encodeURIComponent(String(this.of(VALUES.filter((each) => typeof each === 'string'))).toWellFormed().slice(0, 300)); // prettier-ignore
		if (this.draw() < 0.6) segments[place] = hostile;
		const names = [
			'from',
			'to',
			'count',
			'by',
			'month',
			'contract',
			'lang',
			'then',
			'day',
			'n',
			'calendar',
			'keys',
			'ids',
		];
		const query = this.draw() < 0.7 ? `?${this.encoded(this.of(names), this.value()).join('&')}&${this.encoded(this.of(names), this.value()).join('&')}` : ''; // prettier-ignore
		const writes = !['GET', 'DELETE'].includes(method);
		return { method, path: (segments.join('/') + query).slice(0, 12_000), ...(writes && { body: JSON.stringify(this.value()) }) }; // prettier-ignore
	}
}
