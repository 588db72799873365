import { isCode, valuesOf } from '../../../domain/language/code-lists.ts';
import type { PeriodicKind } from '../../../domain/returns/periodic/periodic.ts';
import { REPORT_PARTS, type MonthlyReport } from '../../../domain/returns/pmi/report.ts';
import type { Acknowledgement } from '../../../domain/returns/submission/completeness.ts';
import type { NarrativeSaid } from '../../../storage/returns/narrative.ts';
import { Misasked } from '../../shared/errors.ts';
import { notAmong } from '../../shared/query.ts';

/** The longest reason, in characters. */
const LONGEST = 500;

/** What is said along with a submission: all of it optional. */
export interface SubmissionBody {
	acknowledged: Acknowledgement[];
	nil: PeriodicKind[];
	narrative: NarrativeSaid;
	reason: string | null;
}

/**
 * `{"acknowledged": [{"code": "received_on_missing", "reason": "..."}], "nil": ["sme_spend"], "reason": "..."}`: the
 * exceptions that the return carries, by kind; the parts, of the narrative too, of which there is nothing to report; why
 * it is corrected. `"report": {"recruitment": "..."}` is what is typed of the narrative and not saved yet (2.25).
 */
export function submissionIn(body: unknown): SubmissionBody {
	// A list would pass for one that says nothing, and what is submitted cannot be taken back.
	if (Array.isArray(body)) throw new Misasked('Send an object.', 'Anfonwch wrthrych.');
	const { acknowledged = [], nil = [], report = {}, reason = null } = (body ?? {}) as Record<string, unknown>;
	if (!Array.isArray(acknowledged))
		throw mustBe('acknowledged', 'a list of {"code", "reason"}', 'yn rhestr o {"code", "reason"}');
	if (!Array.isArray(nil)) throw mustBe('nil', 'a list of parts', 'yn rhestr o rannau');
	for (const part of nil as unknown[]) {
		if (isCode('periodic_return', part) || isCode('report_part', part)) continue;
		throw notAmong('nil', [...valuesOf('periodic_return'), ...REPORT_PARTS]);
	}
	return {
		acknowledged: acknowledged.map((each: unknown) => {
			const { code, reason: why } = (each ?? {}) as Record<string, unknown>;
			if (!isCode('pmi_exception', code)) throw notAmong('code', valuesOf('pmi_exception'));
			return { code, reason: textIn('reason', why) ?? '' };
		}),
		nil: nil.filter((part) => isCode('periodic_return', part)),
		narrative: { report: reportIn(report), nothing: nil.filter((part) => isCode('report_part', part)) },
		reason: textIn('reason', reason),
	};
}

/** The longest part of a narrative, in characters. */
const LONGEST_PART = 20_000;

function reportIn(report: unknown): Partial<MonthlyReport> {
	if (typeof report !== 'object' || report === null || Array.isArray(report)) {
		throw mustBe('report', 'an object', 'yn wrthrych');
	}
	return Object.fromEntries(
		Object.entries(report).map(([part, text]) => {
			if (!isCode('report_part', part)) throw notAmong('report', REPORT_PARTS);
			return [part, textIn(part, text, LONGEST_PART)];
		}),
	);
}

function textIn(name: string, value: unknown, longest = LONGEST): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (typeof value !== 'string' || value.length > longest || value.includes('\0')) {
		throw mustBe(
			name,
			`a text of at most ${longest} characters without control signs`,
			`yn destun o ${longest} nod ar y mwyaf, heb nodau rheoli`,
		);
	}
	return value;
}

function mustBe(name: string, en: string, cy: string) {
	return new Misasked(`${name} must be ${en}.`, `Rhaid i ${name} fod ${cy}.`);
}
