import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, expectTypeOf, it, test } from 'vitest';
import {
	codeLists,
	type Code,
	type CodeOf,
	type CodeList,
} from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { parseDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isRuled } from '../../../extensions/peer-mentoring/src/domain/language/open-lists.ts';
import { MESSAGES, type ProblemCode } from '../../../extensions/peer-mentoring/src/domain/problems.ts';

const SOURCE = join(import.meta.dirname, '../../../extensions/peer-mentoring/src');
const read = (path: string) => readFileSync(join(SOURCE, path), 'utf8');
const files = (pattern: string) => globSync(pattern, { cwd: SOURCE }).sort();
const entries = (path: string) => Object.entries(JSON.parse(read(path)) as Record<string, Record<string, unknown>>);

/** Everything that could name a message or a list: the code, and the data model. */
const CODE = files('**/*.{ts,vue}')
	.filter((path) => path !== join('domain', 'language', 'choices.ts'))
	.map(read)
	.join('\n');
const MODEL = readFileSync(join(SOURCE, '../../../schema-snapshot.yaml'), 'utf8');

/** The keys of an object as they stand in its text: reading it already drops what stands there twice. */
const keysIn = (text: string) => [...text.matchAll(/^\t"([^"]+)": \{/gm)].map(([, key]) => key as string);

const LISTS = files('domain/language/lists/*.json');
const CHAPTERS = files('domain/**/messages.json');
const NAMES = files('domain/**/field-names.json');

/** Whether an Administrator could have added the value. */
const isOwn = (path: string, value: string) => LISTS.includes(path) && !isRuled(basename(path, '.json'), value);

describe.each([...LISTS, ...CHAPTERS, ...NAMES])('%s', (path) => {
	it('has English and Welsh side by side, and nothing else that is left empty or at its edges', () => {
		const columns = LISTS.includes(path) ? ['code', 'en', 'cy'] : ['en', 'cy'];
		for (const [key, words] of entries(path)) {
			// A value of an Administrator's own can lack its Welsh, which is shown to them, and have its days.
			const { from, until, ...texts } = isOwn(path, key) && words.cy === '' ? { ...words, cy: words.en } : words;
			expect(Object.keys(texts), key).toEqual(columns);
			for (const text of Object.values(texts)) expect(text, key).toMatch(/^\S(.*\S)?$/);
			for (const day of [from, until]) expect(parseDay(String(day ?? '2024-01-01')), key).toBeDefined();
		}
	});

	it('has every key once, and none that reads as a number: those would come first, whatever their place', () => {
		const keys = keysIn(read(path));
		expect(keys.length).toBeGreaterThan(0);
		expect(new Set(keys).size).toBe(keys.length);
		expect(entries(path).map(([key]) => key)).toEqual(keys);
		for (const key of keys) expect(key).not.toMatch(/^\d+$/);
	});
});

describe('the lists', () => {
	it('are the files, one each', () => {
		expect(LISTS.map((path) => basename(path, '.json'))).toEqual(Object.keys(codeLists).sort());
	});

	test.each(Object.entries(codeLists) as [CodeList, readonly Code[]][])(
		'%s: values and codes of its own',
		(_, codes) => {
			for (const key of ['value', 'code'] as const) {
				expect(new Set(codes.map((code) => code[key].toLowerCase())).size).toBe(codes.length);
			}
		},
	);

	test.each(LISTS)('%s is offered as it stands in the file', (path) => {
		const listed = codeLists[basename(path, '.json') as CodeList] as readonly Code[];
		const own = entries(path).map(([value, words]) => ({ value, ...words, cy: words.cy || words.en }));
		expect(listed.slice(0, own.length)).toEqual(own);
	});

	it('that take others in have them behind their own', () => {
		const from = (list: CodeList, count: number) => (codeLists[list] as readonly Code[]).slice(-count);
		expect(from('return_kind', 4)).toEqual(codeLists.periodic_return);
		expect(from('clock', 12).map(({ value, code }) => `${code} ${value}`)).toEqual([
			...codeLists.milestone.map(({ value, code }) => `m${code} milestone_${value}`),
			...codeLists.information_request_kind.map(({ value, code }) => `r${code} request_${value}`),
		]);
	});

	test.each(Object.keys(codeLists))('%s is used', (list) => {
		const named = new RegExp(`'${list}'|codeLists\\.${list}\\b`).test(CODE);
		expect(named || new RegExp(`code-list:${list}\\b`).test(MODEL)).toBe(true);
	});
});

describe('the messages', () => {
	it('are those of the files, each in one room alone', () => {
		const codes = CHAPTERS.flatMap((path) => entries(path).map(([code]) => code));
		expect([...codes].sort()).toEqual(Object.keys(MESSAGES).sort());
	});

	test.each(Object.keys(MESSAGES))('%s is said', (code) => {
		expect(CODE).toMatch(new RegExp(`['"\`]${code}['"\`]`));
	});
});

describe('what the files hold is known to the compiler', () => {
	it('a stored value of a list, also of one within another', () => {
		expectTypeOf<CodeOf<'referral_route'>>().toEqualTypeOf<'jobcentre_plus' | 'third_party'>();
		expectTypeOf<'request_ad_hoc_mi' | 'milestone_start_up_meeting' | 'pmi'>().toExtend<CodeOf<'clock'>>();
		expectTypeOf<'fax'>().not.toExtend<CodeOf<'referral_route'>>();
	});

	it('the code of a message', () => {
		expectTypeOf<'in_future' | 'quarter_format' | 'still_in_use'>().toExtend<ProblemCode>();
		expectTypeOf<'no_such_message'>().not.toExtend<ProblemCode>();
	});
});
