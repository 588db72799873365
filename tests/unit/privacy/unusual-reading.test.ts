import { describe, expect, test } from 'vitest';
import {
	unusualReading,
	type HourOfReading,
	type UnusualReading,
} from '../../../extensions/peer-mentoring/src/domain/privacy/unusual-reading.ts';

const MORNING: HourOfReading = { role: 'Peer Mentor', hour: 10, records: 120, others: 0 };

describe('an hour of reading is unusual', () => {
	test.each<[string, Partial<HourOfReading>, UnusualReading[]]>([
		['not where a Peer Mentor works on their list', {}, []],
		['where a Peer Mentor goes through a thousand records', { records: 1001 }, ['many']],
		['not at a thousand', { records: 1000 }, []],
		['not where a manager goes through a contract', { role: 'Supplier Manager', records: 5000 }, []],
		['where a manager takes more', { role: 'Supplier Manager', records: 5001 }, ['many']],
		['where the lead takes more', { role: 'Supplier MI', records: 5001 }, ['many']],
		['where the Data Protection Officer does', { role: 'Data Protection Officer', records: 501 }, ['many']],
		['where a role is not ours', { role: 'Auditor', records: 501 }, ['many']],
		['an hour before midnight', { hour: 23, records: 1 }, ['at_night']],
		['not before that', { hour: 22 }, []],
		['at four', { hour: 4, records: 1 }, ['at_night']],
		['not at five', { hour: 5 }, []],
		['not at night where nothing was read', { hour: 2, records: 0 }, []],
		['where somebody was never theirs', { others: 1 }, ['not_their_own']],
		['where an Administrator reads anybody', { role: null, records: 1, others: 1 }, ['not_their_own']],
		['not where it is everybody that they answer for', { role: 'Data Protection Officer', others: 120 }, []],
		['not where the Buyer reads what is theirs', { role: 'Buyer', others: 120 }, []],
		['in all ways at once', { hour: 0, records: 2000, others: 5 }, ['many', 'at_night', 'not_their_own']],
	])('%s', (_, hour, why) => expect(unusualReading({ ...MORNING, ...hour })).toEqual(why));
});
