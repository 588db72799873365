import { LONGEST_REDACTION, MOST_REDACTIONS } from '../../../domain/privacy/anonymise/redact.ts';
import { refusal } from '../../shared/errors.ts';

const SAMPLES = 'plan_samples';
const REASON = { least: 3, most: 200 };

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a reviewer sends: words to hide, and passages that were read. Anything else is refused. */
export function reviewIn(body: unknown): { redactions?: string[]; passages_read?: string[] } {
	const { redactions, passages_read, ...others } = isObject(body) ? body : {};
	const other = Object.keys(others)[0];
	if (other !== undefined || (redactions === undefined && passages_read === undefined)) {
		throw refusal(SAMPLES, other ?? 'redactions', 'sample_by_platform');
	}
	const isWord = (each: unknown) =>
		typeof each === 'string' && each.length <= LONGEST_REDACTION && /[\p{L}\p{N}]/u.test(each);
	if (redactions !== undefined && !isList(redactions, isWord)) {
		const params = { most: MOST_REDACTIONS, longest: LONGEST_REDACTION };
		throw refusal(SAMPLES, 'redactions', 'sample_redactions', params);
	}
	const isFingerprint = (each: unknown) => typeof each === 'string' && /^[0-9a-f]{16}$/.test(each);
	if (passages_read !== undefined && !isList(passages_read, isFingerprint)) {
		throw refusal(SAMPLES, 'passages_read', 'sample_passages');
	}
	return {
		...(redactions === undefined ? {} : { redactions: unique(redactions) }),
		...(passages_read === undefined ? {} : { passages_read: unique(passages_read) }),
	};
}

function isList(value: unknown, holds: (each: unknown) => boolean): value is string[] {
	return Array.isArray(value) && value.length <= MOST_REDACTIONS && value.every(holds);
}

function unique(list: readonly string[]): string[] {
	return [...new Set(list.map((each) => each.trim()))];
}

/** Why a plan is rejected (3.11). */
export function reasonIn(body: unknown): string {
	const reason = isObject(body) ? body.reason : undefined;
	// PostgreSQL takes no text with such a sign.
	const text = typeof reason === 'string' && !reason.includes('\0') ? reason.trim() : '';
	if (text.length < REASON.least || text.length > REASON.most) throw refusal(SAMPLES, 'reject_reason', 'sample_reason');
	return text;
}
