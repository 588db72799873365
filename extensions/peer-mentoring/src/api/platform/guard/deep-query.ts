import { isInherited, isInheritedByObjects } from './inherited-names.ts';
import { combinesFilters, isPlainObject, isTextOrTexts, parsed } from './query-parts.ts';

const MAXIMUM_LEVELS = 10;
const FIELD = /^[A-Za-z][A-Za-z0-9_]*$/;
const WHOLE_NUMBER = /^-?\d{1,9}$/;
const EXPLANATION = '"deep" must be a JSON object such as {"sessions":{"_limit":10}}';

/** What each operator of `deep` may hold. Directus does not wait for its own check of a nested one. */
const OPERATORS: Record<string, (value: unknown) => boolean> = {
	_fields: isTextOrTexts,
	_filter: isFilter,
	_sort: isTextOrTexts,
	_limit: isWholeNumber,
	_offset: isWholeNumber,
	_page: isWholeNumber,
	_search: (value) => typeof value === 'string',
	_aggregate: isAggregate,
	_groupBy: isTextOrTexts,
};

/** What is wrong with the `deep` part of a query, or undefined where Directus can be given it. */
export function faultInDeep(deep: unknown): string | undefined {
	const value = parsed(deep);
	return isPlainObject(value) ? faultInLevel(value, 1) : `${EXPLANATION}.`;
}

function faultInLevel(level: Record<string, unknown>, depth: number): string | undefined {
	if (depth > MAXIMUM_LEVELS) return `"deep" may be nested ${MAXIMUM_LEVELS} levels at most.`;
	for (const [key, value] of Object.entries(level)) {
		const fault = key.startsWith('_') ? faultInOperator(key, value) : faultInField(key, value, depth);
		if (fault) return fault;
	}
	return undefined;
}

function faultInOperator(key: string, value: unknown): string | undefined {
	const accepts = Object.hasOwn(OPERATORS, key) ? OPERATORS[key] : undefined;
	if (!accepts) return `"deep" has an unknown operator. It knows ${Object.keys(OPERATORS).join(', ')}.`;
	return value === null || accepts(value) ? undefined : `${EXPLANATION}: ${key} holds a value of the wrong kind.`;
}

function faultInField(key: string, value: unknown, depth: number): string | undefined {
	if (!FIELD.test(key) || isInherited(key)) return `${EXPLANATION}: one of its names is not that of a field.`;
	return isPlainObject(value) ? faultInLevel(value, depth + 1) : `${EXPLANATION}: ${key} must be an object.`;
}

export function isWholeNumber(value: unknown): boolean {
	return (typeof value === 'number' || typeof value === 'string') && WHOLE_NUMBER.test(String(value));
}

function isAggregate(value: unknown): boolean {
	return isPlainObject(value) && Object.entries(value).every(([name, of]) => FIELD.test(name) && isTextOrTexts(of));
}

function isFilter(value: unknown): boolean {
	const filter = parsed(value);
	return isPlainObject(filter) && isHarmlessTree(filter) && combinesFilters(filter);
}

/** Data of bounded depth in which no name reaches beyond the data. */
export function isHarmlessTree(value: unknown, levels = 0): boolean {
	if (typeof value !== 'object' || value === null) return true;
	if (levels > 2 * MAXIMUM_LEVELS) return false;
	return Object.entries(value).every(([name, part]) => !isInheritedByObjects(name) && isHarmlessTree(part, levels + 1));
}
