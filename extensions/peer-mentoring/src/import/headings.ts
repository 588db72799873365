import { importForms, type ImportForm } from '../domain/loading/forms.ts';

/** Other headings that people give to a column. Compared without case, spaces and punctuation. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
	reference: [
		'ref',
		'reference number',
		'reference no',
		'ref no',
		'mentee reference',
		'referral reference',
		'cyfeirnod',
	],
	contract: ['contract reference', 'call off contract', 'contract ref', 'contract no', 'contract number'],
	cpa: ['contract package area', 'cpa number', 'cpa no'],
	route: ['referral route', 'referral source', 'source of referral', 'route of referral'],
	received_on: [
		'referral date',
		'date of referral',
		'referred on',
		'referral received',
		'referral received on',
		'date referred',
		'date received',
		'received',
	],
	mentor_email: ['mentor', 'peer mentor', 'peer mentor email', 'mentor e mail', 'mentor email address'],
	first_name: ['forename', 'forenames', 'first names', 'given name', 'enw cyntaf'],
	last_name: ['surname', 'family name', 'second name', 'cyfenw'],
	phone: [
		'telephone',
		'telephone number',
		'phone number',
		'mobile',
		'mobile number',
		'tel',
		'tel no',
		'phone no',
		'contact number',
		'ffon',
	],
	email: ['e mail', 'email address', 'e mail address', 'ebost'],
	aged_18_or_over: ['18 or over', 'aged 18', 'over 18', 'aged 18 plus', 'aged 18+', '18+', 'aged 18 or more'],
	preferred_language: ['language', 'language preference', 'iaith'],
	dwp_customer: ['dwp', 'is dwp customer', 'customer of dwp'],
	nino: [
		'ni number',
		'ni no',
		'national insurance number',
		'national insurance no',
		'national insurance',
		'ni',
		'nino number',
	],
	benefit_type: ['benefit', 'benefits', 'benefit types', 'type of benefit'],
	initial_meeting_on: ['initial meeting', 'initial meeting date', 'date of initial meeting'],
	initial_meeting_outcome: ['initial meeting result', 'outcome of initial meeting', 'meeting outcome'],
	start_on: ['start', 'start date', 'date of start', 'started on', 'date started', 'started'],
	diagnostic_interview_on: ['diagnostic interview', 'diagnostic interview date', 'date of diagnostic interview'],
	action_plan_agreed_on: [
		'action plan',
		'action plan date',
		'action plan agreed',
		'smart action plan',
		'smart action plan agreed on',
		'smart action plan date',
		'date of action plan',
	],
	action_plan_evidence: ['plan evidence', 'evidence of action plan', 'smart action plan evidence'],
	baseline_survey_on: ['baseline survey', 'baseline survey date', 'date of baseline survey'],
	consent_given_on: ['consent', 'consent date', 'consent given', 'date of consent', 'date consent given'],
	consent_withdrawn_on: ['consent withdrawn', 'date consent withdrawn', 'consent withdrawn date'],
	ended_on: ['end date', 'date ended', 'ended', 'leaving date', 'left on', 'date left'],
	end_reason: ['reason for ending', 'reason for leaving', 'leaving reason', 'reason ended'],
	held_on: ['date', 'session date', 'date of session', 'date held', 'session held on'],
	minutes: [
		'length',
		'duration',
		'length in minutes',
		'duration in minutes',
		'mins',
		'session length',
		'duration mins',
	],
	mode: ['session mode', 'delivery mode', 'mode of delivery', 'how held'],
	attendance: ['session attendance', 'attendance status'],
	delivery_area: ['area'],
	weekly_hours: ['hours', 'hours per week', 'hours a week', 'weekly hours worked'],
	from: ['from date', 'start', 'start date', 'in post from'],
	to: ['to date', 'until', 'end', 'end date', 'in post to', 'in post until'],
	supplier: ['supplier name'],
	cpas: ['contract package areas', 'cpa', 'areas'],
	start_date: ['start', 'starts on', 'contract start date', 'start on'],
	implementation_end_date: ['implementation end', 'end of implementation'],
	last_start_date: ['last start', 'last date for starts'],
	end_date: ['end', 'ends on', 'contract end date', 'end on'],
	working_day_calendar: ['calendar', 'working days', 'working day'],
	total_value: ['value', 'contract value', 'total contract value'],
	implementation_costs: ['implementation cost'],
};

/** Headings as they are compared: `Held On`, `held_on` and `HELD-ON` are one. */
export function heading(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+]/gu, '');
}

const BY_FORM = new Map(
	(Object.keys(importForms) as ImportForm[]).map((form) => {
		const columns: readonly string[] = importForms[form].columns;
		const others = columns.flatMap((column) => (OTHERS[column] ?? []).map((name) => [heading(name), column] as const));
		// A column's own name is its own, whatever it means elsewhere.
		return [form, new Map([...others, ...columns.map((column) => [heading(column), column] as const)])];
	}),
);

/** The column of a form that a heading stands for. */
export function columnOf(form: ImportForm, text: string): string | undefined {
	return BY_FORM.get(form)?.get(heading(text));
}

/** The column of whichever form a heading stands for. */
export function columnOfAny(text: string): string | undefined {
	for (const form of BY_FORM.keys()) {
		const column = columnOf(form, text);
		if (column !== undefined) return column;
	}
	return undefined;
}
