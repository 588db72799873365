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
/** A name does not go on in the next line. */
const S = '[^\\S\\n]';
const NAMED_KIND = new RegExp(
	`${START}((?:${ANY_CAPITAL}${S}(?:(?:of|the|and|&|y|yr)${S})?){0,3}${ANY_CAPITAL}${S})((?:(?:Primary|High|Secondary|Medical|Health|Leisure|Community|Comprehensive|Magistrates['’]?|Crown|County|Football|Rugby|Care|Nursing|Police|Retail|Business|Industrial|Sixth Form|Sports)${S})?(?:${KINDS})|${SMALL_KINDS})${END}`,
	'gu',
);
const PRISON = new RegExp(
	`${START}(?:HMP(?:/?YOI|${S}?&${S}?YOI)?|HMYOI|YOI|HM Prison|CEM)${S}${ANY_CAPITAL}(?:${S}${CAPITAL_WORD})?${END}`,
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
	`${START}(?:${WELSH_KINDS})${S}(?:(?:[Gg]ymunedol|[Gg]ynradd|[Uu]wchradd|[Ii]echyd|[Hh]amdden|[Ff]eddygol|[Gg]yfun|[Yy]nadon|[Rr]ygbi|y|yr)${S}){0,2}${CAPITAL_WORD}(?:(?:${S}|-)${CAPITAL_WORD}){0,2}${END}`,
	'gu',
);
const WORK =
	'(?:works?|worked|working|job|jobs|shifts?|employed|placement|volunteers?|volunteered|volunteering|apprenticeship|interview|started|position|contract|hired|sacked|dismissed|redundan(?:t|cy))';
const EMPLOYER = new RegExp(
	`${START}(${WORK}${S}(?:[\\p{Ll}-]+${S}){0,3}?(?:at|for|by|from)${S}(?:the${S})?|(?:employed|interview|placement|apprenticeship|job|shifts?|start)${S}(?:with)${S}|(?:cleaning|driving|cooking|cash in hand)${S}(?:for|at)${S}|(?:[Aa]pplied|[Aa]pply|[Aa]pplying)${S}to${S}(?:work (?:at|for)${S})?)${CAPITAL_WORD}(?:${S}(?:(?:&|and|of)${S})?${CAPITAL_WORD}){0,2}(?:${S}(?:Ltd|Limited|PLC))?${END}`,
	'gu',
);
const WELSH_EMPLOYER = new RegExp(
	`${START}((?:[Gg]?weithio|[Gg]?waith|swydd|cyfweliad|gyfweliad|gwirfoddoli|wirfoddoli|lleoliad|shifft|shifftiau)${S}(?:[\\p{Ll}-]+${S})?(?:i|yn|gyda|gan|ym|yng|efo)${S}(?:gwmni${S}|cwmni${S})?)${CAPITAL_WORD}(?:${S}(?:(?:a|&)${S})?${CAPITAL_WORD}){0,2}${END}`,
	'gu',
);
const LIVES = new RegExp(
	`${START}((?:[Ll]ives?|[Ll]ived|[Ll]iving|[Ss]tay(?:s|ed|ing)?|[Mm]ove[sd]?|[Mm]oving|[Gg]rew up|[Bb]orn|[Rr]aised|[Bb]ased|brought up|flat|house|room|hostel|family|parents?|relatives|released|[Oo]riginally|comes?|came|relocat(?:e|ed|ing)|transferred)${S}(?:[\\p{Ll}-]+${S})?(?:in|to|at|near|from|outside|around)${S}|(?:[Bb]yw|[Ff]yw|aros|symud|magu|fagu|geni|[Gg]anwyd|[Gg]aned|fflat|teulu|theulu|nheulu|dod)${S}(?:[\\p{Ll}-]+${S})?(?:yn|ym|yng|i|o|ger|yn ardal)${S})(?:the${S})?${CAPITAL_WORD}(?:(?:${S}|-)${CAPITAL_WORD}){0,2}${END}`,
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
