/** The lists behind the first screens: an address names one, and the filter is made from it. */
import { describe, expect, it, test } from 'vitest';
import { bookmarkOf, listPage } from '../../../extensions/peer-mentoring/src/app/platform/home/link.ts';
import { LIST_TEXTS } from '../../../extensions/peer-mentoring/src/app/platform/home/list-texts.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	filterOf,
	listIn,
	LISTS,
	queryOf,
	type ListName,
	type Narrowing,
} from '../../../extensions/peer-mentoring/src/domain/home/lists.ts';

const TODAY = day('2026-11-29');
const NAMES = Object.keys(LISTS) as ListName[];

describe('the address of a list', () => {
	test.each<[ListName, Narrowing]>([
		['overdue', {}],
		['overdue', { mentor: '0a9c1f5e-0000-4000-8000-000000000001' }],
		['overdue', { mentor: null }],
		['not_met', { cpa: '9' }],
		['results', { contract: '0a9c1f5e-0000-4000-8000-000000000002', month: '2026-10', cpa: null, level: 'fte' }],
	])('%s narrowed to %o says all of it', (name, narrowing) => {
		expect(listIn(LISTS[name].collection, queryOf(name, narrowing))).toEqual({ name, narrowing });
	});

	test.each([
		['no list', 'mentees', {}],
		['a list that there is not', 'mentees', { list: 'toString' }],
		['a list of another collection', 'mentees', { list: 'overdue' }],
		['a list twice', 'mentees', { list: ['not_met', 'not_met'] }],
	])('%s names none', (_, collection, query) => expect(listIn(collection, query)).toBeUndefined());

	it('has a bookmark that no saved one has, its own for each list and narrowing', () => {
		const pages = [
			...NAMES.map((name) => listPage(name)),
			listPage('overdue', { cpa: 9 }),
			listPage('overdue', { cpa: 8 }),
		];
		const bookmarks = pages.map((page) => Number(new URL(page, 'http://studio').searchParams.get('bookmark')));
		expect(bookmarks.every((bookmark) => Number.isInteger(bookmark) && bookmark < 0)).toBe(true);
		expect(new Set(bookmarks).size).toBe(pages.length);
		expect(bookmarkOf({ list: 'overdue', cpa: '9' })).toBe(bookmarkOf({ cpa: '9', list: 'overdue' }));
	});
});

describe('the filter of a list', () => {
	it('is narrowed field by field, and to what has none', () => {
		expect(filterOf('payments', TODAY, { contract: 'a', month: '2026-10', cpa: null })).toEqual({
			_and: [{ cpa: { _null: true } }, { contract: { _eq: 'a' } }, { month: { _eq: '2026-10' } }],
		});
	});

	test.each<[ListName, unknown]>([
		['due_this_week', { due_on: { _lte: '2026-12-06' } }],
		['not_met', { dropout_due_on: { _lte: '2026-11-29' } }],
		['returns_missing', { due_on: { _lt: '2026-11-29' } }],
		['consents_withdrawn', { decided_on: { _gte: '2026-08-31' } }],
		['read_by', { at: { _gte: '2026-10-30' } }],
	])('of %s goes by the day', (name, part) => {
		expect(JSON.stringify(filterOf(name, TODAY))).toContain(JSON.stringify(part));
	});
});

it('every list has a name of its own in both languages', () => {
	for (const texts of Object.values(LIST_TEXTS)) {
		expect(Object.keys(texts).sort()).toEqual([...NAMES].sort());
		expect(new Set(Object.values(texts)).size).toBe(NAMES.length);
	}
});
