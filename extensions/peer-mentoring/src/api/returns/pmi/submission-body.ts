import { isCode, valuesOf } from '../../../domain/language/code-lists.ts';
import type { PeriodicKind } from '../../../domain/returns/periodic/periodic.ts';
import type { Acknowledgement } from '../../../domain/returns/submission/completeness.ts';
import { BadRequestError } from '../../shared/errors.ts';

/** The longest reason, in characters. */
const LONGEST = 500;

/** What is said along with a submission: all of it optional. */
export interface SubmissionBody {
	acknowledged: Acknowledgement[];
	nil: PeriodicKind[];
	reason: string | null;
}

/**
 * `{"acknowledged": [{"code": "received_on_missing", "reason": "..."}], "nil": ["sme_spend"], "reason": "..."}`: the
 * exceptions that the return carries, by kind; the parts of which there is nothing to report; why it is corrected.
 */
export function submissionIn(body: unknown): SubmissionBody {
	// A list would pass for one that says nothing, and what is submitted cannot be taken back.
	if (Array.isArray(body)) throw bad('Send an object');
	const { acknowledged = [], nil = [], reason = null } = (body ?? {}) as Record<string, unknown>;
	if (!Array.isArray(acknowledged)) throw bad('acknowledged must be a list of {"code", "reason"}');
	if (!Array.isArray(nil)) throw bad('nil must be a list of parts');
	return {
		acknowledged: acknowledged.map((each: unknown) => {
			const { code, reason: why } = (each ?? {}) as Record<string, unknown>;
			if (!isCode('pmi_exception', code)) throw bad(`code must be one of ${valuesOf('pmi_exception').join(', ')}`);
			return { code, reason: textIn('reason', why) ?? '' };
		}),
		nil: nil.map((kind: unknown) => {
			if (!isCode('periodic_return', kind)) throw bad(`nil must name ${valuesOf('periodic_return').join(', ')}`);
			return kind;
		}),
		reason: textIn('reason', reason),
	};
}

function textIn(name: string, value: unknown): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (typeof value !== 'string' || value.length > LONGEST || value.includes('\0')) {
		throw bad(`${name} must be a text of at most ${LONGEST} characters without control signs`);
	}
	return value;
}

function bad(reason: string) {
	return new BadRequestError({ reason: `${reason}.` });
}
