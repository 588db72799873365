import type { CalendarDay } from '../calendar/calendar-day.ts';
import { monthsAfter } from '../calendar/months-after.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { movesAcrossDistricts, type DistrictAssignment } from './districts.ts';

/** What is recorded of a Peer Mentor's fitness for the work, and of their supervision. */
export interface MentorFitness {
	lived_experience_attested_on: CalendarDay | null;
	vetting: CodeOf<'vetting_status'> | null;
	employment_basis: CodeOf<'employment_basis'> | null;
	/** Topics that they have been trained in. */
	topics: readonly CodeOf<'training_topic'>[];
	supervisions: readonly { held_on: CalendarDay; next_on: CalendarDay | null }[];
	/** Whether one of their Mentees has asked for Welsh, and they do not say that they work in it. */
	lacks_welsh: boolean;
	/** Where they work, and have worked. */
	assignments: readonly DistrictAssignment[];
}

/** What the specification names that a mentor is trained in (2.17, 2.25); other topics are the Supplier's to add. */
export const TRAINED_IN: readonly CodeOf<'training_topic'>[] = [
	'encouraging_disclosure',
	'traumatic_experiences',
	'keeping_a_distance',
	'complex_needs',
];

/**
 * What a manager still has to see to for a Peer Mentor in post (2.17, 2.25): that they have lived experience, are vetted,
 * trained and paid, are supervised, at the latest on the day that was agreed the last time, and speak Welsh with those who
 * asked for it. A move between Districts that came with a file shows for a year (1.21, C1.4).
 */
export function mentorOutstanding(fitness: MentorFitness, today: CalendarDay): CodeOf<'mentor_outstanding'>[] {
	const { employment_basis: pay, topics, supervisions } = fitness;
	const last = supervisions.toSorted((a, b) => (a.held_on < b.held_on ? -1 : 1)).at(-1);
	const checks: [CodeOf<'mentor_outstanding'>, boolean][] = [
		['lived_experience_missing', fitness.lived_experience_attested_on === null],
		['vetting_missing', fitness.vetting !== 'cleared'],
		['training_missing', !TRAINED_IN.every((topic) => topics.includes(topic))],
		['pay_missing', pay === null || pay === 'unpaid'],
		['supervision_missing', last === undefined || (last.next_on !== null && last.next_on < today)],
		['welsh_missing', fitness.lacks_welsh],
		[
			'moved_across_districts',
			movesAcrossDistricts(fitness.assignments).some(({ begun }) => begun.from > monthsAfter(today, -12)),
		],
	];
	return checks.filter(([, isMissing]) => isMissing).map(([what]) => what);
}
