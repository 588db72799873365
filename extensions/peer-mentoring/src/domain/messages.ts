import { codeLists, type CodeOf } from './code-lists.ts';
import type { Problem, ProblemCode } from './journey-rules.ts';

export type Language = CodeOf<'language'>;
type Texts = Record<Language, string>;

/** Names of fields that can stand in a sentence: Welsh ones are never put where they would have to mutate. */
const FIELDS: Record<string, Texts> = {
	received_on: { 'en-GB': 'the date of the referral', 'cy-GB': 'dyddiad yr atgyfeiriad' },
	initial_meeting_on: { 'en-GB': 'the date of the initial meeting', 'cy-GB': 'dyddiad y cyfarfod cychwynnol' },
	start_on: { 'en-GB': 'the start date', 'cy-GB': 'y dyddiad dechrau' },
	diagnostic_interview_on: {
		'en-GB': 'the date of the Diagnostic Interview',
		'cy-GB': 'dyddiad y cyfweliad diagnostig',
	},
	action_plan_agreed_on: {
		'en-GB': 'the date the SMART Action Plan was agreed',
		'cy-GB': 'dyddiad cytuno ar y cynllun gweithredu SMART',
	},
	baseline_survey_on: { 'en-GB': 'the date of the Baseline Survey', 'cy-GB': 'dyddiad yr arolwg gwaelodlin' },
	ended_on: { 'en-GB': 'the end date', 'cy-GB': 'y dyddiad gorffen' },
	consent_given_on: { 'en-GB': 'the date consent was given', 'cy-GB': 'dyddiad rhoi’r cydsyniad' },
	consent_withdrawn_on: { 'en-GB': 'the date consent was withdrawn', 'cy-GB': 'dyddiad tynnu’r cydsyniad yn ôl' },
	held_on: { 'en-GB': 'the date of the session', 'cy-GB': 'dyddiad y sesiwn' },
	sessions: { 'en-GB': 'the date of the session', 'cy-GB': 'dyddiad y sesiwn' },
};

