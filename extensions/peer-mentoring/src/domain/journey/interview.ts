import { isBlank, isYes, listIn, type PlainRecord } from './record-rules.ts';

/** The barriers that are asked in more detail, and where the detail is (3.5). */
const DETAIL = { other_health: 'health_needs', housing: 'housing', other: 'other_barriers' } as const;

/** What a Diagnostic Interview leaves unanswered of aspirations, needs and barriers; 'none' is an answer (1.13, 2.27). */
export function unanswered(interview: PlainRecord): string[] {
	const barriers = listIn(interview.barriers);
	const missing = ['aspirations', 'needs'].filter((field) => isBlank(interview[field]));
	if (barriers.length === 0) missing.push('barriers');
	for (const [barrier, field] of Object.entries(DETAIL)) {
		const detail =
			field === 'housing' ? [interview.housing].filter((each) => !isBlank(each)) : listIn(interview[field]);
		if (barriers.includes(barrier) && detail.length === 0) missing.push(field);
	}
	return missing;
}

/**
 * Whether an interview counts: complete, or else one that came with a file of the past, whose gaps are listed (Table A).
 * One that was typed and is not complete is unfinished, and its clock runs on.
 * @param interview with `imported` as the platform has set it; of an interview older than that it says nothing
 */
export function isInterviewCounted({ complete, imported }: PlainRecord): boolean {
	const typed = imported === false || imported === 0;
	return isYes(complete) || !typed;
}
