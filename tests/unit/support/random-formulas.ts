/** Formulas and cells by chance, the same for the same seed. */
import type { Content } from './formula-books.ts';

export type Chance = () => number;

/** Numbers from nought to one (mulberry32). */
export function chanceOf(seed: number): Chance {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const WORDS = [
	'North',
	'South',
	'north',
	'CPA 9',
	'CPA 10',
	'Jobcentre Plus',
	'x',
	'Ŵyl',
	'Northern',
	'a b  c',
	' pad ',
];
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
const ROWS = 12;

/** Column A and B hold numbers, C and D texts, E days, F anything. */
export function randomCells(chance: Chance): Record<string, Content> {
	const pick = <Item>(of: readonly Item[]) => of[Math.floor(chance() * of.length)] as Item;
	const whole = (most: number) => Math.floor(chance() * most);
	const number = (): Content => (chance() < 0.5 ? whole(100) - 20 : (whole(100_000) - 20_000) / 100);
	const cells: Record<string, Content> = {};
	for (let row = 1; row <= ROWS; row++) {
		const of: Record<string, () => Content> = {
			A: number,
			B: () => whole(6),
			C: () => pick(WORDS),
			D: () => pick(WORDS.slice(0, 4)),
			E: () => 45_000 + whole(900),
			F: () => pick<() => Content>([number, () => pick(WORDS), () => chance() < 0.5, () => ({ error: '#N/A' })])(),
		};
		for (const letter of LETTERS) if (chance() < 0.85) cells[`${letter}${row}`] = of[letter]!();
	}
	return cells;
}

/** A formula over the sheet `Data`. */
export function randomFormula(chance: Chance): string {
	const pick = <Item>(of: readonly Item[]) => of[Math.floor(chance() * of.length)] as Item;
	const row = () => 1 + Math.floor(chance() * ROWS);
	const cell = (letters = LETTERS) => `Data!${chance() < 0.3 ? '$' : ''}${pick(letters)}${row()}`;
	const range = (letter: string) => {
		if (chance() < 0.2) return `Data!${letter}:${letter}`;
		const [a, b] = [row(), row()];
		return `Data!$${letter}$${Math.min(a, b)}:${letter}${Math.max(a, b)}`;
	};
	const full = (letter: string) => `Data!${letter}1:${letter}${ROWS}`;
	const words = () => `"${pick(WORDS)}"`;
	const criterion = () =>
		pick([
			() => `"${pick(['>', '<', '>=', '<=', '<>', '='])}${Math.floor(chance() * 60)}"`,
			() => String(Math.floor(chance() * 6)),
			() => `"${pick(['', '<>'])}${pick(['North', 'n*', '*th', 'CPA ?', '*a*', 'x', '?outh', 'Jobcentre*'])}"`,
			words,
			() => `">"&${cell(['A', 'B'])}`,
			() => cell(),
		])();
	const number = (depth: number): string =>
		depth <= 0
			? pick([
					() => String(Math.floor(chance() * 50)),
					() => String(Math.floor(chance() * 1000) / 100),
					() => cell(['A', 'B']),
					() => cell(),
				])()
			: pick([
					() => `${number(depth - 1)}${pick(['+', '-', '*', '/'])}${number(depth - 1)}`,
					() => `(${number(depth - 1)}${pick(['+', '-'])}${number(depth - 1)})*${number(0)}`,
					() => `-${number(0)}^2`,
					() => `${number(0)}%`,
					() =>
						`${pick(['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT', 'COUNTA', 'PRODUCT', 'SUMSQ', 'MEDIAN'])}(${range(pick(['A', 'B', 'C', 'E', 'F']))}${chance() < 0.4 ? `,${number(0)}` : ''})`,
					() => `COUNTBLANK(${range(pick(LETTERS))})`,
					() => `${pick(['COUNTIF', 'SUMIF', 'AVERAGEIF'])}(${full(pick(['A', 'B', 'C', 'D', 'F']))},${criterion()})`,
					() =>
						`${pick(['SUMIF', 'AVERAGEIF'])}(${full(pick(['B', 'C', 'D']))},${criterion()},${full(pick(['A', 'B']))})`,
					() =>
						`${pick(['SUMIFS', 'AVERAGEIFS', '_xlfn.MAXIFS', '_xlfn.MINIFS'])}(${full(pick(['A', 'B']))},${full(pick(['B', 'C', 'D']))},${criterion()},${full(pick(['A', 'D']))},${criterion()})`,
					() => `COUNTIFS(${full(pick(['B', 'C']))},${criterion()},${full(pick(['D', 'E']))},${criterion()})`,
					() => `${pick(['ROUND', 'ROUNDUP', 'ROUNDDOWN'])}(${number(depth - 1)},${pick([-1, 0, 1, 2])})`,
					() => `${pick(['ABS', 'INT', 'SIGN', 'TRUNC'])}(${number(depth - 1)})`,
					() => `MOD(${cell(['A', 'B', 'E'])},${pick([2, 3, 7, -3, 0])})`,
					() => `${pick(['LARGE', 'SMALL'])}(${full(pick(['A', 'B', 'E']))},${1 + Math.floor(chance() * 4)})`,
					() => `SUMPRODUCT(${full('A')},${full('B')})`,
					() =>
						`SUMPRODUCT((${full(pick(['C', 'D']))}=${words()})*(${full('B')}>${Math.floor(chance() * 5)})*${full(pick(['A', 'B']))})`,
					() => `SUMPRODUCT(--(${full(pick(['C', 'D']))}<>${words()}))`,
					() => `MATCH(${pick([words, () => cell(['B', 'C', 'D'])])()},${full(pick(['B', 'C', 'D']))},0)`,
					() => `VLOOKUP(${words()},Data!C1:F${ROWS},${1 + Math.floor(chance() * 4)},FALSE)`,
					() => `INDEX(Data!A1:F${ROWS},${row()},${1 + Math.floor(chance() * 6)})`,
					() => `SUBTOTAL(${pick([1, 2, 3, 4, 5, 9, 101, 102, 103, 109])},${range(pick(['A', 'B', 'C']))})`,
					() => `${pick(['YEAR', 'MONTH', 'DAY', 'WEEKDAY'])}(${cell(['E'])})`,
					() => `${pick(['EDATE', 'EOMONTH'])}(${cell(['E'])},${Math.floor(chance() * 30) - 15})`,
					() => `NETWORKDAYS(${cell(['E'])},${cell(['E'])})`,
					() => `DATE(2024,${Math.floor(chance() * 30) - 8},${Math.floor(chance() * 60) - 20})`,
					() => `LEN(${text(depth - 1)})`,
					() => `IF(${truth(depth - 1)},${number(depth - 1)},${number(0)})`,
					() => `IFERROR(${number(depth - 1)},${number(0)})`,
				])();
	const text = (depth: number): string =>
		depth <= 0
			? pick([words, () => cell(['C', 'D']), () => cell(['B'])])()
			: pick([
					() => `${text(depth - 1)}&${text(depth - 1)}`,
					() => `${pick(['LEFT', 'RIGHT'])}(${text(0)},${Math.floor(chance() * 6)})`,
					() => `MID(${text(0)},${1 + Math.floor(chance() * 5)},${Math.floor(chance() * 5)})`,
					() => `${pick(['TRIM', 'UPPER', 'LOWER'])}(${text(0)})`,
					() => `CONCATENATE(${text(0)},${number(0)},${text(0)})`,
					() => `_xlfn.TEXTJOIN("; ",TRUE,${range(pick(['B', 'C', 'D']))})`,
					() => `SUBSTITUTE(${text(0)},${pick(['"o"', '"North"', '" "'])},"-")`,
					() => `IF(${truth(depth - 1)},${text(0)},${text(0)})`,
					() => `_xlfn.IFS(${truth(0)},${text(0)},${truth(0)},"other")`,
				])();
	const truth = (depth: number): string =>
		depth <= 0
			? pick([
					() => `${number(0)}${pick(['=', '<>', '<', '>', '<=', '>='])}${number(0)}`,
					() => `${text(0)}${pick(['=', '<>'])}${text(0)}`,
				])()
			: pick([
					() => `${pick(['AND', 'OR'])}(${truth(depth - 1)},${truth(0)})`,
					() => `NOT(${truth(depth - 1)})`,
					() => `${pick(['ISBLANK', 'ISNUMBER', 'ISTEXT', 'ISERROR', 'ISNA'])}(${cell()})`,
					() => `${number(depth - 1)}>${number(0)}`,
					() => `EXACT(${text(0)},${text(0)})`,
				])();
	return pick([() => number(2), () => number(1), () => text(2), () => truth(2)])();
}
