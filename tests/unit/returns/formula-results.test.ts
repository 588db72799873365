/** Formulas of a Buyer’s workbook as the platform works them out (3.7). */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { LeftFormula } from '../../../extensions/peer-mentoring/src/workbook/template/formulas/left.ts';
import { parseFormula, type Node } from '../../../extensions/peer-mentoring/src/workbook/template/formulas/parse.ts';
import { rounded } from '../../../extensions/peer-mentoring/src/workbook/template/formulas/decimals.ts';
import { criterionOf } from '../../../extensions/peer-mentoring/src/workbook/template/formulas/criteria.ts';
import {
	errorOf,
	kindOfText,
	type Scalar,
} from '../../../extensions/peer-mentoring/src/workbook/template/formulas/values.ts';
import { filled } from '../support/filled-template.ts';
import { bookOf, isSameResult, storedResults, type Stored } from '../support/formula-books.ts';
import { CASES } from '../support/formula-cases.ts';
import { LEFT_FORMULAS } from '../support/formula-left.ts';
import { DATA } from '../support/formula-data.ts';

/** A formula with a bracket around each part that is worked out before others. */
function written(node: Node): string {
	if (node.kind === 'binary') return `(${written(node.left)}${node.sign}${written(node.right)})`;
	if (node.kind === 'sign') return node.sign === '%' ? `(${written(node.of)}%)` : `(${node.sign}${written(node.of)})`;
	if (node.kind === 'call') return `${node.name}(${node.parts.map(written).join(',')})`;
	if (node.kind === 'area') {
		const end = ({ column, row }: { column: number; row: number }) => `${column}.${row}`;
		return `${node.sheet === undefined ? '' : `${node.sheet}!`}${end(node.from)}:${end(node.to)}`;
	}
	if (node.kind === 'name') return node.name;
	if (node.kind === 'table') return `${node.name}<${node.inside}>`;
	if (node.kind === 'missing' || node.kind === 'array') return node.kind;
	return 'value' in node ? JSON.stringify(node.value) : node.code;
}

describe('a formula is taken apart', () => {
	test.each([
		['1+2*3', '(1+(2*3))'],
		['1-2-3', '((1-2)-3)'],
		['-2^2', '((-2)^2)'],
		['2*3^2', '(2*(3^2))'],
		['2^-1', '(2^(-1))'],
		['2^3^2', '((2^3)^2)'],
		['-5%', '(-(5%))'],
		['5%%', '((5%)%)'],
		['1&2+3=4', '((1&(2+3))=4)'],
		['1<2=TRUE', '((1<2)=true)'],
		['(1+2)*3', '((1+2)*3)'],
		['"a""b"&"c"', '("a\\"b"&"c")'],
		['.5+1.E2+2e-1', '((0.5+100)+0.2)'],
		['sum(A1, b2:$C$3)', 'SUM(1.1:1.1,2.2:3.3)'],
		['IF(A1,,2)', 'IF(1.1:1.1,missing,2)'],
		['NOW()', 'NOW()'],
		['SUM(A:A,2:3)', 'SUM(1.1:1.1048576,1.2:16384.3)'],
		[`'It''s here'!A1+Data!B2`, "(It's here!1.1:1.1+Data!2.2:2.2)"],
		['LOG10(3)', 'LOG10(3)'],
		['Rate*Mentees[Sessions]', '(Rate*Mentees<Sessions>)'],
		[`Mentees[[#This Row],[A ']b]]`, `Mentees<[#This Row],[A ']b]>`],
		['#N/A', '#N/A'],
		['SUM({1,2;-3,"a"})', 'SUM(array)'],
		[' 1\n+ 2 ', '(1+2)'],
	])('%s', (formula, expected) => expect(written(parseFormula(formula))).toBe(expected));

	test.each([
		'', '1+', '(1', '1)', 'SUM(', 'A1 B1', 'A1:B2:C3', 'A1#', '[1]Other!A1', "'[Book.xlsx]S'!A1", 'SUM(S1:S3!A1)',
		"SUM('S1:S3'!A1)", 'A1:INDEX(A:A,3)', '"open', 'Table[open', 'A0', '1 2', '@A1', '{1', '{A1}', 'Sheet!Name', '$',
		'(A1,B1)', '('.repeat(5000), '-'.repeat(5000), `"${'x'.repeat(9000)}"`, '='.repeat(200),
	])('%j is none that we read', (formula) => {
		expect(() => parseFormula(formula)).toThrow(LeftFormula);
	}); // prettier-ignore
});

