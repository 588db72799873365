import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { recordProblems } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';

const IN_USE = {
	...{ status: 'approved', submitted_on: '2024-01-08', approved_on: '2024-01-10', approved_by: 'A. Test' },
	...{ in_use_on: '2024-01-15', review_on: null },
};

describe('a document that the Buyer approves (2.23, 2.25, 5.4)', () => {
	test.each<[string, Record<string, unknown>, [string, string][]]>([
		['is in use once it is approved', { kind: 'referral_process' }, []],
		['may be approved for a day that lies ahead', { kind: 'referral_process', in_use_on: '2024-03-01' }, []],
		[
			'is in use with nobody’s approval',
			{ kind: 'action_plan_template', status: 'submitted' },
			[['in_use_on', 'document_not_approved']],
		],
		['is in use as a draft', { kind: 'consent_statement', status: 'draft' }, [['in_use_on', 'document_not_approved']]],
		[
			'is in use before its approval',
			{ kind: 'consent_statement', in_use_on: '2024-01-09' },
			[['in_use_on', 'out_of_order']],
		],
		[
			'is an impact assessment without a review',
			{ kind: 'privacy_impact_assessment' },
			[['review_on', 'review_missing']],
		],
		['is a data-sharing record without a review', { kind: 'data_sharing_record' }, [['review_on', 'review_missing']]],
		['is a data-sharing record with one', { kind: 'data_sharing_record', review_on: '2025-01-15' }, []],
		['is an impact assessment that is not in use yet', { kind: 'privacy_impact_assessment', in_use_on: null }, []],
	])('%s', (_, change, expected) => {
		const problems = recordProblems('approved_documents', { ...IN_USE, ...change }, day('2024-02-01'));
		expect(problems.map(({ field, code }) => [field, code])).toEqual(expected);
	});
});
