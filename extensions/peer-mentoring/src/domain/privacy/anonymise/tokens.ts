import type { Language } from '../../language/messages.ts';

/** What stands where something that tells who a person is was taken out (1.29, 3.11). */
export type Kind =
	| 'name'
	| 'professional'
	| 'nino'
	| 'phone'
	| 'email'
	| 'url'
	| 'handle'
	| 'postcode'
	| 'address'
	| 'number'
	| 'place'
	| 'organisation'
	| 'age'
	| 'date'
	| 'redacted';

export const TOKENS: Record<Kind, Record<Language, string>> = {
	name: { 'en-GB': '[name]', 'cy-GB': '[enw]' },
	professional: { 'en-GB': '[professional]', 'cy-GB': '[gweithiwr proffesiynol]' },
	nino: { 'en-GB': '[National Insurance number]', 'cy-GB': '[rhif Yswiriant Gwladol]' },
	phone: { 'en-GB': '[phone]', 'cy-GB': '[ffôn]' },
	email: { 'en-GB': '[e-mail]', 'cy-GB': '[e-bost]' },
	url: { 'en-GB': '[web address]', 'cy-GB': '[cyfeiriad gwe]' },
	handle: { 'en-GB': '[social media]', 'cy-GB': '[cyfryngau cymdeithasol]' },
	postcode: { 'en-GB': '[postcode]', 'cy-GB': '[cod post]' },
	address: { 'en-GB': '[address]', 'cy-GB': '[cyfeiriad]' },
	number: { 'en-GB': '[number]', 'cy-GB': '[rhif]' },
	place: { 'en-GB': '[place]', 'cy-GB': '[lle]' },
	organisation: { 'en-GB': '[organisation]', 'cy-GB': '[sefydliad]' },
	age: { 'en-GB': '[age]', 'cy-GB': '[oedran]' },
	date: { 'en-GB': '[date]', 'cy-GB': '[dyddiad]' },
	redacted: { 'en-GB': '[redacted]', 'cy-GB': '[wedi’i guddio]' },
};

/** Stands before a date that was moved, so that a reader knows, and so that no date is moved twice. */
export const MOVED = '≈';

const EVERY_TOKEN = Object.values(TOKENS).flatMap((texts) => Object.values(texts));

/** Finds what an earlier anonymisation left, which is never looked at again. */
export const TOKEN = new RegExp(
	`${EVERY_TOKEN.map((token) => token.replace(/[[\]]/g, '\\$&')).join('|')}|\\[${MOVED}[\\p{L}\\p{N} ./-]{1,30}\\]`,
	'gu',
);
