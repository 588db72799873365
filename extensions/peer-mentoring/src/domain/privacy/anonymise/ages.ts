/** How old somebody is, and when they were born. */
import { MONTH_SOURCE } from './months.ts';
import type { Span } from './segments.ts';

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const re = (source: string) => new RegExp(START + source + END, 'giu');

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty';
const AGE = `(?:\\d{1,2}|(?:${TENS})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|eighteen|nineteen)`;
/** The age from which one may take part is nobody's own. */
const NOT_OVER = '(?!\\s(?:or over|and over|or older|or above|\\+|neu hŷn|neu drosodd|a throsodd))';
const TWO_DIGITS = '(?:1[3-9]|[2-9]\\d)';
const NO_UNIT =
	'(?![.:,]?\\d)(?!\\s?(?:%|£|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years? (?:clean|sober|ago|later|in|of(?! age))|sessions?|steps?|people|miles?|km|pounds|quid|p\\b|am\\b|pm\\b|per|percent|out of|to\\b|times?|units?|cigarettes|mg|ml|kg|stone|days|diwrnod|wythnos|munud|awr|mis (?:yn lân|heb)))';
const DECADES = `(?:\\d0[’']?s|twenties|thirties|forties|fifties|sixties|seventies)`;
const YEAR = '(?:19|20)\\d\\d';
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\s(?:of|o))?\\s(?:${MONTH_SOURCE}),?\\s(?:${YEAR})|\\d{1,2}[/.\\-]\\d{1,2}[/.\\-](?:${YEAR}|\\d\\d)|(?:${MONTH_SOURCE})\\s(?:${YEAR})|${YEAR}(?:-\\d\\d-\\d\\d)?|[’']\\d\\d)`;

const AGES: readonly RegExp[] = [
	re(`(?:aged?|age is|oed(?:ran)?)\\s?:?\\s${AGE}${NOT_OVER}(?!\\s?%)`),
	re(`${AGE}[ -]?(?:years?|yrs?|months?|mths?)[ -]olds?`),
	re(`${AGE}\\s?(?:y/o|yo)`),
	re(`(?<=\\()${AGE}(?:\\s?(?:years|yrs|y|oed))?(?=\\))`),
	re(
		`(?<=\\b(?:son|daughter|lad|lass|boy|girl|child|kid|baby|niece|nephew|grandson|granddaughter|mab|merch)\\s(?:is|turns|yn)\\s(?:only\\s|now\\s)?)\\d{1,2}${NO_UNIT}`,
	),
	re(`(?:yn\\s)?${AGE}\\s(?:(?:mlwydd|blwydd|flwydd|mis)\\s)?oed`),
	re(
		`(?:turn(?:s|ed|ing)?|just|nearly|almost|am|is|i[’']m|he[’']s|she[’']s)\\s${AGE}(?=\\s(?:today|tomorrow|on|in|this|next|soon|years)?\\s?(?:of age|this|next|in|on|soon|today))`,
	),
	re(`turn(?:s|ed|ing)?\\s${AGE}`),
	// `He is 43 and`, `at 58 she feels`, `started using at 13`: a number of years of somebody, and no time or amount.
	re(
		`(?<=(?:\\b(?:I|he|she|they|who|son|daughter|lad|lass|boy|girl|child|brother|sister|mum|mam|dad|partner|mentee|hi|ef|fo|e|o)(?:\\s(?:is|am|was|are|will be)|[’'](?:s|m|re|n|ll be))|\\b(?:using|drinking|smoking|gambling|dealing|care|pregnant|school|home|prison|addict|addicted) at)\\s(?:only\\s|just\\s|nearly\\s|almost\\s|about\\s|still\\s)?)${TWO_DIGITS}${NO_UNIT}`,
	),
	re(`(?<=\\bat\\s)${TWO_DIGITS}(?=,?\\s(?:I|he|she|they)\\s)`),
	re(`\\d{1,2}(?:st|nd|rd|th)\\sbirthday`),
	re(`pen-?blwydd\\s(?:yn\\s)?\\d{1,2}(?:ain|fed|eg|oed)?`),
	re(`(?:in|into|yn)\\s(?:(?:my|his|her|their|fy|ei|eu)\\s)?(?:early\\s|mid[ -]?|late\\s)?${DECADES}`),
	re(`(?:early|mid|late)[ -]?${DECADES}`),
];
/** The day itself: what stands before it says nothing. */
const BIRTHS = new RegExp(
	`(?<=${START}(?:born|b\\.|d\\.?o\\.?b\\.?|date of birth|year of birth|birth (?:year|date)|birthday|dyddiad geni|blwyddyn geni|[gn]?anwyd|ganed|geni|eni)(?:\\s?(?:is|was|yw|oedd|fi|ef|hi|e|o|on|in|ar|ym|yn|yng|:|-|–)){0,3}\\s?)${DATE}${END}`,
	'giu',
);

/** Where ages and births stand in a text. */
export function agesIn(text: string): Span[] {
	const found = (patterns: readonly RegExp[], kind: Span['kind']) =>
		patterns.flatMap((pattern) =>
			[...text.matchAll(pattern)].map((match): Span => ({
				start: match.index,
				end: match.index + match[0].length,
				kind,
			})),
		);
	return [...found([BIRTHS], 'date'), ...found(AGES, 'age')];
}