/** `{field}`, `{predecessor}`, `{outcome}` and days are put into words; anything else stands as it is given. */
const MESSAGES: Record<ProblemCode, Texts> = {
	before_predecessor: {
		'en-GB': '{field}, {day}, is before {predecessor}, {earliest}. It must be the same as or after {earliest}.',
		'cy-GB':
			'Mae {field}, sef {day}, cyn {predecessor}, sef {earliest}. Rhaid i’r dyddiad fod ar neu ar ôl {earliest}.',
	},
	before_trial: {
		'en-GB': '{field}, {day}, is before the Trial. It must be the same as or after {earliest}.',
		'cy-GB': 'Mae {field}, sef {day}, cyn y Treial. Rhaid i’r dyddiad fod ar neu ar ôl {earliest}.',
	},
	in_future: {
		'en-GB': '{field}, {day}, is in the future. It must be today, {today}, or in the past.',
		'cy-GB': 'Mae {field}, sef {day}, yn y dyfodol. Rhaid i’r dyddiad fod heddiw, sef {today}, neu yn y gorffennol.',
	},
	start_without_agreement: {
		'en-GB':
			'There is a start date, but the outcome of the initial meeting is “{outcome}”. Remove the start date, or correct the outcome to “{start}”.',
		'cy-GB':
			'Mae dyddiad dechrau wedi’i nodi, ond canlyniad y cyfarfod cychwynnol yw “{outcome}”. Dylech dynnu’r dyddiad dechrau neu gywiro’r canlyniad i “{start}”.',
	},
	needs_start: {
		'en-GB':
			'{field} is recorded, but the outcome of the initial meeting is “{outcome}”, so the person did not start. Remove the date, or correct the outcome to “{start}”.',
		'cy-GB':
			'Mae {field} wedi’i nodi, ond canlyniad y cyfarfod cychwynnol yw “{outcome}”, felly ni ddechreuodd yr unigolyn. Dylech dynnu’r dyddiad neu gywiro’r canlyniad i “{start}”.',
	},
	under_18: {
		'en-GB':
			'The person is recorded as under 18, so they cannot start. Only people aged 18 or over may take part: record another outcome and no start date, or correct the age.',
		'cy-GB':
			'Mae’r unigolyn wedi’i gofnodi fel rhywun dan 18 oed, felly ni all ddechrau. Dim ond pobl 18 oed neu hŷn sy’n cael cymryd rhan: nodwch ganlyniad arall heb ddyddiad dechrau, neu dylech gywiro’r oedran.',
	},
	after_last_start_date: {
		'en-GB':
			'The start date, {day}, is after the Last Start Date of the Call-Off Contract. It must be {latest} or earlier.',
		'cy-GB':
			'Mae’r dyddiad dechrau, sef {day}, ar ôl dyddiad dechrau olaf y contract. Rhaid iddo fod ar neu cyn {latest}.',
	},
	after_contract_end: {
		'en-GB': 'The start date, {day}, is after the end of the Call-Off Contract. It must be {latest} or earlier.',
		'cy-GB': 'Mae’r dyddiad dechrau, sef {day}, ar ôl dyddiad gorffen y contract. Rhaid iddo fod ar neu cyn {latest}.',
	},
	nino_format: {
		'en-GB':
			'The National Insurance number is not in the correct format. Enter two letters, six digits and a letter from A to D, like QQ 12 34 56 C.',
		'cy-GB':
			'Nid yw’r rhif Yswiriant Gwladol yn y fformat cywir. Rhowch ddwy lythyren, chwe digid a llythyren o A i D, fel QQ 12 34 56 C.',
	},
	nino_not_dwp_customer: {
		'en-GB':
			'A National Insurance number may be kept only for a DWP customer. Remove it, or record that the person is a DWP customer.',
		'cy-GB':
			'Dim ond ar gyfer cwsmer DWP y ceir cadw rhif Yswiriant Gwladol. Dylech dynnu’r rhif, neu nodi bod yr unigolyn yn gwsmer DWP.',
	},
	minutes_range: {
		'en-GB':
			'The length of the session, {minutes} minutes, cannot be right. Enter a whole number from 1 to {most}, or leave it empty if it is not known.',
		'cy-GB':
			'Ni all hyd y sesiwn, {minutes} munud, fod yn gywir. Rhowch rif cyfan o 1 i {most}, neu gadewch y maes yn wag os nad yw’n hysbys.',
	},
};

const MONTHS: Record<Language, string> = {
	'en-GB': 'January February March April May June July August September October November December',
	'cy-GB': 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
};

/** A problem as sentences for the person who entered the record: what is wrong, and what would be right. */
export function problemMessage(problem: Problem, language: Language): string {
	const text = MESSAGES[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
		wordsFor(name, problem, language),
	);
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A day as people write it: `2023-12-05` is '5 December 2023', '5 Rhagfyr 2023'. */
export function dayInWords(day: string, language: Language): string {
	const month = MONTHS[language].split(' ')[Number(day.slice(5, 7)) - 1];
	return `${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`;
}

function wordsFor(name: string, { field, params = {} }: Problem, language: Language): string {
	if (name === 'field') return FIELDS[field]?.[language] ?? field;
	if (name === 'start') return outcomeLabel('start', language);
	const value = params[name] ?? '';
	if (name === 'predecessor') return FIELDS[value]?.[language] ?? String(value);
	if (name === 'outcome') return outcomeLabel(value, language);
	return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? dayInWords(String(value), language) : String(value);
}

function outcomeLabel(value: string | number, language: Language): string {
	const code = codeLists.initial_meeting_outcome.find((each) => each.value === value);
	return code?.[language === 'cy-GB' ? 'cy' : 'en'] ?? String(value);
}
