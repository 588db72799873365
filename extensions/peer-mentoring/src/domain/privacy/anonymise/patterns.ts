/** What tells who somebody is by its shape: numbers, addresses, accounts. */
import { CAPITAL_WORD } from './not-names.ts';
import type { Span } from './segments.ts';
import type { Kind } from './tokens.ts';

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const re = (source: string, flags = 'giu') => new RegExp(source, flags);
/** One step of a name on the internet. Its length ends the search in a text that is one long word. */
const LABEL = '[\\p{L}\\p{N}-]{1,63}';

/** The letters that postcodes begin with, where one alone is no postcode area: `B12` is a vitamin as well. */
const TWO_LETTER_AREA =
	'(?:A[BL]|B[ABDHLNRST]|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]|F[KY]|G[LUY]|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]|M[EKL]|N[EGNPRW]|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]|T[ADFNQRSW]|UB|W[ACDFNRSV]|YO|ZE)';

const ENGLISH_STREET =
	'(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|court|place|terrace|crescent|cres|gardens|gdns|grove|way|walk|square|row|mews|hill|park|view|rise|parade|green|house|estate)';
const NAMED_STREET = '(?:Street|Road|Avenue|Lane|Close|Crescent|Terrace|Grove|Mews|Gardens|Square|Estate)';
const WELSH_STREET =
	'(?:stryd|ffordd|heol|lôn|lon|rhodfa|maes|bryn|clos|cilgant|teras|llys|gerddi|rhes|parc|pen[ -]y|tan[ -]y|tŷ|ystad)';
/** What stands between a number and `road` where no address is meant: `10 minutes down the road`. */
const NO_STREET_NAME =
	'(?!(?:the|a|my|our|of|on|in|to|at|and|down|up|from|by|for|per|more|times|minutes?|mins?|hours?|days?|weeks?|months?|years?|miles?|steps?|sessions?|y|yr|yn|o|i|ar|am|awr|a|ac|neu|gyda|gan|at|diwrnod|wythnos|mis|munud|gwaith)\\b)';

const PLATFORM =
	'instagram|insta|ig|snapchat|snap|tiktok|tik tok|facebook|fb|messenger|twitter|x\\.com|whatsapp|telegram|discord|youtube|linkedin|reddit|skype|kik|xbox|psn|playstation|gamertag|grindr|tinder|handle|username|user name|enw defnyddiwr';
/** What has a number of its own that leads to one person. */
const NUMBERED =
	'case|crime|court|claim|reference|ref|crn|prison|prisoner|prison number|tenancy|account|policy|licence|license|passport|nhs|hospital|patient|custody|warrant|urn|pnc|incident|invoice|order|membership|member|customer|booking|application|reg|registration|vehicle|plate|visa|achos|cyfeirnod|rhif|carcharor|hawliad';

const PATTERNS: readonly (readonly [Kind, RegExp])[] = [
	[
		'email',
		re(`[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}\\s?(?:@|[([]at[)\\]])\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+`),
	],
	['url', re(`(?:https?:\\/\\/|www\\.)[^\\s<>"“”)\\]]+`)],
	[
		'url',
		re(
			`${START}${LABEL}(?:\\.${LABEL}){0,9}\\.(?:com|org|net|co\\.uk|gov\\.uk|org\\.uk|ac\\.uk|uk|wales|cymru|scot|info|io|me)${END}(?:\\/[^\\s<>"“”)\\]]*)?`,
		),
	],
	['handle', re(`(?<![\\p{L}\\p{N}._@])@[\\p{L}_][\\p{L}\\p{N}_.]+[\\p{L}\\p{N}_]`)],
	[
		'handle',
		re(
			`(?<=${START}(?:${PLATFORM})${END}(?:\\s(?:name|handle|account|user(?:name)?|profile|id|enw|cyfrif))?(?:\\s(?:is|as|yw|under|named|called))?\\s?[:=,–-]?\\s?)(?=[\\p{L}\\p{N}_-]*(?:[\\d_]|\\.[\\p{L}\\p{N}]))[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*[\\p{L}\\p{N}_]`,
		),
	],
	[
		'handle',
		re(
			`(?<=${START}(?:${PLATFORM})${END}(?:\\s?:|\\s(?:name|handle|username|id)(?:\\s(?:is|yw)|:))\\s?)[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]{2,}[\\p{L}\\p{N}_]`,
		),
	],
	['handle', re(`${START}\\p{L}{2,}(?:\\.\\p{L}{2,})+\\.?\\d+${END}`)],
	['handle', re(`${START}(?!covid)\\p{Ll}{4,}\\d{2,4}${END}`, 'gu')],
	[
		'handle',
		re(`${START}\\p{L}[\\p{L}\\p{N}]*_[\\p{L}\\p{N}_]+${END}|${START}\\p{L}[\\p{L}\\p{N}]{2,}#\\d{3,5}${END}`),
	],
	['nino', re(`${START}[A-Z]{2}(?:[\\s.\\/-]{0,3}\\d{2}){3}[\\s.\\/-]{0,3}[A-D]${END}`)],
	['nino', re(`${START}[A-Z]{2}(?:\\s?\\d{2}){3}${END}`, 'gu')],
	[
		'phone',
		re(
			`(?<![\\p{L}\\p{N}])(?:\\(?(?:\\+|00)\\s?44\\)?[\\s.()\\-–]{0,3}(?:\\(?0\\)?)?|\\(?0)(?:[\\s.()\\-–]{0,3}\\d){9,10}(?!\\d)`,
		),
	],
	['phone', re(`(?<![\\p{L}\\p{N}])\\+(?:[\\s.()\\-–]{0,2}\\d){8,15}(?!\\d)`)],
	[
		'address',
		re(
			`${START}(?:(?:flat|apartment|apt|unit|room|fflat|uned)\\s+\\d+[a-z]?,?\\s+)?\\d{1,4}[a-z]?,?\\s+(?:${NO_STREET_NAME}\\p{L}[\\p{L}'’-]*\\s+){1,3}${ENGLISH_STREET}${END}`,
		),
	],
	['address', re(`${START}(?:flat|apartment|apt|fflat)\\s+\\d+[a-z]?${END}`)],
	[
		'address',
		re(
			`${START}\\d{1,4}[a-z]?,?\\s+${WELSH_STREET}(?:[ -](?:y|yr|ei|’r|'r))?(?:[ -]${NO_STREET_NAME}\\p{L}[\\p{L}'’-]*){1,2}${END}`,
		),
	],
	['address', re(`${START}(?:${CAPITAL_WORD}\\s+){1,3}${NAMED_STREET}${END}`, 'gu')],
	[
		'address',
		re(
			`${START}(?:Stryd|Ffordd|Heol|Lôn|Rhodfa|Cilgant)(?:\\s+(?:y|yr)(?=\\s))?\\s+\\p{Lu}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*)?${END}`,
			'gu',
		),
	],
	['postcode', re(`${START}(?:GIR|[A-Z]{1,2}\\d[A-Z\\d]?)[\\s-]{0,2}\\d[A-Z]{2}${END}`)],
	['postcode', re(`${START}${TWO_LETTER_AREA}\\d{1,2}[A-Z]?(?:\\s\\d)?${END}`, 'gu')],
	[
		'postcode',
		re(
			`(?<=${START}(?:[Ii]n|[Nn]ear|[Aa]round|[Yy]n|[Yy]m|[Gg]er|[Pp]ostcode|[Cc]od post)\\s)[BEGLMNSW]\\d{1,2}[A-Z]?(?:\\s\\d)?${END}`,
			'gu',
		),
	],
	['number', re(`${START}\\d{6,}${END}`)],
	['number', re(`${START}[\\p{L}]{0,4}\\d{6,}[\\p{L}]{0,3}${END}`)],
	['number', re(`${START}\\d{2,}(?:[ .\\-–]{1,2}\\d{2,}){1,7}${END}`)],
];

