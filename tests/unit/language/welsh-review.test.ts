import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { allEntries } from '../../../directus/lib/welsh/all-entries.ts';
import { markOf } from '../../../directus/lib/welsh/approved.ts';
import { codeEntries } from '../../../directus/lib/welsh/code-entries.ts';
import { confidenceIn, otherwiseRendered, readGlossary, type Term } from '../../../directus/lib/welsh/confidence.ts';
import { faultInWelsh, filledIn, type Entry } from '../../../directus/lib/welsh/entry.ts';
import { putBack } from '../../../directus/lib/welsh/put-back.ts';
import { readReview, writeReview } from '../../../directus/lib/welsh/review-file.ts';
import { yamlEntries } from '../../../directus/lib/welsh/yaml-entries.ts';

const folder = mkdtempSync(join(tmpdir(), 'welsh-review-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CODE = `
export const TEXTS = {
	'en-GB': {
		title: 'Home',
		sent: (email: string) => \`Sent to \${email}.\`,
		deep: { days: ['Monday'], none: "none" } satisfies object,
		many: (count: number) => (count === 1 ? 'one' : \`\${count} of them\`),
	},
	'cy-GB': {
		title: 'Hafan',
		sent: (email: string) => \`Anfonwyd at \${email}.\`,
		deep: { days: ['Dydd Llun'], none: "dim" },
		many: (count: number) => (count === 1 ? 'un' : \`\${count} ohonynt\`),
	},
};
const WORDS: Words = { en: 'Sign in.', cy: 'Mewngofnodwch.' };
const NAME = text('Account made', 'Cyfrif wedi’i greu');
throw new Misasked(\`\${name}: no.\`, \`\${name}: na.\`);
`;
const YAML = `fields:
  - collection: sessions
    field: held_on
    meta:
      translations:
        - language: cy-GB
          translation: Dyddiad
        - language: en-GB
          translation: Day
title_en: Plan
title_cy: 'Cynllun: un'
errors.X:
  cy-GB: Na
  en-GB: No
`;

describe('a text in two languages is found', () => {
	it('in code: in tables, pairs and calls; what code puts together is shown and not changed', () => {
		const found = codeEntries('a.ts', CODE).map(({ key, english, welsh, at }) => [key, english, welsh, at !== null]);
		expect(found).toEqual([
			['a.ts#TEXTS.title', 'Home', 'Hafan', true],
			['a.ts#TEXTS.sent', 'Sent to {email}.', 'Anfonwyd at {email}.', true],
			['a.ts#TEXTS.deep.none', 'none', 'dim', true],
			['a.ts#TEXTS.many', expect.stringContaining('one'), expect.stringContaining('ohonynt'), false],
			['a.ts#WORDS', 'Sign in.', 'Mewngofnodwch.', true],
			['a.ts#NAME', 'Account made', 'Cyfrif wedi’i greu', true],
			['a.ts#', '{name}: no.', '{name}: na.', true],
		]);
	});

	it('in data: in lists of translations, by endings and by languages', () => {
		const found = yamlEntries('a.yaml', YAML).map(({ key, english, welsh }) => [key, english, welsh]);
		expect(found).toEqual([
			['a.yaml#title', 'Plan', 'Cynllun: un'],
			['a.yaml#fields.meta.sessions.held_on.translations', 'Day', 'Dyddiad'],
			['a.yaml#errors.X', 'No', 'Na'],
		]);
	});
});

describe('every text of the platform', () => {
	let all: Entry[];
	beforeAll(() => {
		all = allEntries();
	});

	it('is found by a key of its own', () => {
		expect(all.length).toBeGreaterThan(4000);
		expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
		expect(all.filter(({ at }) => at === null).length).toBeLessThan(60);
	});

	it('has the same gaps in both languages, where it is data; code fills them in as each language counts', () => {
		const gaps = (text: string) => [...new Set(filledIn(text))].join();
		const other = all.filter(({ file, english, welsh }) => !/\.(ts|vue)$/.test(file) && gaps(english) !== gaps(welsh));
		expect(other.map(({ key }) => key)).toEqual([]);
	});

	it('is read back as it was: what each file says of its Welsh says the same again', () => {
		const sample = all.filter(({ at }, index) => at !== null && index % 50 === 0);
		const back = sample.map(({ file, welsh, write }) =>
			file.endsWith('.yaml') || file.endsWith('.json')
				? yamlEntries(file, `en: x\ncy: ${write(welsh)}\n`)[0]?.welsh
				: codeEntries(file, `const a = { en: \`x\`, cy: ${write(welsh)} };`)[0]?.welsh,
		);
		expect(back).toEqual(sample.map(({ welsh }) => welsh));
	});
});

describe('what a translator sends back', () => {
	const entries = codeEntries('a.ts', CODE);
	const of = (key: string) => entries.find((entry) => entry.key === `a.ts#${key}`) as Entry;
	const row = (key: string, said: object) => {
		const { english, welsh } = of(key);
		return { row: 2, where: `a.ts#${key}`, english, welsh, better: '', right: false, ...said };
	};

	it('stands in the place of what was there, and nothing else moves', () => {
		const said = [
			row('TEXTS.title', { better: 'Tudalen ’Gartref' }),
			row('TEXTS.sent', { better: 'At {email} y\u0060i hanfonwyd.' }),
			row('NAME', { right: true }),
		];
		const { files, changed, approved, faults } = putBack(said, entries, () => CODE);
		expect([changed, faults]).toEqual([2, []]);
		const text = files.get('a.ts') as string;
		expect(
			codeEntries('a.ts', text)
				.map(({ welsh }) => welsh)
				.slice(0, 3),
		).toEqual(['Tudalen ’Gartref', 'At {email} y\u0060i hanfonwyd.', 'dim']);
		expect(text.replace("'Tudalen ’Gartref'", "'Hafan'").split('\n').length).toBe(CODE.split('\n').length);
		expect(approved).toContain(markOf({ english: 'Account made', welsh: 'Cyfrif wedi’i greu' }));
		expect(approved).toContain(markOf({ english: 'Home', welsh: 'Tudalen ’Gartref' }));
	});

	test.each([
		['a gap that went', row('TEXTS.sent', { better: 'Anfonwyd.' }), /\{email\}/],
		['a gap that came', row('TEXTS.title', { better: 'Hafan {name}' }), /none here/],
		['a text that code puts together', row('TEXTS.many', { better: 'llawer' }), /put together by code/],
		['a text that has changed since', { ...row('TEXTS.title', { better: 'x' }), english: 'House' }, /changed since/],
		['a text that is gone', { ...row('TEXTS.title', { right: true }), where: 'a.ts#GONE' }, /no such text/],
		['both answers', row('TEXTS.title', { better: 'x', right: true }), /one of the two/],
	])('is refused, with its row: %s', (_, said, fault) => {
		const { files, faults } = putBack([said], entries, () => CODE);
		expect([files.size, faults]).toEqual([0, [expect.stringMatching(fault)]]);
		expect(faults[0]).toMatch(/^Row 2, a\.ts#/);
	});

	it('is a workbook: sent out with how sure we are, read with what was said', async () => {
		const path = join(folder, 'out.xlsx');
		const glossary: Term[] = [{ english: 'Home', welsh: 'Hafan', plural: '', confidence: 'H' }];
		const approved = new Set([markOf(of('NAME'))]);
		expect(await writeReview(path, entries, approved, glossary)).toEqual({ medium: 5, high: 1, approved: 1 });
		expect(await readReview(path)).toEqual([]);
		const workbook = new exceljs.Workbook();
		await workbook.xlsx.readFile(path);
		const sheet = workbook.getWorksheet('Welsh') as exceljs.Worksheet;
		const line = sheet.getColumn(1).values.indexOf('a.ts#TEXTS.title');
		sheet.getCell(line, 6).value = ' Hafan newydd ';
		await workbook.xlsx.writeFile(path);
		expect(await readReview(path)).toEqual([{ ...row('TEXTS.title', { better: 'Hafan newydd' }), row: line }]);
	});
});

describe('how sure we are', () => {
	const glossary: Term[] = [
		{ english: 'Peer Mentor', welsh: 'mentor cymheiriaid', plural: 'mentoriaid cymheiriaid', confidence: 'H' },
		{ english: 'Nil return', welsh: 'datganiad', plural: '', confidence: 'L' },
	];
	test.each([
		['Peer Mentor', 'mentor cymheiriaid', 'high'],
		['Nil return', 'datganiad', 'medium'],
		['The Peer Mentor of a Mentee', 'Fentor cymheiriaid y mentorai', 'medium'],
		['The Peer Mentor of a Mentee', 'Cynghorydd y mentorai', 'low'],
		['Go on', 'Ymlaen', 'medium'],
		[Array.from({ length: 30 }, () => 'word').join(' '), 'gair', 'low'],
	])('of %s as %s: %s', (english, welsh, how) => {
		expect(confidenceIn({ english, welsh }, false, glossary)).toBe(how);
		expect(confidenceIn({ english, welsh }, true, glossary)).toBe('approved');
	});

	it('the terms to look at are those that it has otherwise', () => {
		expect(
			otherwiseRendered('Peer Mentors and a Peer Mentor', 'Cynghorwyr', glossary).map(({ welsh }) => welsh),
		).toEqual(['mentor cymheiriaid']);
		expect(readGlossary().length).toBeGreaterThan(200);
	});

	it('a text without words is none', () => {
		expect(faultInWelsh(codeEntries('a.ts', CODE)[0] as Entry, '  ')).toMatch(/no Welsh any more/);
	});
});
