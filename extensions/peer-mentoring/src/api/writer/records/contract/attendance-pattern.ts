import { hourProblems } from '../../../../domain/calendar/opening-hours.ts';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { planTheSame, type AttendancePattern } from '../../../../domain/people/attendance.ts';
import type { Problem } from '../../../../domain/problems.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { lockInOrder } from '../../../../storage/database/locks.ts';
import { keyIn, uuidIn } from '../../../../storage/database/keys.ts';
import { readPatterns } from '../../../../storage/people/attendance.ts';
import { RecordRefused } from '../../../shared/errors.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** Refuses what no Peer Mentor can keep: an office that is not theirs (1.20), closed hours (1.11), one day twice. */
export async function refusePattern({ database: knex }: WriteContext, record: Payload): Promise<void> {
	const mentor = uuidIn(record.peer_mentor) as string;
	const office = keyIn(record.jobcentre_office) ?? '';
	await lockInOrder(knex, 'mentor', [mentor]);
	const time = (field: string) => (record[field] ? String(record[field]) : null);
	const problems: Problem[] = hourProblems(
		{ from: time('arrives_at'), to: time('leaves_at') },
		{ from: 'arrives_at', to: 'leaves_at' },
	);
	const dedicated = await knex('fte_assignments_offices as link')
		.join('fte_assignments as assignment', 'assignment.id', 'link.fte_assignment')
		.where({ 'assignment.peer_mentor': mentor, 'link.jobcentre_office': office })
		.first('link.id');
	if (!dedicated) problems.push({ field: 'jobcentre_office', code: 'office_not_dedicated' });
	const from = dayOf(record.from_on) as CalendarDay | null;
	if (from !== null) {
		const weekday = record.weekday as AttendancePattern['weekday'];
		const pattern = { mentor, office, weekday, from, until: dayOf(record.until_on) };
		const others = (await readPatterns(knex, [mentor])).filter(({ id }) => id !== record.id);
		if (others.some((other) => planTheSame(pattern, other))) {
			problems.push({ field: 'weekday', code: 'pattern_there_already' });
		}
	}
	if (problems.length > 0) throw new RecordRefused('attendance_patterns', problems);
}
