import { doubt } from './left.ts';
import { FormulaError, isSameNumber, isSameText, kindOfText, type Scalar } from './values.ts';

/** Whether a cell is one of those that are counted. */
export type Criterion = (value: Scalar) => boolean;

type Sign = '=' | '<>' | '<' | '>' | '<=' | '>=';

const LONGEST = 255;

/**
 * What a condition such as `">5"`, `"<>"` or `"CPA*"` picks. Where programs pick differently (numbers kept as text, texts
 * that look like days, the order of letters), there is no answer.
 */
export function criterionOf(given: Scalar): Criterion {
	if (given instanceof FormulaError) throw doubt();
	// An empty cell is nought as a condition to one program, and an empty text to another.
	if (given === null || given === '' || typeof given === 'boolean') throw doubt();
	if (typeof given === 'number') return ofNumber('=', given);
	const [, sign = '', text = ''] = /^(<>|<=|>=|<|>|=)?([^]*)$/.exec(given) ?? [];
	const does = (sign === '' ? '=' : sign) as Sign;
	if (text.length > LONGEST) throw doubt();
	if (text === '') return ofEmpty(does);
	const kind = kindOfText(text);
	if (kind === 'unsure' || /^(?:true|false|#.*)$/i.test(text)) throw doubt();
	if (kind === 'number') return ofNumber(does, Number(text));
	return ofText(does, text);
}

function ofNumber(sign: Sign, number: number): Criterion {
	return (value) => {
		// A text that looks like a number is one to some programs.
		if (typeof value === 'string' && kindOfText(value) !== 'text') throw doubt();
		// So is a truth.
		if (typeof value === 'boolean') throw doubt();
		if (typeof value !== 'number') return sign === '<>';
		const isSame = isSameNumber(value, number);
		if (sign === '=' || sign === '<>') return isSame === (sign === '=');
		if (isSame) return sign === '<=' || sign === '>=';
		return sign.startsWith('<') ? value < number : value > number;
	};
}

/** `"="` picks what is empty, `"<>"` what is not; a text without letters is either. */
function ofEmpty(sign: Sign): Criterion {
	if (sign !== '=' && sign !== '<>') throw doubt();
	return (value) => {
		if (value === '') throw doubt();
		return (value === null) === (sign === '=');
	};
}

function ofText(sign: Sign, text: string): Criterion {
	// The order of letters is a country's.
	if (sign !== '=' && sign !== '<>') throw doubt();
	const pattern = /[*?~]/.test(text) ? wildcards(text) : undefined;
	const matches = (value: string) => {
		if (!pattern) return isSameText(value, text);
		// Whether a text without letters is any text, is not said.
		if (value === '' || value.length > LONGEST) throw doubt();
		return pattern(value);
	};
	return (value) => {
		// What an error is called matches to some programs.
		if (pattern && value instanceof FormulaError) throw doubt();
		return (typeof value === 'string' && matches(value)) === (sign === '=');
	};
}

/** `*` for any letters, `?` for one, `~` before one that means itself. */
function wildcards(text: string): (value: string) => boolean {
	// The pattern is gone through letter by letter: no text can make it take long.
	const parts: ({ one: string } | 'any' | 'many')[] = [];
	const letters = [...text.toLowerCase()];
	for (let at = 0; at < letters.length; at++) {
		const letter = letters[at] as string;
		const next = letters[at + 1];
		if (letter === '*') parts.push('many');
		else if (letter === '?') parts.push('any');
		else if (letter === '~' && next !== undefined && '*?~'.includes(next)) {
			parts.push({ one: next });
			at++;
		} else if (letter === '~') throw doubt();
		else parts.push({ one: letter });
	}
	return (value) => {
		if (/[^\x20-\x7e]/.test(value) && /[^\x20-\x7e]/.test(text)) throw doubt();
		return isMatch([...value.toLowerCase()], parts);
	};
}

function isMatch(letters: readonly string[], parts: readonly ({ one: string } | 'any' | 'many')[]): boolean {
	let at = 0;
	let part = 0;
	let many = -1;
	let tried = 0;
	while (at < letters.length) {
		const now = parts[part];
		if (now === 'many') {
			many = part++;
			tried = at;
		} else if (now === 'any' || (now !== undefined && now.one === letters[at])) {
			at++;
			part++;
		} else if (many >= 0) {
			part = many + 1;
			at = ++tried;
		} else return false;
	}
	while (parts[part] === 'many') part++;
	return part === parts.length;
}
