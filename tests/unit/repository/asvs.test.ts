/** The page answers every requirement of OWASP ASVS 5.0.0 of levels 1 and 2, once, and names what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../directus/lib/environment.ts';

/** Of each chapter its sections, of each section the level of its requirements in their order. */
const LEVELS = [
	'22 1111122223 112222222223 222 123',
	'122 112 12223 23',
	'3 113 12223 11222233 11122333 3 22333',
	'12233 23333 22 1222',
	'2 112333 113 222',
	'122 111111112222 11223333 112233 22222333 2223 33 2222',
	'222 1111 22 11222 223 22',
	'1233 1123 133 23',
	'111 1222',
	'22 223 22223 1111122222233333 22222 22 222',
	'2233 22233 11233 1222 23 23 33',
	'12233 11 22223',
	'2333 222223 2233 1222233',
	'22 12223333 122',
	'12233 12233 1222222 3333',
	'2 22222 2222 222 2223',
	'23 22223333 22',
];

const expected = LEVELS.flatMap((chapter, c) =>
	chapter
		.split(' ')
		.flatMap((section, s) => [...section].map((level, r) => ({ number: `${c + 1}.${s + 1}.${r + 1}`, level })))
		.filter(({ level }) => level !== '3'),
);

const ANSWERS = ['met', 'partly', 'not met', 'operator', 'not used'];

const page = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8');
const lines = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const rows = lines
	.filter(([, number = '']) => /^\d+\.\d+\.\d+$/.test(number))
	.map(([, number = '', level = '', asks = '', answer = '', shown = '']) => ({ number, level, asks, answer, shown }));

/** What stands as code and is the path of a file; in the last column nothing else has a dot and an ending. */
const pathsIn = (text: string) =>
	[...text.matchAll(/`([^` ]+)`/g)].map(([, code]) => code as string).filter((code) => /^[\w@].*\.\w+$/.test(code));

it('has every number once, in order, with its level', () => {
	expect(expected).toHaveLength(253);
	expect(rows.map(({ number, level }) => ({ number, level }))).toEqual(expected);
});

it('answers each in one of five ways, and says what is asked', () => {
	expect(rows.filter(({ answer, asks }) => !ANSWERS.includes(answer) || asks === '')).toEqual([]);
});

it('names what shows each that is met, and what is missing of each that is met in part', () => {
	expect(rows.filter(({ answer, shown }) => answer === 'met' && pathsIn(shown).length === 0)).toEqual([]);
	const open = rows.filter(({ answer }) => answer === 'partly');
	expect(open.filter(({ shown }) => !/_(Missing|Operator):_ \S/.test(shown))).toEqual([]);
});

it('names files that are there', () => {
	const named = rows.flatMap(({ number, shown }) => pathsIn(shown).map((path) => `${number} ${path}`));
	expect(named.filter((each) => !existsSync(join(root, each.split(' ')[1] as string)))).toEqual([]);
});

it('counts them right', () => {
	const countsOf = (answers: readonly string[]) => {
		const of = rows.filter(({ answer }) => answers.includes(answer));
		return [...['1', '2'].map((each) => of.filter(({ level }) => level === each).length), of.length];
	};
	const told = (name: string) =>
		lines
			.find(([, first]) => first === name)
			?.slice(3, 6)
			.map(Number);
	for (const answer of ANSWERS) expect([answer, told(answer)]).toEqual([answer, countsOf([answer])]);
	expect(told('all')).toEqual(countsOf(ANSWERS));
	const summary = readFileSync(join(root, 'docs/security/questionnaires.md'), 'utf8').replaceAll(/\s+/g, ' ');
	for (const answer of ANSWERS) expect(summary).toContain(`${countsOf([answer])[2]} ${answer}`);
});
