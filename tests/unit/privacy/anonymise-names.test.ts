import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { anonymise, type Known } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import { mutated } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/mutations.ts';
import { recordedNamesIn } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/names.ts';
import { textOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';

const known = (over: Partial<Known> = {}): Known => ({
	people: [],
	otherNames: [],
	exact: [],
	places: [],
	moving: { days: 35, near: day('2024-03-01') },
	...over,
});
const person = (first_name: string | null, last_name: string | null) => ({ first_name, last_name });
const shown = (text: string, over: Partial<Known> = {}) => textOf(anonymise(text, known(over)));

/** What of a text is taken for the name of somebody recorded. */
const found = (text: string, people: Known['people'], others: string[] = []) =>
	recordedNamesIn(text, people, others).map(({ start, end }) => text.slice(start, end));

describe('the beginning of a Welsh word mutates', () => {
	test.each([
		['llywelyn', ['lywelyn']],
		['rhys', ['rys']],
		['chris', []],
		['dden', []],
		['ffion', []],
		['phil', []],
		['thomas', []],
		['pedr', ['bedr', 'mhedr', 'phedr']],
		['tomos', ['domos', 'nhomos', 'thomos']],
		['carys', ['garys', 'ngharys', 'charys']],
		['beth', ['feth', 'meth']],
		['dafydd', ['ddafydd', 'nafydd']],
		['gwen', ['wen', 'ngwen']],
		['mari', ['fari']],
		['anna', ['hanna']],
		['elin', ['helin']],
		['ifan', ['hifan']],
		['owen', ['howen']],
		['una', ['huna']],
		['sian', []],
		['xanna', []],
	])('%s: %j', (word, forms) => expect(mutated(word)).toEqual(forms));

	const BEFORE =
		'i o ar at am dan dros drwy trwy heb hyd gan wrth dy fy ei yn ym yng a na gyda tua neu y yr n weld gweld gwelodd ffonio';
	test.each(BEFORE.split(' '))('after %s, without a capital too', (word) => {
		const dafydd = [person('Dafydd', null)];
		expect(found(`Bydd ${word} ddafydd`, dafydd)).toEqual(['ddafydd']);
		expect(found(`Bydd ${word} Ddafydd`, dafydd)).toEqual(['Ddafydd']);
	});

	test.each([
		['where a sentence begins it is another word', 'Wen. Wen! Wen? Wen: Wen\nWen • Wen – Wen - “Wen', []],
		['within one it is the name', 'Mae Wen yma (Wen) a’r Wen', ['Wen', 'Wen', 'Wen']],
		['without a capital it is a word, but after a word that mutates', 'mae wen yma i wen', ['wen']],
	])('%s', (_, text, names) => expect(found(text, [person('Gwen', null)])).toEqual(names));

	const SHORT =
		'men fen fair fan fel fod far ful gary lan les lin nan non ron dan dom dim don ian war ale all fill bill bob fob fab fry than thin then thy phone';
	test.each(SHORT.split(' '))('%s stays a word', (word) => {
		const names = ['b', 'm', 't', 'c', 'g', 'll', 'rh', 'd', 'p', ''].map((start) =>
			person(`${start}${word.slice(1)}`, null),
		);
		const own = names.filter(({ first_name }) => mutated(first_name!).includes(word));
		expect(found(`mae i ${word} yno`, own)).toEqual([]);
	});
});

describe('a recorded name', () => {
	test.each([
		['of two letters', 'Al was here', [person('Al', null)], ['Al']],
		['of one letter is none', 'A was here', [person('A', null)], []],
		['with a digit in it', 'R2 and 2R', [person('R2', '2R')], ['R2', '2R']],
		['with a space after what leans on it', 'd’ Angelo, O’Malley', [person(null, 'Angelo')], ['Angelo']],
		['that begins like another word after its first letter', 'Mae i A yno', [person('Ga', null)], []],
		['of which two letters are left', 'mae i we yno', [person('Gwe', null)], []],
		['after a sentence in brackets', 'hi.) Wen', [person('Gwen', null)], ['Wen']],
		['with a capital further in is a word', 'wIll', [person('Will', null)], []],
		['of digits is none', 'room 42', [person('42', null)], []],
		['with an s that is left of ’s', 'Gwens plan, gwens', [person('Gwen', null)], ['Gwens', 'gwens']],
		['of two letters with an s is none', 'Als plan', [person('Al', null)], []],
		['whatever its accents', 'SIAN, Siân, siân', [person('Siân', null)], ['SIAN', 'Siân', 'siân']],
		[
			'with what leans on it',
			'd’Angelo, O’Brien and l’Angelo',
			[person('Brien', 'Angelo')],
			['d’Angelo', 'O’Brien', 'l’Angelo'],
		],
		['in pieces', 'Mary saw Jane', [person('Mary Jane', null)], ['Mary', 'Jane']],
	])('%s', (_, text, people, names) => expect(found(text, people)).toEqual(names));

	const PARTICLES =
		'the and of from at for de da van von der den la le ap ab ferch bin binti el y yr mr mrs ms miss dr jobcentre team office service nurse doctor prof work coach manager';
	test.each(PARTICLES.split(' '))('has %s in it, which is nobody’s name', (word) => {
		const capital = word.charAt(0).toUpperCase() + word.slice(1);
		expect(found(`see ${word} or ${capital} there`, [], [`Zola ${word} Zed`])).toEqual([]);
	});

	const WORDS =
		'will mark may hope grace joy bill rob art drew faith summer autumn april june august rich guy miles lane page young brown white ' +
		'black green grey wood hill king price cook bird long short day week sharp wise love best good bell field banks brook rivers house ' +
		'work church read little small strong self cross spring winter grant ward stone rush speed power head hand test sample demo example ' +
		'mai haf medi glan mor tan or pen ben al mo an so no in on at to by my me he we us be do go up is as if it am';
	test.each(WORDS.split(' ').filter((word) => !PARTICLES.split(' ').includes(word)))(
		'%s is a word without a capital',
		(word) => {
			const capital = word.charAt(0).toUpperCase() + word.slice(1);
			expect(found(`x ${word} x ${capital} x`, [person(word, null)])).toEqual([capital]);
		},
	);
});

describe('initials', () => {
	const gwen = [person('Gwen', 'Evans')];
	test.each([
		['G.E. G. E. G E GE', ['G.E.', 'G. E.', 'G E', 'GE']],
		['g.e. ge', []],
		['GEM, AGE, 3GE', []],
		[
			'G. Evans, G Evans, g. evans, GEvans',
			['Evans', 'Evans', 'evans', 'GEvans', 'G. ', 'G ', 'g. ', 'G'].map((each) => each.trim()),
		],
		['Gwen E. or gwen e', ['Gwen', 'gwen', 'E.', 'e']],
	])('%s', (text, names) => expect(found(text, gwen).sort()).toEqual([...names].sort()));

	test.each([
		[person('Una', 'Cox'), 'UC U.C.', ['U.C.']],
		[person('Gil', 'Poe'), 'GP', []],
		[person(' Gwen ', ' Evans '), 'G. Evans, Gwen E.', ['G.', 'Evans', 'Gwen', 'E.']],
		[person('Tim', null), 'T T.', []],
		[person(null, 'Poe'), 'P.', []],
		[person('', 'Poe'), 'P.', []],
		[person('Ŵen', 'Éve'), 'W.E. WE', ['W.E.']],
		[person('Gw(en', 'Ev+ans'), 'G. Ev+ans', ['Ev', 'ans', 'G.']],
	])('of %j in "%s"', (of, text, names) => expect(found(text, [of]).sort()).toEqual([...names].sort()));

	const ACRONYMS =
		'UC GP CV AA NA CA IT HR ID TV PC JC NI WC PM AM CC DM ER UK OK NO GO TO IN ON AT BY OF OR SO IF IS AS UP WE DO MY ME HE BE';
	it.each(ACRONYMS.split(' '))('%s are nobody’s', (letters) => {
		expect(found(`the ${letters} said`, [person(`${letters[0]}zz`, `${letters[1]}zz`)])).toEqual([]);
	});
});

describe('places of the reference data', () => {
	const places = [
		'Bristol North / East',
		'Glasgow City Central',
		'Westminster and Camden',
		'Hofield [sic: Horfield]',
		'Brychdyn',
		'Y Rhyl',
		'St Helens',
		'Hull',
		'Lloyds  and  Ho',
		'Sir Gâr a  Ceredigion',
		'Cei / Conwy [sic]',
		'Broadwalk',
		'Stocwell',
	];
	test.each([
		['in Bristol, Bristol North, bristol', 'in [place], [place], [place]'],
		['in Glasgow City Central', 'in [place]'],
		['in Glasgow City and Glasgow', 'in [place] City and [place]'],
		['Camden or Westminster', '[place] or [place]'],
		['Westminster and Camden', '[place]'],
		['Horfield, Hofield', '[place], [place]'],
		['in Rhyl, in Y Rhyl', 'in [place], in [place]'],
		['in St Helens, st helens', 'in [place], [place]'],
		['the hull, in Hull', 'the hull, in [place]'],
		['the north, the east, the city', 'the north, the east, the city'],
		['Lloyds and Ho, or Ho', '[place], or Ho'],
		['Sir Gâr, Conwy, Ceredigion, Cei', '[place], [place], [place], [place]'],
		['broadwalk, Broadwalk, stocwell, Stocwell', 'broadwalk, [place], stocwell, [place]'],
		['Glasgow City Centrals', '[place] City Centrals'],
		['mynd i Frychdyn yn y Gogledd', 'mynd i [lle] yn [lle]'],
		['byw yng Ngogledd Cymru, gogledd Cymru', 'byw yng [lle], [lle]'],
	])('%s', (text, expected) => expect(shown(text, { places: [...places] })).toBe(expected));
});
