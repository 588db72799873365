import type { Knex } from 'knex';
import { attendanceProblems, type AttendanceFields } from '../../domain/calendar/opening-hours.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { dayOf } from '../../storage/database/day-columns.ts';
import { readHolidays } from '../../storage/calendar/holidays.ts';
import { keyIn } from './keys.ts';
import type { Payload } from './plain-record.ts';

/**
 * What speaks against being on Jobcentre Plus premises then (1.11), by the bank holidays of the office's nation; those
 * of England and Wales where no office is named.
 */
export async function attendanceAtOffice(
	knex: Knex,
	record: Payload,
	officeField: string,
	fields: AttendanceFields,
): Promise<Problem[]> {
	const day = dayOf(record[fields.day]);
	if (day === null) return [];
	const office = keyIn(record[officeField]);
	const row = office && (await knex('jobcentre_offices').where({ id: office }).first('calendar'));
	const holidays = await readHolidays(knex, (row?.calendar ?? 'england-and-wales') as Calendar);
	const time = (field: string) => (record[field] ? String(record[field]) : null);
	return attendanceProblems({ day, from: time(fields.from), to: time(fields.to) }, holidays, fields);
}