describe('what a formula comes to', () => {
	const ALL = [...CASES, ...LEFT_FORMULAS.map((formula) => [formula, undefined] as const)];
	let results: Map<string, Stored>;
	beforeAll(async () => {
		const formulas = ALL.map(([formula], index) => [`A${index + 1}`, `=${formula}`] as const);
		const book = await bookOf({ Data: DATA, Out: Object.fromEntries(formulas) });
		results = await storedResults(await filled(book, { cells: [] }));
	});

	test.each(ALL.map(([formula, expected], index) => [formula, expected, index] as const))(
		'%s is %j',
		(_, expected, index) => {
			const result = results.get(`Out!A${index + 1}`);
			expect([result, isSameResult(result, expected)]).toEqual([result, true]);
		},
	);
});

describe('a number is rounded', () => {
	test.each([
		[1.005, 2, 'half', 1.01],
		[-1.005, 2, 'half', -1.01],
		[2.4999, 0, 'half', 2],
		[0.5, 0, 'half', 1],
		[0.05, 0, 'half', 0],
		[0.05, 0, 'up', 1],
		[1250, -2, 'half', 1300],
		[1249.9, -2, 'half', 1200],
		[49, -2, 'half', 0],
		[50, -2, 'half', 100],
		[0.999, 2, 'down', 0.99],
		[-0.991, 2, 'up', -1],
		[123, 2, 'up', 123],
		[1e-20, 2, 'up', 0.01],
		[1.5e20, 2, 'half', 1.5e20],
	] as const)('%d at %i places, %s: %d', (number, places, how, expected) => {
		expect(rounded(number, places, how)).toBe(expected);
	});

	it('but not where the last digits would decide', () => {
		expect(() => rounded(0.1 + 0.7, 1, 'down')).toThrow(LeftFormula);
		expect(() => rounded(2.4999999999999996, 0, 'half')).toThrow(LeftFormula);
		expect(() => rounded(1.1, 16, 'half')).toThrow(LeftFormula);
	});
});

describe('a condition', () => {
	const cells: Scalar[] = [null, 0, 5, 6.5, -1, 'North', 'north', 'Northern', 'a*b', errorOf('#N/A')];
	test.each<[Scalar, Scalar[]]>([
		[5, [5]],
		['5', [5]],
		['>5', [6.5]],
		['>=5', [5, 6.5]],
		['<0', [-1]],
		['<>5', [null, 0, 6.5, -1, 'North', 'north', 'Northern', 'a*b', errorOf('#N/A')]],
		['NORTH', ['North', 'north']],
		['=north', ['North', 'north']],
		['=', [null]],
		['<>', [0, 5, 6.5, -1, 'North', 'north', 'Northern', 'a*b', errorOf('#N/A')]],
	])('%j picks %j', (condition, expected) => {
		expect(cells.filter(criterionOf(condition))).toEqual(expected);
	});

	test.each([
		['nor*', ['North', 'north', 'Northern']],
		['*r*n', ['Northern']],
		['?orth', ['North', 'north']],
		['*~**', ['a*b']],
		['<>nor*', [null, 0, 5, 6.5, -1, 'a*b']],
	])('%j with signs for any letter picks %j', (condition, expected) => {
		expect(cells.slice(0, -1).filter(criterionOf(condition))).toEqual(expected);
	});

	test.each<[Scalar, Scalar]>([
		[null, 1], ['', 1], [true, 1], ['TRUE', 1], ['12 March', 1], ['1/2/2024', 1], ['5%', 1], ['>abc', 'b'], ['>', 1], ['#N/A', 1],
		[5, '5'], [5, '5%'], [5, true], ['=', ''], ['a*', ''], ['a*', errorOf('#N/A')], ['x'.repeat(300), 'x'], [errorOf('#N/A'), 1],
	])('%j of %j is nobody’s to say', (condition, cell) => {
		expect(() => criterionOf(condition)(cell)).toThrow(LeftFormula);
	}); // prettier-ignore

	it('of any letters takes no longer for a long text', () => {
		const picks = criterionOf(`${'*a'.repeat(60)}*b`);
		expect(picks('a'.repeat(250))).toBe(false);
	});
});

describe('a text', () => {
	test.each([
		['12', 'number'],
		['-1.5', 'number'],
		['abc', 'text'],
		['CPA 9', 'text'],
		['A1', 'text'],
		['Jobcentre 2 Plus', 'text'],
		['12 March', 'unsure'],
		['10%', 'unsure'],
		['£5', 'unsure'],
		['1,000', 'unsure'],
		['01/02/2024', 'unsure'],
		['5 pm', 'unsure'],
		['1e5', 'unsure'],
		[' ', 'unsure'],
		['', 'text'],
	])('%j as a number: %s', (text, expected) => expect(kindOfText(text)).toBe(expected));
});
