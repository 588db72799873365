/** The fields of our operations' forms in the flow editor; in the reader's language. */
import { codeLists, type CodeList } from '../../../domain/language/code-lists.ts';
import { codeText } from '../../../domain/language/messages.ts';
import { pageLanguage } from '../language.ts';
import { text, type TextName } from './texts.ts';

interface Choice {
	text: string;
	value: string;
}

/** The choices of a list, as everywhere in the Studio. */
export function codeChoices(list: CodeList): Choice[] {
	return codeLists[list].map(({ value }) => ({ text: codeText(list, value)[pageLanguage()], value }));
}

/** Choices that only one operation has. */
export function own(choices: Record<string, TextName>): Choice[] {
	return Object.entries(choices).map(([value, name]) => ({ text: text(name), value }));
}

export function wholeNumber(field: string, name: TextName, min: number, max: number, standard: number) {
	return {
		field,
		name: text(name),
		type: 'integer' as const,
		schema: { default_value: standard },
		meta: { interface: 'input', width: 'half' as const, options: { min, max } },
	};
}

export function choice(field: 'calendar' | 'when' | 'which', all: readonly Choice[], standard: string) {
	return {
		field,
		name: text(field),
		type: 'string' as const,
		schema: { default_value: standard },
		meta: { interface: 'select-dropdown', width: 'half' as const, options: { choices: all } },
	};
}

/** Several of a list; none chosen stands for all. */
export function choices(field: 'kinds' | 'clocks', list: CodeList) {
	return {
		field,
		name: text(field),
		type: 'json' as const,
		meta: {
			interface: 'select-multiple-checkbox',
			width: 'full' as const,
			note: text(`${field}_note`),
			options: { choices: codeChoices(list), itemsShown: 12 },
		},
	};
}

export function stages() {
	return {
		field: 'working_days',
		name: text('stages'),
		type: 'json' as const,
		meta: {
			interface: 'tags',
			width: 'half' as const,
			note: text('stages_note'),
			options: { placeholder: '3, 1' },
		},
	};
}

export function notBefore() {
	return {
		field: 'not_before',
		name: text('not_before'),
		type: 'integer' as const,
		meta: {
			interface: 'input',
			width: 'half' as const,
			note: text('not_before_note'),
			options: { min: 0, max: 23, placeholder: '7' },
		},
	};
}

export const contract = () => typedIn('contract', 'PM-CPA9');

function typedIn(field: 'contract' | 'month', placeholder: string) {
	return {
		field,
		name: text(field),
		type: 'string' as const,
		meta: {
			interface: 'input',
			width: 'half' as const,
			note: text(`${field}_note`),
			options: { trim: true, placeholder },
		},
	};
}

/** What an operation's tile says of a list of choices. */
export function listed(list: CodeList, chosen: unknown): string {
	const values = Array.isArray(chosen) ? chosen : [];
	return values.length === 0
		? text('everything')
		: values.map((value) => codeText(list, String(value))[pageLanguage()]).join(', ');
}

/** The form and the tile of an operation that is about one return, or about those of every contract. */
export const ofOneReturn = {
	overview: (chosen: Record<string, unknown>) =>
		(['contract', 'month'] as const).map((field) => ({
			label: text(field),
			text: chosen[field] ? String(chosen[field]) : '–',
		})),
	options: () => [contract(), typedIn('month', '2024-06')],
};
