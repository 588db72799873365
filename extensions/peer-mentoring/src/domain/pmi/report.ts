/** The narrative of a return (2.25): what figures do not tell. */
export const REPORT_PARTS = [
	'spend_against_profile',
	'recruitment',
	'mitigations',
	'results_achieved',
	'remedial_plans',
] as const;

export type ReportPart = (typeof REPORT_PARTS)[number];

/** Each part as it was written; `null` where it was not. */
export type MonthlyReport = Record<ReportPart, string | null>;

export const EMPTY_REPORT: MonthlyReport = {
	spend_against_profile: null,
	recruitment: null,
	mitigations: null,
	results_achieved: null,
	remedial_plans: null,
};
