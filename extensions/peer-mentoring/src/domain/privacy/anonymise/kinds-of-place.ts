/** Schools, surgeries, employers, prisons and where somebody lives: told by their kind, or by the words before. */
import { sourceOf, withMutations } from './mutations.ts';
import { CAPITAL_WORD, isNobody } from './not-names.ts';
import type { Span } from './segments.ts';

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const ANY_CAPITAL = "(?:St\\.?|\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*['’]?)";

/** With a capital, or in small letters after a name of their own: `Oakfield school`. */
const SMALL_KINDS =
	'school|primary school|high school|surgery|hospital|college|prison|hostel|church|pharmacy|university|clinic|academy|infirmary|library|mosque|chapel|nursery|refuge|hospice|health centre|medical centre|leisure centre|community centre|barracks|police station';
const KINDS =
	'School|Primary|Academy|College|University|Surgery|Practice|Hospital|Infirmary|Clinic|Pharmacy|Hostel|Church|Chapel|Cathedral|Mosque|Temple|Synagogue|Gurdwara|Prison|YOI|Young Offenders? Institution|Court|Library|Centre|Nursery|Hotel|Inn|Arms|Tavern|Gym|Club|FC|RFC|Estate|Farm|Station|Barracks|Hospice|Home|Ward|Refuge|Lodge|Hall|House|Theatre|Cinema|Market|Park|Foodbank|Food Bank|Shelter|Unit|Restaurant|Café|Cafe|Garage|Salon|Bakery|Factory|Warehouse|Supermarket|Ltd|Limited|PLC|plc|LLP|Cyf|& Sons?|and Sons?';
/** Words of a kind of place that say nothing of which one. */
const GENERAL: ReadonlySet<string> = new Set(
	'Primary Secondary High Sunday Community Medical Health Leisure Crown Magistrates Magistrates’ County Family General Further Adult Day Night Job Food Sports Sport Mental Youth Sixth Form Infant Junior Nursery Special Private Public State Driving Medium Church Catholic Football Rugby Boxing Breakfast Book Homework Care Nursing Police Fire Bus Train Railway Retail Business Industrial Resource Children’s Wellbeing Drop-in Treatment Detox Rehab Substance Advice Contact Learning Training Call Garden Town City Shopping Comprehensive Grammar Walk-in Minor Injuries Social Working Men’s Women’s Open Big Whole Clubhouse Dry'.split(
		' ',
	),
);
const NAMED_KIND = new RegExp(
	`${START}((?:${ANY_CAPITAL}\\s(?:(?:of|the|and|&|y|yr)\\s)?){1,4})((?:(?:Primary|High|Secondary|Medical|Health|Leisure|Community|Comprehensive|Magistrates['’]?|Crown|County|Football|Rugby|Care|Nursing|Police|Retail|Business|Industrial|Sixth Form|Sports)\\s)?(?:${KINDS})|${SMALL_KINDS})${END}`,
	'gu',
);
const PRISON = new RegExp(
	`${START}(?:HMP(?:/?YOI|\\s?&\\s?YOI)?|HMYOI|YOI|HM Prison|CEM)\\s${ANY_CAPITAL}(?:\\s${CAPITAL_WORD})?${END}`,
	'gu',
);
const WELSH_KINDS = sourceOf(
	withMutations(
		'ysgol|coleg|meddygfa|ysbyty|carchar|eglwys|capel|prifysgol|canolfan|llyfrgell|tafarn|gwesty|clwb|fferyllfa|meithrinfa|neuadd|stad|theatr|marchnad|cartref|fferm|hostel'.split(
			'|',
		),
	),
);
const WELSH_KIND = new RegExp(
	`${START}(?:${WELSH_KINDS})\\s(?:(?:[Gg]ymunedol|[Gg]ynradd|[Uu]wchradd|[Ii]echyd|[Hh]amdden|[Ff]eddygol|[Gg]yfun|[Yy]nadon|[Rr]ygbi|y|yr)\\s){0,2}${CAPITAL_WORD}(?:[\\s-]${CAPITAL_WORD}){0,2}${END}`,
	'gu',
);
const WORK =
	'(?:works?|worked|working|job|jobs|shifts?|employed|placement|volunteers?|volunteered|volunteering|apprenticeship|interview|started|position|contract|hired|sacked|dismissed|redundan(?:t|cy))';
