/** Sentences of plans with what must not be left of them. Nobody here exists. */
import type { Named } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/names.ts';
import { mutated } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/mutations.ts';
import { fold } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/words.ts';
import type { Language } from '../../../extensions/peer-mentoring/src/domain/language/messages.ts';
import { oneOf } from './random.ts';

type Random = () => number;
interface Planted {
	/** As it stands in the sentence. */
	written: string;
	/** What must not be found afterwards. */
	secrets: string[];
}

const person = (mentee: [string, string], mentor: [string, string], other: string, exact: string[]) => ({
	people: [mentee, mentor].map(([first_name, last_name]) => ({ first_name, last_name })),
	otherNames: [other],
	exact,
});

export const PEOPLE = [
	person(['Gwen', 'Evans'], ['Dafydd', 'O’Brien'], 'Sarah Lloyd', ['R-000417', 'ZX/77/Q']),
	person(['Siân', 'Llywelyn-Pugh'], ['Tomos', 'ap Rhys'], 'Kofi Mensah (Wrexham)', ['PM9-0042']),
	person(['Chloé', 'Brontë'], ['Muhammad', 'Al-Khatib'], 'BERYL CARTER', ['REF 99 A7']),
	person(['Cerys', 'Pritchard'], ['Mary Jane', 'Watkins'], 'idris morgan', ['+353 86 123 4567']),
	person(['Bethan', 'D’Angelo'], ['Ifan', 'Gruffydd'], 'Nurse Patel', ['cerddwr.unig']),
];

export const PLACES = [
	'CPA9 North Wales',
	'North Wales',
	'Wrexham',
	'Wrecsam',
	'Denbighshire',
	'Sir Ddinbych',
	'Rhyl',
	'Y Rhyl',
	'Flintshire',
	'Sir y Fflint',
	'Shotton',
	'Hull Britannia House',
	'Liverpool City',
	'Bristol North / East',
	'Hofield [sic: Horfield]',
	'Glasgow City Central',
	'Westminster and Camden',
	'London and The Home Counties',
	'St Helens',
	'Canning Town',
];

const digits = (random: Random, count: number) =>
	Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

const NAME_FORMS: ((named: { first: string; last: string }) => Planted)[] = [
	({ first, last }) => ({ written: `${first} ${last}`, secrets: [first, last] }),
	({ first, last }) => ({ written: `${last.toUpperCase()}, ${first}`, secrets: [first, last] }),
	({ first }) => ({ written: first, secrets: [first] }),
	({ last }) => ({ written: last, secrets: [last] }),
	({ first }) => ({ written: `${first}'s`, secrets: [first] }),
	({ first }) => ({ written: `${first}’s`, secrets: [first] }),
	({ first }) => ({ written: first.toUpperCase(), secrets: [first] }),
	({ first, last }) => ({ written: `${first} ${last}`.toLowerCase(), secrets: [first, last] }),
	({ first, last }) => ({ written: plain(`${first} ${last}`), secrets: [first, last] }),
	({ first }) => ({ written: first.normalize('NFD'), secrets: [first] }),
	({ first, last }) => ({ written: `${first.charAt(0)}. ${last}`, secrets: [`${first.charAt(0)}. `, last] }),
	({ last }) => ({ written: `Mrs ${last}`, secrets: [last] }),
	({ first, last }) => ({ written: `${first}-${last}`, secrets: [first, last] }),
];

const MUTATING_WORDS = ['i', 'gan', 'at', 'o', 'am', 'ar', 'a', 'gyda', 'dy'];

function mutatedName(random: Random, first: string): Planted {
	const forms = mutated(fold(first)).filter((form) => form.length > 2);
	const form = forms.length > 0 ? oneOf(random, forms) : fold(first);
	const capital = form.charAt(0).toUpperCase() + form.slice(1);
	return { written: `${oneOf(random, MUTATING_WORDS)} ${capital}`, secrets: [capital] };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MISOEDD = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' ');
const SOFT = 'Ionawr Chwefror Fawrth Ebrill Fai Fehefin Orffennaf Awst Fedi Hydref Dachwedd Ragfyr'.split(' ');

function date(random: Random): Planted {
	const [of, month, year] = [1 + Math.floor(random() * 28), Math.floor(random() * 12), 2023 + Math.floor(random() * 2)];
	const [dd, mm] = [of, month + 1].map((number) => String(number).padStart(2, '0'));
	const th =
		of % 10 === 1 && of !== 11 ? 'st' : of % 10 === 2 && of !== 12 ? 'nd' : of % 10 === 3 && of !== 13 ? 'rd' : 'th';
	const written = oneOf(random, [
		`${dd}/${mm}/${year}`,
		`${of}/${month + 1}/${year - 2000}`,
		`${dd}.${mm}.${year}`,
		`${dd}-${mm}-${year}`,
		`${year}-${mm}-${dd}`,
		`${dd}/${mm}`,
		`${of} ${MONTHS[month]} ${year}`,
		`${of}${th} ${MONTHS[month]} ${year}`,
		`${of}${th} of ${MONTHS[month]}`,
		`${MONTHS[month]} ${of}, ${year}`,
		`${MONTHS[month]!.slice(0, 3)} ${of}${th}`,
		`${of} ${MONTHS[month]!.slice(0, 3)} ${year}`,
		`${of} ${MISOEDD[month]} ${year}`,
		`${of}ydd o ${SOFT[month]} ${year}`,
		`${of}fed ${MISOEDD[month]}`,
		`${MISOEDD[month]} ${of}`,
		`${MONTHS[month]} ${year}`,
	]);
	return { written, secrets: [written] };
}

