/** Names that are words as well: `Hope is important` is about hope, `Hope is late` about somebody. */
import { isNobody } from './not-names.ts';
import { isCapital, type Word } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Without a capital, and at the beginning of a sentence, these may be the word. */
const ALSO_WORDS = set(`
	will mark may hope grace joy bill rob art drew faith summer autumn april june august rich guy miles lane page
	young brown white black green grey wood hill king price cook bird long short day week sharp wise love best good bell
	field banks brook rivers house work church read little small strong self cross spring winter grant ward stone rush
	speed power head hand test sample demo example mai haf medi glan mor tan or pen ben al mo an so no in on at to by my
	he me we us be do go up is as if it am rose dawn robin frank pat sue jack chase heather ivy penny sandy daisy lily holly
	poppy olive iris hazel jade ruby amber pearl gene dean clay cliff dale glen heath lee ray max josh jay dot kitty patience
	constance mercy melody destiny crystal angel skye storm sunny carol nick don harry jordan jean jeans tony fry baker
	carter potter parker walker turner fisher hunter mason miller cooper butler porter foster taylor bishop abbot major
	noble swift fox wolf lamb bull pike marsh moss rowan reed berry rice bacon salmon bond cash case coward england wales
	french english welsh scott ireland holiday christmas noel monday friday sunday march
	now low mae wal lun bel cats cam cer ces daf dai dan del den des ger gray hari id jan jac len lis mal mar mart mel merry
	min ned nel san sas ste tam tams trace trin win wil vin lin lau mand alf
	terry tel dick dolly dory ness nan non kit lex gill ant mat matt hal chuck rod pip tray les lyn van han char pet med val
	von vic mick norm stew ted bea shell tori sand beth cat kat ger ced if ness rhi griff loz rick nest wills drew sally
	faye gale myra mona norma sonia vera tanya tara tess rusty randy angle ring
`);

/** `at the end of May`, `mis Mai`. */
const MONTHS_AND_NAMES = set('may april june august mai ebrill');
const BEFORE_A_MONTH = set(
	'in of by until till since or and from during next last mis fis ym diwedd early late mid this every',
);

/** What one has or wishes for; what else is said of it than of a person. */
const ABSTRACT = set('hope joy faith grace love patience mercy melody destiny constance summer spring autumn winter');
const SAID_OF_A_THING = set(
	'important key essential vital needed central crucial everything what why how part possible real always never not there something nothing half coming over good',
);
const AFTER_A_THING = set('for of in that helps matters keeps gives comes group groups');
/** What a person does, where the name begins the sentence. */
const SAID_OF_A_PERSON = set(`
	is was has had will would wants wanted needs needed feels felt says said agrees agreed came comes went goes likes liked
	lives lived works worked attends attended did does can could should might must to and wasn isn hasn didn doesn won
	hopes hoped plans planned asked asks told tells called calls rang met meets knows knew thinks thought reports reported
	struggles struggled started starts finished completed completes helped helps gave gives got gets made makes took takes
	wrote writes phoned texted visits visited returns returned relapsed drinks drank uses used stays stayed moved moves
	enjoys enjoyed feel describes described explained explains mentioned mentions completed stopped remains continues
	s ll d i yn n wedi ydi ydy sydd sy oedd
`);
const MODALS = set('will may');
/** After these somebody follows; before these a name ends. */
const CALLING = set(
	'call ring text meet tell told ask asked met see saw visit phone email contact with thank gyda efo ffonio gweld cwrdd',
);
const AFTER_A_NAME = set(
	'on at about to and for in tomorrow today every each weekly again before after when if by next or who is was has will ar am yn bob',
);
const NEVER_SMALL = set(
	'bill park now low mae wal lun cam cats dan dai cer ces del den id mal min trace win hope joy faith grace love work church house self test example demo sample day week good best strong little small short long head hand art read field price case cash holiday ben pen or an so no in on at to by my he me we us be do go up is as if it am april june august may summer autumn spring winter mai haf medi mor tan glan ring sand nan non if',
);

/** Whether a recorded name is a word of everyday use as well. */
export function isAlsoWord(name: string): boolean {
	return ALSO_WORDS.has(name);
}

/**
 * Whether a name that is a word as well is meant as the name.
 * @param name as recorded, folded; the word may be its possessive
 * @param beginsSentence so that the capital says nothing
 */
export function isMeantAsName(name: string, words: readonly Word[], index: number, beginsSentence: boolean): boolean {
	const word = words[index] as Word;
	const next = words[index + 1];
	const before = words[index - 1];
	if (!isCapital(word)) return isAlsoWord(name) && isCalled(name, before, next);
	if (isNobody(word.written) && word.written === word.written.toUpperCase()) return false;
	if (MONTHS_AND_NAMES.has(name) && before && BEFORE_A_MONTH.has(before.folded)) return false;
	if (
		!beginsSentence ||
		// `Mo ticks the chart`: two letters with a capital are nothing else.
		name.length === 2 ||
		!isAlsoWord(name) ||
		next === undefined ||
		isCapital(next) ||
		word.written === word.written.toUpperCase()
	)
		return true;
	if (MODALS.has(name) && !/^(?:is|was|has|had|wants|needs|said|says|feels|felt|s)$/.test(next.folded)) {
		return next.folded.endsWith('ed') && next.folded.length > 4;
	}
	if (ABSTRACT.has(name)) return !isSaidOfAThing(next, words[index + 2], words[index + 3]);
	return SAID_OF_A_PERSON.has(next.folded);
}

function isSaidOfAThing(next: Word, second: Word | undefined, third: Word | undefined): boolean {
	if (AFTER_A_THING.has(next.folded)) return true;
	if (next.folded === 'and') return second !== undefined && !isCapital(second);
	if (next.folded !== 'is' && next.folded !== 'was') return !SAID_OF_A_PERSON.has(next.folded);
	if (second === undefined || SAID_OF_A_THING.has(second.folded)) return true;
	return (second.folded === 'the' || second.folded === 'a' || second.folded === 'an') && isSaidWithArticle(third);
}

function isSaidWithArticle(word: Word | undefined): boolean {
	return (
		word !== undefined && /^(?:key|big|good|great|large|part|thing|first|start|reason|feeling|time)$/.test(word.folded)
	);
}

function isCalled(name: string, before: Word | undefined, next: Word | undefined): boolean {
	if (NEVER_SMALL.has(name) || before === undefined || !CALLING.has(before.folded)) return false;
	return next === undefined || AFTER_A_NAME.has(next.folded);
}
