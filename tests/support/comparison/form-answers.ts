/** What the forms ask for, of what a line of the files says. */
import type { Line } from './caseload.ts';

export type Body = Record<string, unknown>;

const DROPOUT = { end_reason_detail: 'No answer for five weeks.' };
const COMPLETED = { final_review_on: '2023-12-11', next_steps: 'A course begins in January.' };

/** What the form asks for with a digital session. */
export const agreed = ({ mode }: Line): Body => (mode === 'digital' ? { digital_agreed: true } : {});

/** What the form asks for with this reason. */
export function endOf(reason: unknown): Body {
	return { completed: COMPLETED, dropout: DROPOUT }[String(reason)] ?? {};
}

export function benefitsOf({ benefit_type }: Line): unknown {
	return benefit_type === null ? null : [benefit_type];
}

export function pick(line: Line, columns: readonly string[]): Body {
	return Object.fromEntries(columns.map((column) => [column, line[column] ?? null]));
}

export function equal(where: Body): Body {
	return Object.fromEntries(
		Object.entries(where).map(([field, value]) => [
			field,
			typeof value === 'object' && value !== null ? equal(value as Body) : { _eq: value },
		]),
	);
}