/** As they are written, with the secret as a whole: no part of a number says who it belongs to. */
const NUMBERS: ((random: Random) => string)[] = [
	(random) => `QQ${digits(random, 6)}C`,
	(random) => `QQ ${digits(random, 2)} ${digits(random, 2)} ${digits(random, 2)} A`,
	(random) => `qq-${digits(random, 2)}-${digits(random, 2)}-${digits(random, 2)}-b`,
	(random) => `07700 900${digits(random, 3)}`,
	(random) => `07700900${digits(random, 3)}`,
	(random) => `+44 7700 900${digits(random, 3)}`,
	(random) => `+44 (0)7700 900 ${digits(random, 3)}`,
	(random) => `0044 7700 900${digits(random, 3)}`,
	(random) => `(01632) 960${digits(random, 3)}`,
	(random) => `01632.960.${digits(random, 3)}`,
	(random) => `020 7946 0${digits(random, 3)}`,
	(random) => `ann${digits(random, 2)}.x+y@mail.example.org`,
	(random) => `@recovery_ann${digits(random, 2)}`,
	(random) => `https://example.org/people/${digits(random, 4)}?x=1`,
	(random) => `www.example.org/p${digits(random, 3)}`,
	(random) => `LL1${digits(random, 1)} ${digits(random, 1)}YT`,
	(random) => `ll1${digits(random, 1)}${digits(random, 1)}yt`,
	(random) => `M1 ${digits(random, 1)}AE`,
	(random) => `CH5${digits(random, 1)}`,
	(random) => `4${digits(random, 2)} ${digits(random, 3)} ${digits(random, 4)}`,
	(random) => `1${digits(random, 7)}`,
	(random) => `4929 ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)}`,
	(random) => `1${digits(random, 1)} Acacia Avenue`,
	(random) => `Flat 3, 2${digits(random, 1)} Station Road`,
	(random) => `2${digits(random, 1)} Stryd Fawr`,
	(random) => `3${digits(random, 1)}a Ffordd y Bryn`,
	() => 'Dr Okonkwo',
	() => 'Nurse Achebe',
	() => 'Nyrs Achebe',
	() => 'my wife Philippa',
	() => 'fy mab Macsen',
	() => 'her brother, Barnaby',
	() => 'ei chwaer Lleucu',
];

/** Where only the name after the words that give it away is the secret. */
const AFTER_WORDS = ['Okonkwo', 'Achebe', 'Philippa', 'Macsen', 'Barnaby', 'Lleucu'];

function number(random: Random): Planted {
	const written = oneOf(random, NUMBERS)(random);
	const name = AFTER_WORDS.find((each) => written.endsWith(each));
	return { written, secrets: [name ?? written] };
}

const PLACE_FORMS = [
	'Wrexham',
	'wrecsam',
	'Rhyl',
	'Y Rhyl',
	'Shotton',
	'SHOTTON',
	'Sir y Fflint',
	'Bristol',
	'Glasgow',
	'Horfield',
	'Camden',
	'London',
	'Liverpool',
	'St Helens',
	'Canning Town',
	'Gogledd Cymru',
	'north wales',
];

const FRAMES: Record<Language, string[]> = {
	'en-GB': [
		'{} will come to the group.',
		'We agreed that {} comes first.',
		'Meet on Tuesday ({}) and talk about housing',
		'Goal: stay well; contact {}; go to the gym twice a week.',
		'They said: "{}", and smiled.',
		'Work on the CV with {}.\nThen call {} about it.',
		'I want to be there for my children and for {}',
		'see {}/ask again',
	],
	'cy-GB': [
		'Bydd {} yn dod i’r grŵp.',
		'Rydym wedi cytuno mai {} sy’n dod gyntaf.',
		'Cwrdd ddydd Mawrth ({}) a siarad am dai',
		'Nod: cadw’n iach; cysylltu â {}; mynd i’r gampfa ddwywaith yr wythnos.',
		'Dywedodd: “{}”, a gwenu.',
		'Gweithio ar y CV gyda {}.\nYna ffonio {} amdano.',
		'Dw i eisiau bod yno i’r plant ac i {}',
		'gweld {}/gofyn eto',
	],
};

/** A sentence or two with one to three things planted. */
export function plantedText(
	random: Random,
	known: { people: readonly Named[]; otherNames: readonly string[]; exact: readonly string[] },
	language: Language,
): { text: string; planted: string[] } {
	const planted: string[] = [];
	const plant = (): string => {
		const { first_name, last_name } = oneOf(random, known.people);
		const named = { first: first_name as string, last: last_name as string };
		const { written, secrets } = oneOf<() => Planted>(random, [
			() => oneOf(random, NAME_FORMS)(named),
			() => mutatedName(random, named.first),
			() => date(random),
			() => number(random),
			() => number(random),
			() => written_(oneOf(random, PLACE_FORMS)),
			() => written_(oneOf(random, known.exact)),
			() => written_(oneOf(random, known.otherNames).replace(/ \(.*| *Nurse /g, '')),
		])();
		planted.push(...secrets);
		return written;
	};
	const written_ = (written: string): Planted => ({ written, secrets: [written] });
	const sentences = Array.from({ length: 1 + Math.floor(random() * 2) }, () => oneOf(random, FRAMES[language]));
	return { text: sentences.join(' ').replace(/\{\}/g, plant), planted };
}
