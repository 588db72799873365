import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	mentorOutstanding,
	TRAINED_IN,
	type MentorFitness,
} from '../../../extensions/peer-mentoring/src/domain/people/mentor-outstanding.ts';

const FIT: MentorFitness = {
	lived_experience_attested_on: day('2024-01-08'),
	vetting: 'cleared',
	employment_basis: 'paid_employee',
	topics: [...TRAINED_IN],
	supervisions: [{ held_on: day('2024-02-05'), next_on: day('2024-03-04') }],
	lacks_welsh: false,
	assignments: [],
};
const missing = (change: Partial<MentorFitness>) => mentorOutstanding({ ...FIT, ...change }, day('2024-03-04'));

describe('what a manager has to see to for a Peer Mentor (2.17, 2.25)', () => {
	test.each<[string, Partial<MentorFitness>, string[]]>([
		['nothing, of one who is fit, trained, paid and supervised', {}, []],
		['nothing, of one who is paid in another way', { employment_basis: 'paid_otherwise' }, []],
		[
			'nothing, where no next session was agreed',
			{ supervisions: [{ held_on: day('2024-02-05'), next_on: null }] },
			[],
		],
		['lived experience', { lived_experience_attested_on: null }, ['lived_experience_missing']],
		['vetting that nobody has begun', { vetting: null }, ['vetting_missing']],
		['vetting in progress', { vetting: 'in_progress' }, ['vetting_missing']],
		['vetting that was not passed', { vetting: 'not_cleared' }, ['vetting_missing']],
		['pay that is not recorded', { employment_basis: null }, ['pay_missing']],
		['pay that is not paid', { employment_basis: 'unpaid' }, ['pay_missing']],
		['a first session of supervision', { supervisions: [] }, ['supervision_missing']],
		[
			'the session that was agreed for a day that is over, whatever was agreed before',
			{
				supervisions: [
					{ held_on: day('2024-02-05'), next_on: day('2024-03-01') },
					{ held_on: day('2024-01-08'), next_on: day('2024-04-01') },
				],
			},
			['supervision_missing'],
		],
		['Welsh, of one whose Mentee asked for it', { lacks_welsh: true }, ['welsh_missing']],
		['a move between Districts, within a year', { assignments: moved('2023-05-01') }, ['moved_across_districts']],
		['nothing, of a move longer ago', { assignments: moved('2023-02-01') }, []],
		['everything, of somebody new', nobody(), everything()],
	])('%s', (_, change, expected) => expect(missing(change)).toEqual(expected));

	test.each(TRAINED_IN)('training in %s', (topic) => {
		expect(missing({ topics: TRAINED_IN.filter((each) => each !== topic) })).toEqual(['training_missing']);
	});
});

function nobody(): MentorFitness {
	const nothing = { lived_experience_attested_on: null, vetting: null, employment_basis: null };
	return { ...nothing, topics: [], supervisions: [], lacks_welsh: false, assignments: [] };
}

function everything(): string[] {
	return ['lived_experience_missing', 'vetting_missing', 'training_missing', 'pay_missing', 'supervision_missing'];
}

function moved(from: string): MentorFitness['assignments'] {
	const left = { district: 'North Wales', from: day('2023-01-09'), to: addDays(day(from), -1) };
	return [left, { district: 'North West England', from: day(from), to: null }];
}