const EMPLOYER = new RegExp(
	`${START}(${WORK}\\s(?:[\\p{Ll}-]+\\s){0,3}?(?:at|for|by|from)\\s(?:the\\s)?|(?:employed|interview|placement|apprenticeship|job|shifts?)\\s(?:with)\\s)${CAPITAL_WORD}(?:\\s(?:(?:&|and|of)\\s)?${CAPITAL_WORD}){0,2}(?:\\s(?:Ltd|Limited|PLC))?${END}`,
	'gu',
);
const WELSH_EMPLOYER = new RegExp(
	`${START}((?:[Gg]?weithio|[Gg]?waith|swydd|cyfweliad|gyfweliad|gwirfoddoli|wirfoddoli|lleoliad|shifft|shifftiau)\\s(?:[\\p{Ll}-]+\\s)?(?:i|yn|gyda|gan|ym|yng|efo)\\s(?:gwmni\\s|cwmni\\s)?)${CAPITAL_WORD}(?:\\s(?:(?:a|&)\\s)?${CAPITAL_WORD}){0,2}${END}`,
	'gu',
);
const LIVES = new RegExp(
	`${START}((?:lives?|lived|living|stay(?:s|ed|ing)?|move[sd]?|moving|grew up|born|raised|based|brought up|flat|house|room|hostel|family|parents?|relatives|released|originally|comes?|came|relocat(?:e|ed|ing)|transferred)\\s(?:[\\p{Ll}-]+\\s)?(?:in|to|at|near|from|outside|around)\\s|(?:[Bb]yw|[Ff]yw|aros|symud|magu|fagu|geni|[Gg]anwyd|[Gg]aned|fflat|teulu|theulu|nheulu|dod)\\s(?:[\\p{Ll}-]+\\s)?(?:yn|ym|yng|i|o|ger|yn ardal)\\s)(?:the\\s)?${CAPITAL_WORD}(?:[\\s-]${CAPITAL_WORD}){0,2}${END}`,
	'gu',
);

const wholeOf = (match: RegExpExecArray, kind: Span['kind']): Span => ({
	start: match.index,
	end: match.index + match[0].length,
	kind,
});
const afterWords = (text: string, pattern: RegExp, kind: Span['kind']): Span[] =>
	[...text.matchAll(pattern)]
		.map((match) => ({ ...wholeOf(match as RegExpExecArray, kind), start: match.index + (match[1] as string).length }))
		.filter(({ start, end }) => !isNobody(text.slice(start, end)))
		.map((span) => ({ ...span, unsure: true as const }));

/** Where organisations and places of somebody's life stand that no list has. */
export function kindsOfPlaceIn(text: string): Span[] {
	return [
		...[PRISON, WELSH_KIND].flatMap((pattern) =>
			[...text.matchAll(pattern)].map((match) => wholeOf(match as RegExpExecArray, 'organisation')),
		),
		...namedKindsIn(text),
		...afterWords(text, EMPLOYER, 'organisation'),
		...afterWords(text, WELSH_EMPLOYER, 'organisation'),
		...afterWords(text, LIVES, 'place'),
	];
}

/** A kind with a name before it: `Oak Street Surgery`, and not `Attend Community Centre`. */
function namedKindsIn(text: string): Span[] {
	return [...text.matchAll(NAMED_KIND)].flatMap((match): Span[] => {
		const [whole, before] = match as unknown as [string, string];
		const words = before.trim().split(/\s+/);
		const first = words.findIndex((word) => !isNobody(word) && !/^\p{Ll}|^&/u.test(word));
		if (first < 0) return [];
		const own = words.slice(first).filter((word) => !GENERAL.has(word) && !isNobody(word) && /^\p{Lu}/u.test(word));
		if (own.length === 0) return [];
		const start = match.index + before.indexOf(words[first] as string);
		return [{ start, end: match.index + whole.length, kind: 'organisation' }];
	});
}
