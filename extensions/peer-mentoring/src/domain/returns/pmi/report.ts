import type { Texts } from '../../language/text.ts';

/** The narrative of a return (2.25): what figures do not tell. */
export const REPORT_PARTS = [
	'spend_against_profile',
	'recruitment',
	'mitigations',
	'results_achieved',
	'remedial_plans',
] as const;

export type ReportPart = (typeof REPORT_PARTS)[number];

export const REPORT_LABELS: Readonly<Record<ReportPart, Texts>> = {
	spend_against_profile: { 'en-GB': 'Spend against profile', 'cy-GB': 'Gwariant yn erbyn y proffil' },
	recruitment: { 'en-GB': 'Recruitment', 'cy-GB': 'Recriwtio' },
	mitigations: {
		'en-GB': 'Mitigations where numbers are lower than expected',
		'cy-GB': 'Mesurau lliniaru lle mae niferoedd yn is na’r disgwyl',
	},
	results_achieved: { 'en-GB': 'Results achieved', 'cy-GB': 'Canlyniadau a gyflawnwyd' },
	remedial_plans: { 'en-GB': 'Remedial plans', 'cy-GB': 'Cynlluniau adfer' },
};

/** Each part as it was written; `null` where it was not. */
export type MonthlyReport = Record<ReportPart, string | null>;

export const EMPTY_REPORT: MonthlyReport = {
	spend_against_profile: null,
	recruitment: null,
	mitigations: null,
	results_achieved: null,
	remedial_plans: null,
};
