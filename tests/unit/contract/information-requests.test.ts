import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { valuesOf, type CodeOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { informationDueOn } from '../../../extensions/peer-mentoring/src/domain/contract/information-requests.ts';
import { englandAndWales, holidays } from '../support/holidays.ts';

type Kind = CodeOf<'information_request_kind'>;

const CASES: [kind: Kind, requested: string, due: string | null][] = [
	['security_questionnaire', '2023-11-16', '2023-12-16'],
	['security_questionnaire', '2024-01-31', '2024-02-29'],
	['data_protection_rights', '2023-11-30', '2023-12-30'],
	['data_protection_rights', '2023-01-31', '2023-02-28'],
	['freedom_of_information', '2023-11-16', '2023-12-14'],
	['freedom_of_information', '2023-12-20', '2024-01-22'],
	['freedom_of_information', '2023-07-01', '2023-07-28'],
	['ad_hoc_mi', '2023-11-16', null],
	['other', '2023-11-16', null],
];

describe('when a request for information is due (5.2, 3.14, 3.12)', () => {
	test.each(CASES)('%s of %s: %s', (kind, requested, due) => {
		expect(informationDueOn(kind, day(requested), { holidays: englandAndWales, terms: SPECIFIED })).toBe(due);
	});

	it('every kind is here', () => {
		expect(new Set(CASES.map(([kind]) => kind))).toEqual(new Set(valuesOf('information_request_kind')));
	});

	it('bank holidays count for Working Days only', () => {
		const scotland = { holidays: holidays('scotland'), terms: SPECIFIED };
		expect(informationDueOn('freedom_of_information', day('2023-12-20'), scotland)).toBe('2024-01-23');
		expect(informationDueOn('data_protection_rights', day('2023-12-02'), scotland)).toBe('2024-01-02');
	});
});
