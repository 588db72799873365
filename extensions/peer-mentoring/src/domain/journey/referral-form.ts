import { codeLists, isCode, type Code, type CodeOf } from '../language/code-lists.ts';
import { isEmail, isPhone } from './contact.ts';

/** What the form for outsiders asks, each by the field of the referral that keeps the answer, in the order asked. */
export const FORM_FIELDS = [
	'route',
	'jobcentre_office',
	'work_coach',
	'cpa',
	'third_party_organisation',
	'third_party_type',
	'third_party_contact',
	'referrer_phone',
	'referrer_email',
	'first_name',
	'last_name',
	'phone',
	'email',
	'preferred_language',
	'aged_18_or_over',
	'permission_obtained',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** What was answered, tidied; empty text where nothing was. */
export type Answers = Record<FormField, string>;

/** Where somebody may be referred to, and what is settled before the form is filled in (2.23). */
export interface Offer {
	/** Contract Package Areas of the contracts that run. */
	cpas: readonly number[];
	/** Jobcentre offices in them. */
	offices: readonly { id: string; cpa: number }[];
	/** Kinds of organisation on the day; those that the platform comes with where left out. */
	third_party_types?: readonly Code[];
	/** What a link was issued for. */
	fixed: Partial<Answers>;
}

export type FormProblemCode =
	| 'missing'
	| 'not_offered'
	| 'too_long'
	| 'phone_format'
	| 'email_format'
	| 'no_contact'
	| 'under_18'
	| 'permission_missing';

export interface FormProblem {
	field: FormField;
	code: FormProblemCode;
	/** Characters at most, of a text that is too long. */
	most?: number;
}

/** How many characters each text may have: as many as its column. */
const LONGEST: Partial<Record<FormField, number>> = {
	work_coach: 255,
	third_party_organisation: 255,
	third_party_contact: 255,
	referrer_phone: 40,
	referrer_email: 255,
	first_name: 100,
	last_name: 100,
	phone: 40,
	email: 255,
};

/** What only a Work Coach is asked, and what only a third party is. */
const ONLY: Record<CodeOf<'referral_route'>, readonly FormField[]> = {
	jobcentre_plus: ['jobcentre_office', 'work_coach'],
	third_party: ['third_party_organisation', 'third_party_type', 'third_party_contact', 'permission_obtained'],
};

const AGREED = ['true', 'yes', 'on', '1'];

/** The answers in an untrusted body: of the fields we ask, as single lines of text. */
export function readAnswers(body: Record<string, unknown>): Answers {
	const answers = Object.fromEntries(FORM_FIELDS.map((field) => [field, tidy(body[field])])) as Answers;
	answers.permission_obtained = AGREED.includes(answers.permission_obtained.toLowerCase()) ? 'true' : '';
	return answers;
}

function tidy(value: unknown): string {
	if (!['string', 'number', 'boolean'].includes(typeof value)) return '';
	return String(value)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/**
 * The answers with what follows without asking: what the link fixes, the area of the office or the only one there is.
 * Answers to what the other route is asked are dropped, so that nothing is kept that nobody needs.
 */
export function completed(answers: Answers, { fixed, cpas, offices }: Offer): Answers {
	const all: Answers = { ...answers, ...fixed };
	const other = all.route === 'jobcentre_plus' ? ONLY.third_party : ONLY.jobcentre_plus;
	for (const field of other) all[field] = '';
	const office = offices.find(({ id }) => id === all.jobcentre_office);
	if (all.cpa === '' && office) all.cpa = String(office.cpa);
	if (all.cpa === '' && cpas.length === 1) all.cpa = String(cpas[0]);
	return all;
}

/** Everything that keeps a referral from being accepted; an empty list lets it be made. */
export function formProblems(answers: Answers, offer: Offer): FormProblem[] {
	const problems = [
		...routeProblems(answers),
		...placeProblems(answers, offer),
		...referrerProblems(answers, offer),
		...permissionProblems(answers),
		...personProblems(answers),
		...contactProblems(answers),
		...ageProblems(answers),
		...languageProblems(answers),
		...lengthProblems(answers),
	];
	return problems.sort((a, b) => FORM_FIELDS.indexOf(a.field) - FORM_FIELDS.indexOf(b.field));
}

/** Referrals come from Jobcentre Plus or from third parties (2.4). */
function routeProblems({ route }: Answers): FormProblem[] {
	return isCode('referral_route', route) ? [] : [{ field: 'route', code: 'missing' }];
}

/** A place where a contract runs: the office of the Work Coach (2.6), or the area for a third party (2.8). */
function placeProblems({ route, cpa, jobcentre_office }: Answers, { cpas, offices }: Offer): FormProblem[] {
	if (route === 'jobcentre_plus') {
		if (jobcentre_office === '') return [{ field: 'jobcentre_office', code: 'missing' }];
		const office = offices.find(({ id }) => id === jobcentre_office);
		return office && String(office.cpa) === cpa ? [] : [{ field: 'jobcentre_office', code: 'not_offered' }];
	}
	if (route !== 'third_party') return [];
	if (cpa === '') return [{ field: 'cpa', code: 'missing' }];
	return cpas.some((each) => String(each) === cpa) ? [] : [{ field: 'cpa', code: 'not_offered' }];
}

/** Who refers has to be known, so that they can be told the result (2.6, 2.9). */
function referrerProblems(
	answers: Answers,
	{ third_party_types: types = codeLists.third_party_type }: Offer,
): FormProblem[] {
	const asked: Partial<Record<string, FormField[]>> = {
		jobcentre_plus: ['work_coach'],
		third_party: ['third_party_organisation', 'third_party_type', 'third_party_contact'],
	};
	const problems = missing(answers, asked[answers.route] ?? []);
	const { third_party_type: type } = answers;
	if (type !== '' && !types.some(({ value }) => value === type)) {
		problems.push({ field: 'third_party_type', code: 'missing' });
	}
	return problems;
}

/** A third party has obtained the permission of the Individual (2.8). */
function permissionProblems({ route, permission_obtained }: Answers): FormProblem[] {
	if (route !== 'third_party' || permission_obtained === 'true') return [];
	return [{ field: 'permission_obtained', code: 'permission_missing' }];
}

/** The Individual's name (2.6, 2.8). */
function personProblems(answers: Answers): FormProblem[] {
	return missing(answers, ['first_name', 'last_name']);
}

/** The Individual's contact details (2.6, 2.8): one way at least, and each of a form that can work. */
function contactProblems(answers: Answers): FormProblem[] {
	const problems: FormProblem[] = [];
	if (answers.phone === '' && answers.email === '') problems.push({ field: 'phone', code: 'no_contact' });
	for (const field of ['referrer_phone', 'phone'] as const) {
		if (answers[field] !== '' && !isPhone(answers[field])) problems.push({ field, code: 'phone_format' });
	}
	for (const field of ['referrer_email', 'email'] as const) {
		if (answers[field] !== '' && !isEmail(answers[field])) problems.push({ field, code: 'email_format' });
	}
	return problems;
}

/** Only people aged 18 or over take part (2.1); where it is not known, the initial meeting finds out. */
function ageProblems({ aged_18_or_over: aged }: Answers): FormProblem[] {
	if (!isCode('yes_no_not_known', aged)) return [{ field: 'aged_18_or_over', code: 'missing' }];
	return aged === 'no' ? [{ field: 'aged_18_or_over', code: 'under_18' }] : [];
}

/** Support in Welsh on request (2.25): asked, and not demanded. */
function languageProblems({ preferred_language: language }: Answers): FormProblem[] {
	return language === '' || isCode('language', language) ? [] : [{ field: 'preferred_language', code: 'not_offered' }];
}

function lengthProblems(answers: Answers): FormProblem[] {
	return FORM_FIELDS.flatMap((field) => {
		const most = LONGEST[field];
		return most !== undefined && answers[field].length > most ? [{ field, code: 'too_long', most }] : [];
	});
}

function missing(answers: Answers, fields: readonly FormField[]): FormProblem[] {
	return fields.filter((field) => answers[field] === '').map((field) => ({ field, code: 'missing' }));
}
