/** Names that the words before them give away, and the tokens that stand for what was taken out. */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { anonymise } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import { languageOfText } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/language-of-text.ts';
import {
	relatedNamesIn,
	titledNamesIn,
} from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/named-by-words.ts';
import { asWritten, textOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';
import { TOKENS, type Kind } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/tokens.ts';
import { fold, wordsOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/words.ts';

const titled = (text: string) =>
	titledNamesIn(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
const related = (text: string) => relatedNamesIn(text).map(({ start, end }) => text.slice(start, end));

describe('a title with the name that follows it', () => {
	const PROFESSIONALS =
		'Dr Doctor Prof Professor Nurse Matron PC PCSO Sgt Sergeant Insp Inspector Judge Rev Reverend Cllr Councillor ' +
		'Meddyg Nyrs Athro Parch Parchedig Cwnstabl Rhingyll Barnwr Cyng';
	test.each(PROFESSIONALS.split(' '))('%s is of a professional', (title) => {
		for (const written of [title, title.toLowerCase(), title.toUpperCase(), `${title}.`]) {
			expect(titled(`saw ${written} Zola today`)).toEqual([`professional: ${written} Zola`]);
		}
		expect(titled(`saw ${title} zola`)).toEqual([]);
	});

	test.each(['Mr', 'Mrs', 'Ms', 'Miss', 'Mx'])('%s is of somebody', (title) => {
		for (const written of [title, title.toLowerCase(), `${title}.`]) {
			expect(new Set(titled(`saw ${written} Zola today`))).toEqual(new Set([`name: ${written} Zola`]));
		}
		expect(titled(`saw ${title} zola`)).toEqual(title === 'Miss' ? [] : [`name: ${title} zola`]);
	});

	const NOT_A_NAME = 'the and for who that was has had will with from about yn ac sydd oedd mae';
	test.each(NOT_A_NAME.split(' '))('in small letters not before "%s"', (word) => {
		expect(titled(`saw mr ${word} today`)).toEqual([]);
	});

	test.each([
		['Dr J. Zola', ['professional: Dr J. Zola']],
		['Dr Ann-Marie O’Zola Test', ['professional: Dr Ann-Marie O’Zola Test']],
		['Dr Zola I think', ['professional: Dr Zola']],
		['Dr Zola Yn y dref', ['professional: Dr Zola']],
		['xDr Zola', []],
		['mr al', []],
	])('%s', (text, expected) => expect(titled(text)).toEqual(expected));
});

describe('somebody of the family, or near to it', () => {
	const RELATIONS =
		'wife husband partner girlfriend boyfriend fiancé fiancée ex ex-wife ex-husband ex-partner son daughter sons daughters child children ' +
		'baby kids brother sister mother father mum mam dad nan nana nain taid gran grandmother grandfather granddaughter grandson aunt auntie ' +
		'uncle cousin niece nephew friend mate neighbour sponsor landlord landlady boss stepson stepdaughter stepfather stepmother';
	const TEULU =
		'gwraig wraig ngwraig gŵr ŵr ngŵr bartner mhartner phartner cariad gariad nghariad chariad mab fab merch ferch plentyn blentyn mhlentyn ' +
		'plant blant mhlant phlant brawd frawd mrawd chwaer tad nhad thad fam daid nhaid modryb fodryb ewythr cefnder gefnder nghefnder ' +
		'cyfnither gyfnither nghyfnither ffrind cyfaill gyfaill nghyfaill cymydog gymydog nghymydog noddwr';
	test.each([...RELATIONS.split(' '), ...TEULU.split(' ')])('%s', (relation) => {
		expect(related(`see ${relation} Zola`)).toEqual(['Zola']);
		expect(related(`see ${relation.charAt(0).toUpperCase()}${relation.slice(1)}, Zola`)).toEqual(['Zola']);
		if (!relation.includes('-')) expect(related(`see x${relation} Zola`)).toEqual([]);
		expect(related(`see ${relation} zola`)).toEqual([]);
	});

	test.each([
		['wife called Zola', ['Zola']],
		['wife is called Zola', ['Zola']],
		['wife named Zola', ['Zola']],
		['gwraig o’r enw Zola', ['Zola']],
		['wife (Zola) and', ['Zola']],
		['wife – Zola', ['Zola']],
		['wife: Zola', ['Zola']],
		['sons Zed, Zac and Zola', ['Zed, Zac and Zola']],
		['plant Zed a Zola ac Ann', ['Zed a Zola ac Ann']],
		['wife Zola Test', ['Zola Test']],
		['wife Zola. Test', ['Zola']],
	])('%s', (text, expected) => expect(related(text)).toEqual(expected));

	const NOT_NAMES =
		'I A The And But Who When He She They It We My Her His In On At To If Is Was Will Has Mae Yn Ac Ond Bydd Pan Fy Ei Monday Tuesday ' +
		'Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December ' +
		'Dydd Llun Mawrth Mercher Iau Gwener Sadwrn Sul UC GP CV AA NA DWP NHS Jobcentre Universal';
	test.each(NOT_NAMES.split(' '))('not before %s', (word) => {
		expect(related(`see wife, ${word} then`)).toEqual([]);
		expect(related(`see wife, ${word}zed then`)).toEqual([`${word}zed`]);
	});
});

describe('what stands where something was taken out', () => {
	const kinds = Object.keys(TOKENS) as Kind[];

	test.each(kinds)('%s is a word in brackets in each language, and is not looked at again', (kind) => {
		expect(TOKENS[kind]['en-GB']).not.toBe(TOKENS[kind]['cy-GB']);
		for (const token of Object.values(TOKENS[kind])) {
			expect(token).toMatch(/^\[\p{L}[\p{L} ’-]+\]$/u);
			expect(asWritten(`Gwen ${token} Gwen`)).toEqual([
				{ text: 'Gwen ' },
				{ text: token, kind: 'redacted' },
				{ text: ' Gwen' },
			]);
		}
	});

	it('is another word for each kind', () => {
		const english = kinds.map((kind) => TOKENS[kind]['en-GB']);
		expect(english).toEqual([
			'[name]',
			'[professional]',
			'[National Insurance number]',
			'[phone]',
			'[e-mail]',
			'[web address]',
			'[social media]',
			'[postcode]',
			'[address]',
			'[number]',
			'[place]',
			'[organisation]',
			'[age]',
			'[date]',
			'[redacted]',
		]);
		expect(new Set(kinds.map((kind) => TOKENS[kind]['cy-GB'])).size).toBe(kinds.length);
	});

	test.each(['[≈3 March 2024]', '[≈2024-03-03]', '[≈03/04]', '[≈Ebrill]'])('%s is a date that was moved', (token) => {
		expect(asWritten(token)).toEqual([{ text: token, kind: 'redacted' }]);
	});

	test.each(['[≈]', '[≈x@y]', '[3 March]', `[≈${'x'.repeat(31)}]`])('%s is none', (text) => {
		expect(asWritten(text)).toEqual([{ text }]);
	});
});

describe('the language of a text', () => {
	test.each([
		['Mae fy mab yn gweithio', 'cy-GB'],
		['He will go to work', 'en-GB'],
		['Zola', 'en-GB'],
		['', 'en-GB'],
		['the gwaith', 'en-GB'],
		['mynd to work', 'en-GB'],
		['mynd gyda the bws', 'cy-GB'],
		['They said o’r and i’r', 'en-GB'],
	])('"%s" is %s', (text, language) => expect(languageOfText(text)).toBe(language));

	const WELSH =
		'y yr yn ym yng mae oes wedi ei eu fy dy ein i’r o’r a’r gyda gan wrth ac ar bydd byddaf dw rwy rydw mynd gwneud cael bod pob bob mis ' +
		'dydd wythnos gwaith heb neu hefyd eisiau ddim sydd fel erbyn nos hi fo ffonio cwrdd siarad gweld';
	test.each(WELSH.split(' '))('is told by %s', (word) => expect(languageOfText(`zola ${word} zola`)).toBe('cy-GB'));

	const ENGLISH =
		'the and to of my is in for with will has have was be by on it her his she he they that each week day work call meet not from we want go see talk';
	test.each(ENGLISH.split(' '))('and by %s', (word) => expect(languageOfText(`mae ${word} zola`)).toBe('en-GB'));
});

test('words are letters and digits in a row, without capitals and accents', () => {
	expect(fold('SIÂN')).toBe('sian');
	expect(wordsOf('a-b 3c, Siân').map(({ start, end, written, folded }) => [start, end, written, folded])).toEqual([
		[0, 1, 'a', 'a'],
		[2, 3, 'b', 'b'],
		[4, 6, '3c', '3c'],
		[8, 12, 'Siân', 'sian'],
	]);
	expect(
		textOf(
			anonymise('', {
				people: [],
				otherNames: [],
				exact: [],
				places: [],
				moving: { days: 35, near: day('2024-03-01') },
			}),
		),
	).toBe('');
});
