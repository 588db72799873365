import { isHarmlessTree, isWholeNumber } from './deep-query.ts';
import { isInheritedByObjects } from './inherited-names.ts';
import { combinesFilters, isPlainObject, isTextOrTexts, parsed } from './query-parts.ts';

/** Fewer than either database takes in one statement. */
const MOST_VALUES = 5000;
/** What the Studio and the pages of ours ask for stays within this; eight wildcards hold a server for minutes. */
const MOST_WILDCARDS = 2;
/** The Studio makes names of its own for fields that it asks for twice, which may begin with a digit. */
const NAME = /^[A-Za-z0-9_]+$/;
const COUNTED_BY = new Set([
	'count',
	'countDistinct',
	'countAll',
	'sum',
	'sumDistinct',
	'avg',
	'avgDistinct',
	'min',
	'max',
]);

type Fault = string | undefined;

/** What each part of a query may hold: Directus's own parser takes the rest for granted and fails on it with a 500. */
const PARTS: Readonly<Record<string, (value: unknown) => Fault>> = {
	fields: faultInFields,
	_fields: faultInFields,
	groupBy: (value) => faultInTexts('groupBy', value),
	group: (value) => faultInTexts('group', value),
	sort: (value) => faultInTexts('sort', value),
	_sort: (value) => faultInTexts('sort', value),
	search: (value) => (typeof value === 'string' ? undefined : '"search" must be a text.'),
	export: (value) => (typeof value === 'string' ? undefined : '"export" must be one format.'),
	aggregate: faultInAggregate,
	alias: faultInAlias,
	filter: faultInFilter,
	_filter: faultInFilter,
	limit: (value) => faultInNumber('limit', value),
	offset: (value) => faultInNumber('offset', value),
	page: (value) => faultInNumber('page', value),
	meta: (value) => faultInTexts('meta', value),
	version: (value) => (typeof value === 'string' ? undefined : '"version" must be a text.'),
	backlink: (value) =>
		[true, false, 'true', 'false'].includes(value as string) ? undefined : '"backlink" must be true or false.',
};

/** The first part of a query that is of the wrong kind, or asks for too much, in words; also within `deep`. */
export function faultInShape(query: unknown): Fault {
	if (!isPlainObject(query)) return undefined;
	for (const [name, value] of Object.entries(query)) {
		const isPart = value !== null && value !== '' && Object.hasOwn(PARTS, name);
		const fault = isPart ? PARTS[name]?.(value) : name === 'deep' ? faultInDeepParts(parsed(value)) : undefined;
		if (fault) return fault;
	}
	return undefined;
}

function faultInDeepParts(level: unknown): Fault {
	if (!isPlainObject(level)) return undefined;
	const nested = Object.entries(level).filter(([name]) => !name.startsWith('_'));
	return faultInShape(level) ?? nested.map(([, value]) => faultInDeepParts(value)).find(Boolean);
}

function faultInNumber(name: string, value: unknown): Fault {
	return isWholeNumber(value) ? undefined : `"${name}" must be a whole number.`;
}

function faultInFields(value: unknown): Fault {
	const fault = faultInTexts('fields', value);
	if (fault) return fault;
	const paths = [value].flat().flatMap((text) => (text as string).split(','));
	const isWide = (path: string) => path.split('.').filter((part) => part.trim() === '*').length > MOST_WILDCARDS;
	return paths.some(isWide) ? `"fields" may go ${MOST_WILDCARDS} wildcards deep: name the fields beyond.` : undefined;
}

function faultInTexts(name: string, value: unknown): Fault {
	if (!isTextOrTexts(value)) return `"${name}" must be a text or a list of texts.`;
	const names = [value].flat().flatMap((text) => text.split(/[.,]/));
	return names.some((each) => isInheritedByObjects(each.trim().replace(/^-/, '')))
		? `"${name}" holds a name that is no field.`
		: undefined;
}

function faultInAggregate(value: unknown): Fault {
	const aggregate = parsed(value);
	const isRight =
		isPlainObject(aggregate) &&
		Object.entries(aggregate).every(([by, of]) => COUNTED_BY.has(by) && faultInTexts(by, of) === undefined);
	return isRight
		? undefined
		: `"aggregate" must be an object such as {"count":"id"}; it knows ${[...COUNTED_BY].join(', ')}.`;
}

function faultInAlias(value: unknown): Fault {
	const alias = parsed(value);
	const isName = (text: unknown) => typeof text === 'string' && NAME.test(text) && !isInheritedByObjects(text);
	const isRight = isPlainObject(alias) && Object.entries(alias).every(([name, of]) => isName(name) && isName(of));
	return isRight ? undefined : '"alias" must be an object such as {"all_sessions":"sessions"}.';
}

function faultInFilter(value: unknown): Fault {
	const filter = parsed(value);
	if (!isHarmlessTree(filter)) return 'The "filter" is nested too deeply, or holds a name that is no field.';
	if (valuesIn(filter) > MOST_VALUES) return `A "filter" may hold ${MOST_VALUES} values at most.`;
	return combinesFilters(filter) ? undefined : '"_and" and "_or" of a "filter" must be lists of objects.';
}

/** How many values a filter compares with; a list in an address may be one text. */
function valuesIn(part: unknown): number {
	if (typeof part === 'string') return part.split(',').length;
	if (typeof part !== 'object' || part === null) return 1;
	return Object.values(part).reduce<number>((sum, each) => sum + valuesIn(each), 0);
}
