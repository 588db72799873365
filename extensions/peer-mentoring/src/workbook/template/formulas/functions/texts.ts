import { MANY, optional, part, rule, type Argument, type Call, type Functions } from '../call.ts';
import { doubt } from '../left.ts';
import {
	checkedText,
	errorOf,
	FormulaError,
	isArea,
	kindOfText,
	LONGEST_TEXT,
	textOf,
	type Scalar,
} from '../values.ts';

/** A text that every program counts alike: letters beyond the first 65,536 are one to some and two to others. */
function counting(argument: Argument): string {
	const text = argument.text();
	if (/[\u{10000}-\u{10ffff}\p{M}]/u.test(text)) throw doubt();
	return text;
}

/** How many letters are meant; fewer than none is an error. */
function howMany(argument: Argument, least = 0): number {
	const number = argument.whole();
	if (number < least) throw errorOf('#VALUE!');
	return number;
}

const ofText = (work: (text: string) => string | number | boolean) =>
	rule(1, 1, (parts) => work(counting(part(parts, 0))));

/** A text in other letters, where every program has the same ones. */
function cased(text: string, to: string): string {
	if (to.length !== text.length || /[ßıİŉǰΐΰσς]/.test(text)) throw doubt();
	return to;
}

/** The texts of the arguments, cell by cell in the order of reading. */
function* textsIn(parts: readonly Argument[], { cells }: Call): Generator<string> {
	let letters = 0;
	const written = (value: Scalar) => {
		const text = textOf(value);
		letters += text.length;
		if (letters > LONGEST_TEXT) throw doubt();
		return text;
	};
	for (const each of parts) {
		const value = each.value();
		if (!isArea(value)) {
			if (each.isMissing) throw doubt();
			yield written(value);
			continue;
		}
		for (let row = value.firstRow; row <= cells.lastFilled(value); row++) {
			for (let column = value.firstColumn; column <= value.lastColumn; column++) {
				yield written(cells.at(value.sheet, column, row));
			}
		}
	}
}

/** Where a text stands in another, from one; an error where it does not. */
function find(needle: string, text: string, from: number): number {
	if (from < 1 || from > text.length + 1) throw errorOf('#VALUE!');
	if (needle === '') throw doubt();
	const at = text.indexOf(needle, from - 1);
	if (at < 0) throw errorOf('#VALUE!');
	return at + 1;
}

const finding = (prepare: (argument: Argument) => string) =>
	rule(2, 3, (parts) =>
		find(
			prepare(part(parts, 0)),
			prepare(part(parts, 1)),
			optional(parts, 2, (from) => from.whole(), 1),
		),
	);

export const TEXTS: Functions = {
	CONCATENATE: rule(1, MANY, (parts) => checkedText(parts.map((each) => each.text()).join(''))),
	'_XLFN.CONCAT': rule(1, MANY, (parts, call) => checkedText([...textsIn(parts, call)].join(''))),
	'_XLFN.TEXTJOIN': rule(3, MANY, ([between, skips, ...parts], call) => {
		const separator = (between as Argument).text();
		const texts = [...textsIn(parts, call)];
		const isWhole = !(skips as Argument).truth();
		// Whole columns of empty cells would be joined too.
		if (isWhole && parts.some((each) => isArea(each.value()))) throw doubt();
		if (separator.length * texts.length > LONGEST_TEXT) throw doubt();
		return checkedText(texts.filter((text) => isWhole || text !== '').join(separator));
	}),
	LEFT: rule(1, 2, (parts) => counting(part(parts, 0)).slice(0, optional(parts, 1, howMany, 1))),
	RIGHT: rule(1, 2, (parts) => {
		const text = counting(part(parts, 0));
		return text.slice(Math.max(0, text.length - optional(parts, 1, howMany, 1)));
	}),
	MID: rule(3, 3, (parts) => {
		const text = counting(part(parts, 0));
		const from = howMany(part(parts, 1), 1) - 1;
		return text.slice(from, from + howMany(part(parts, 2)));
	}),
	LEN: ofText((text) => text.length),
	TRIM: ofText((text) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
	UPPER: ofText((text) => cased(text, text.toUpperCase())),
	LOWER: ofText((text) => cased(text, text.toLowerCase())),
	EXACT: rule(2, 2, (parts) => part(parts, 0).text() === part(parts, 1).text()),
	REPT: rule(2, 2, (parts) => {
		const text = part(parts, 0).text();
		const times = howMany(part(parts, 1));
		if (text.length * times > LONGEST_TEXT) throw doubt();
		return text.repeat(times);
	}),
	SUBSTITUTE: rule(3, 4, (parts) => {
		const [text, old, now] = [counting(part(parts, 0)), counting(part(parts, 1)), part(parts, 2).text()];
		const which = optional(parts, 3, (argument) => howMany(argument, 1), 0);
		if (old === '') return text;
		const pieces = text.split(old);
		if (now.length * pieces.length > LONGEST_TEXT) throw doubt();
		if (which === 0) return checkedText(pieces.join(now));
		if (which >= pieces.length) return text;
		return checkedText(pieces.slice(0, which).join(old) + now + pieces.slice(which).join(old));
	}),
	FIND: finding(counting),
	SEARCH: finding((argument) => {
		const text = counting(argument);
		if (/[*?~]/.test(text)) throw doubt();
		return cased(text, text.toLowerCase());
	}),
	VALUE: rule(1, 1, (parts) => {
		const value = part(parts, 0).plain();
		if (typeof value === 'number') return value;
		if (typeof value !== 'string') throw doubt();
		const kind = kindOfText(value);
		if (kind === 'unsure' || value === '') throw doubt();
		return kind === 'number' ? Number(value) : errorOf('#VALUE!');
	}),
	T: rule(1, 1, (parts) => {
		const value = part(parts, 0).scalar();
		if (value instanceof FormulaError) return value;
		if (typeof value === 'boolean') throw doubt();
		return typeof value === 'string' ? value : '';
	}),
};
