/** Values that an Administrator has added to the lists stand in the tracker by their codes (3.5). */
import { describe, expect, it, test } from 'vitest';
import {
	codeLists,
	type CodeList,
	type Lists,
} from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	TRACKER_COLUMNS,
	trackerRow,
	type TrackerColumn,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import type { TrackerRecord } from '../../../extensions/peer-mentoring/src/domain/returns/tracker/record.ts';
import { engagement, interview, MENTEE, MOMENT, on, recordOf } from '../support/tracker-records.ts';

/** Of every list, one value more, with a code that says of which. */
const LISTS = Object.fromEntries(
	Object.entries(codeLists).map(([list, codes]) => [
		list,
		[...codes, { value: 'own', code: `OWN-${list}`, en: 'Own', cy: 'Ei hun' }],
	]),
) as unknown as Lists;
const OWN = 'own' as never;

const CASES: [TrackerColumn, CodeList, Partial<TrackerRecord>][] = [
	['addiction_type', 'substance', { substances: [OWN] }],
	['employment_history', 'employment_status', { employment_status: OWN }],
	['employment_history', 'unemployment_length', { unemployment_length: OWN }],
	['benefit_type', 'benefit', { benefits_at_start: [OWN] }],
	['benefit_type', 'benefit', { benefits: [OWN] }],
	['treatment_status', 'treatment_status', { treatment_changes: [{ status: OWN, since_on: on('10') }] }],
	[
		'barrier_health',
		'health_need',
		{ interviews: [interview('10', { barriers: ['other_health'], health_needs: [OWN] })] },
	],
	['barrier_housing', 'housing', { interviews: [interview('10', { barriers: ['housing'], housing: OWN })] }],
	['barrier_other', 'other_barrier', { interviews: [interview('10', { barriers: ['other'], other_barriers: [OWN] })] }],
	['early_departure', 'end_reason', { ended_on: on('20'), end_reason: OWN }],
	[
		'completed_treatment',
		'treatment_exit',
		{ engagements: [engagement('treatment', { ended_on: on('20'), treatment_result: OWN })] },
	],
	[
		'buyer_programme_started',
		'employment_programme',
		{ engagements: [engagement('buyer_programme', { entered_on: on('20'), programme: OWN })] },
	],
	[
		'training',
		'training_type',
		{ engagements: [engagement('training', { entered_on: on('20'), training_type: OWN })] },
	],
	[
		'volunteering',
		'volunteering_type',
		{ engagements: [engagement('volunteering', { entered_on: on('20'), volunteering_type: OWN })] },
	],
	[
		'education',
		'education_type',
		{ engagements: [engagement('education', { entered_on: on('20'), education_type: OWN })] },
	],
	['employment', 'sector', { engagements: [engagement('employment', { entered_on: on('20'), sector: OWN })] }],
];

describe('a value of one’s own', () => {
	test.each(CASES)('stands in %s by its code of %s', (column, list, record) => {
		expect(trackerRow(recordOf(record), { ...MOMENT, lists: LISTS })[column]).toContain(`OWN-${list}`);
		expect(TRACKER_COLUMNS[column].codes).toContain(list);
	});

	it('is nothing to whoever knows only the lists that the platform comes with', () => {
		expect(trackerRow({ ...MENTEE, employment_status: OWN }, MOMENT).employment_history).toBeNull();
	});
});
