/** Import files for tests: rows name only the columns that matter. */
const COLUMNS = {
	contracts:
		'reference,supplier,cpas,start_date,implementation_end_date,last_start_date,end_date,working_day_calendar,total_value,implementation_costs',
	mentors: 'email,first_name,last_name,contract,delivery_area,weekly_hours,from,to',
	caseload:
		'reference,contract,cpa,route,received_on,mentor_email,first_name,last_name,phone,email,aged_18_or_over,preferred_language,dwp_customer,nino,benefit_type,initial_meeting_on,initial_meeting_outcome,start_on,diagnostic_interview_on,action_plan_agreed_on,action_plan_evidence,baseline_survey_on,consent_given_on,consent_withdrawn_on,ended_on,end_reason',
	sessions: 'reference,held_on,minutes,mode,attendance',
} as const;

export function csv(form: keyof typeof COLUMNS, rows: Record<string, string | number | null | undefined>[]): string {
	const columns = COLUMNS[form].split(',');
	return [COLUMNS[form], ...rows.map((row) => columns.map((column) => row[column] ?? '').join(','))].join('\n') + '\n';
}
