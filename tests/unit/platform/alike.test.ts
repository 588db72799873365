import { describe, expect, it } from 'vitest';
import { alike, type Asked, type Statement } from '../../../extensions/peer-mentoring/src/api/platform/alike/alike.ts';

const NEVER_EMPTY = new Set(['id']);

function asked(statement: Statement, database: 'sqlite' | 'postgres'): Statement {
	const raw = ((sql: string, bindings: unknown[]) => `${sql} of ${bindings}`) as unknown as Asked['raw'];
	alike(statement, { database, neverEmpty: NEVER_EMPTY, raw });
	return statement;
}

const order = (value: unknown, direction: string, more: Partial<Statement> = {}): Statement => ({
	grouping: 'order',
	type: 'orderByBasic',
	value,
	direction,
	...more,
});

describe('empty values come last', () => {
	it.each([
		['sqlite', 'asc', '?? asc nulls last of mentees.next_due_on'],
		['sqlite', 'desc', 'mentees.next_due_on'],
		['postgres', 'asc', 'mentees.next_due_on'],
		['postgres', 'desc', '?? desc nulls last of mentees.next_due_on'],
	] as const)('on %s in %s order', (database, direction, ordered) => {
		expect(asked(order('mentees.next_due_on', direction), database).value).toBe(ordered);
	});

	it('without a word where none can be empty, so that an index goes on to serve', () => {
		expect(asked(order('mentees.id', 'asc'), 'sqlite').value).toBe('mentees.id');
	});

	it.each([
		['sqlite', 'asc', '?? asc nulls last of [object Object]'],
		['postgres', 'desc', '?? desc nulls last of [object Object]'],
	] as const)('on %s in %s order of a column as Directus names it', (database, direction, ordered) => {
		expect(asked(order({ ref: 'mentees.next_due_on' }, direction), database).value).toBe(ordered);
		expect(asked(order({ ref: 'mentees.id' }, direction), database).type).toBe('orderByBasic');
	});

	it('also where knex says nothing of them by an empty text', () => {
		expect(asked(order('mentees.next_due_on', 'asc', { nulls: '' }), 'sqlite').type).toBe('orderByRaw');
	});

	it('in an order that Directus writes as SQL', () => {
		const written = {
			sql: '?? asc, ?? asc, ?? desc',
			bindings: [{ ref: 'a.id' }, { ref: 'a.stage' }, { ref: 'a.name' }],
		};
		const ordered = (database: 'sqlite' | 'postgres') =>
			asked({ grouping: 'order', type: 'orderByRaw', value: { ...written } }, database).value;
		expect(ordered('sqlite')).toMatch(/^\?\? asc, \?\? asc nulls last, \?\? desc of/);
		expect(ordered('postgres')).toMatch(/^\?\? asc, \?\? asc, \?\? desc nulls last of/);
	});

	it('unless something else is asked for', () => {
		expect(asked(order('held_on', 'asc', { nulls: 'first' }), 'sqlite').value).toBe('held_on');
		expect(asked(order({ sql: 'random()' }, 'asc'), 'sqlite').type).toBe('orderByBasic');
		const own = { grouping: 'order', type: 'orderByRaw', value: { sql: '?? asc nulls first', bindings: ['id'] } };
		expect(asked({ ...own }, 'sqlite').value).toBe(own.value);
	});
});

describe('a part of a text is found whatever its case', () => {
	const condition = (operator: string): Statement => ({ grouping: 'where', type: 'whereBasic', operator });

	it('on PostgreSQL, which tells capital letters from small ones', () => {
		expect(asked(condition('like'), 'postgres').operator).toBe('ilike');
	});

	it('on SQLite as it is', () => {
		expect(asked(condition('like'), 'sqlite').operator).toBe('like');
	});

	it('and a whole value is still the same value', () => {
		expect(asked(condition('='), 'postgres').operator).toBe('=');
	});
});
