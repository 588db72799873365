import { PHOTO_INTERFACE } from '../../domain/journey/signature-photo.ts';
import type { Field } from '../server/model.ts';

/** How an answer is asked for. */
export type Kind = 'day' | 'time' | 'one' | 'many' | 'tick' | 'pounds' | 'survey' | 'photo' | 'long' | 'text' | 'fact';

/** As many as stand under one another; more are a list that opens. */
const MOST_RADIOS = 7;

const BY_INTERFACE: Readonly<Record<string, Kind>> = {
	day: 'day',
	'select-radio': 'one',
	'select-dropdown': 'one',
	'select-dropdown-m2o': 'one',
	'select-multiple-checkbox': 'many',
	boolean: 'tick',
	pounds: 'pounds',
	'survey-answers': 'survey',
	[PHOTO_INTERFACE]: 'photo',
	'input-multiline': 'long',
	fact: 'fact',
};

export function kindOf({ interface: name, type, readonly }: Field): Kind {
	if (readonly) return 'fact';
	// The Studio has one interface for moments and for the time of a day; on a form of ours only the latter stands.
	if (type === 'time') return 'time';
	return BY_INTERFACE[name ?? ''] ?? 'text';
}

export function asRadios(choices: readonly unknown[]): boolean {
	return choices.length <= MOST_RADIOS;
}

/** Kinds whose label is that of a group of controls. */
export function isGroup(kind: Kind, choices: readonly unknown[]): boolean {
	return kind === 'day' || kind === 'many' || kind === 'survey' || (kind === 'one' && asRadios(choices));
}

/** What a browser is told of a box, so that the right keyboard comes up and nothing is put right that is right. */
export function boxOf({ field, type }: Field): Record<string, string | boolean> {
	if (/(^|_)nino$/.test(field))
		return { type: 'text', class: 'width-10', autocapitalize: 'characters', autocomplete: 'off', spellcheck: false };
	if (/phone/.test(field)) return { type: 'tel', class: 'width-20', inputmode: 'tel', autocomplete: 'off' };
	if (/email/.test(field))
		return { type: 'email', inputmode: 'email', autocomplete: 'off', autocapitalize: 'none', spellcheck: false };
	if (/name$/.test(field)) return { type: 'text', autocapitalize: 'words', autocomplete: 'off', spellcheck: false };
	if (type === 'integer' || type === 'bigInteger')
		return { type: 'text', class: 'width-5', inputmode: 'numeric', autocomplete: 'off' };
	if (type === 'decimal' || type === 'float')
		return { type: 'text', class: 'width-5', inputmode: 'decimal', autocomplete: 'off' };
	return { type: 'text', autocomplete: 'off' };
}

export const isNumber = ({ type }: Field) => ['integer', 'bigInteger', 'decimal', 'float'].includes(type);
