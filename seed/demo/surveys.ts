/** Invented questions of a Baseline Survey, with answers to them, and what the Buyer asks to see of what was done. */
import {
	addDays,
	monthOf,
	firstDay,
	addMonths,
	lastDay,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { DemoRow } from './records.ts';
import { Random } from './random.ts';

interface DemoQuestion {
	kind: string;
	text_en: string;
	text_cy: string;
	must_answer: boolean;
}

export const DEMO_QUESTIONS: readonly DemoQuestion[] = [
	{
		kind: 'scale',
		text_en: 'How satisfied are you with your life nowadays?',
		text_cy: 'Pa mor fodlon ydych chi ar eich bywyd y dyddiau hyn?',
		must_answer: true,
	},
	{
		kind: 'yes_no',
		text_en: 'Have you been in work in the last twelve months?',
		text_cy: 'A ydych chi wedi bod mewn gwaith yn y deuddeg mis diwethaf?',
		must_answer: true,
	},
	{
		kind: 'scale',
		text_en: 'How confident are you that you could start work, training or volunteering?',
		text_cy: 'Pa mor hyderus ydych chi y gallech ddechrau gwaith, hyfforddiant neu wirfoddoli?',
		must_answer: true,
	},
	{
		kind: 'text',
		text_en: 'What would help you most?',
		text_cy: 'Beth fyddai’n eich helpu fwyaf?',
		must_answer: false,
	},
];

/** What somebody answered, by the key of each question in the order of {@link DEMO_QUESTIONS}. */
export function demoSurveyAnswers(questions: readonly string[], number: number): Record<string, unknown> {
	const random = new Random(91, number);
	const values = [random.between(2, 7), random.chance(0.3), random.between(1, 8), undefined];
	return Object.fromEntries(
		questions.flatMap((id, index) => (values[index] === undefined ? [] : [[id, values[index]]])),
	);
}

/** The Buyer’s requests of the last two months that are over: sessions, answered; and plans, still to be answered (3.10). */
export function demoSampleRequests(today: CalendarDay): DemoRow[] {
	const of = (back: number) => {
		const month = addMonths(monthOf(today), -back);
		return { from_on: firstDay(month), until_on: lastDay(month) };
	};
	const [sessions, plans] = [of(2), of(1)];
	return [
		{
			...sessions,
			activity: 'session',
			size: 3,
			requested_on: addDays(sessions.until_on, 3),
			answered_on: addDays(sessions.until_on, 10),
		},
		{ ...plans, activity: 'smart_action_plan', size: 2, requested_on: addDays(plans.until_on, 1) },
	];
}