/** Numbers that lead to one person by their shape, or by the word before: prison, vehicle, case. */
const IDENTIFIERS: readonly RegExp[] = [
	re(`${START}[A-Z]\\d{4}\\s?[A-Z]{2}${END}`, 'gu'),
	re(`${START}[a-z]\\d{4}[a-z]{2}${END}`, 'gu'),
	re(`${START}[A-Z]{2}\\d{2}\\s?[A-Z]{3}${END}`),
	re(`${START}[A-Z]{2}\\d{4}${END}`, 'gu'),
	re(`${START}(?=[\\dA-Z/-]{0,40}\\d)(?=[\\d/-]{0,20}[A-Z])[A-Z\\d]{1,8}(?:[/-][A-Z\\d]{1,8}){2,4}${END}`, 'gu'),
	re(`${START}(?:[A-Z]\\d{1,3}\\s?[A-Z]{3}|[A-Z]{3}\\s?\\d{1,3}[A-Z])${END}`, 'gu'),
	re(
		`(?<=${START}(?:${NUMBERED})${END}(?:\\s(?:no|number|num|ref|reference|id|code|rhif|cyfeirnod|yw|is)${END})*[.:#]*\\s?)(?=[\\p{L}/-]{0,6}\\d)(?!(?:\\d{1,2}|111|999|101|24\\/7)(?![\\p{L}\\d/-]))(?!\\d\\d-\\d\\d-\\d\\d${END})[\\p{L}\\d](?:[\\p{L}\\d/-]*[\\p{L}\\d])?(?:\\s\\d{3,})*`,
	),
];

/** Years, times of day, amounts in a row and sort codes, which are no number of anybody's. */
const NO_NUMBER =
	/^(?:(?:19|20)\d\d\s?[\s–-]\s?(?:(?:19|20)?\d\d)|\d{1,2}\.\d\d\s?[–-]\s?\d{1,2}(?:\.\d\d)?|\d{1,2}\s?[–-]\s?\d{1,2}\.\d\d|\d\d-\d\d-\d\d|116 123)$/u;
const ENOUGH_DIGITS = 6;

/** Where these shapes are in a text. */
export function shapesIn(text: string): Span[] {
	const identifiers = IDENTIFIERS.flatMap((pattern) => [...text.matchAll(pattern)]).map((match): Span => ({
		start: match.index,
		end: match.index + match[0].length,
		kind: 'number',
	}));
	const shapes = PATTERNS.flatMap(([kind, pattern]) =>
		[...text.matchAll(pattern)]
			.filter(([found]) => kind !== 'number' || isLongNumber(found))
			.map((match): Span => ({ start: match.index, end: match.index + match[0].length, kind })),
	);
	return [...identifiers, ...shapes];
}

function isLongNumber(found: string): boolean {
	return found.replace(/\D/g, '').length >= ENOUGH_DIGITS && !NO_NUMBER.test(found);
}
