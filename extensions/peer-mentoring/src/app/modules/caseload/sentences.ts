import { daysBetween, type CalendarDay } from '../../../domain/calendar-day.ts';
import type { ClockServiceLevel } from '../../../domain/clocks.ts';
import type { Language } from '../../../domain/messages.ts';
import { daysText, weekdayNear } from '../../shared/date-names.ts';
import type { ToDo } from './to-dos.ts';

/** What there is to do, about whom and by when, as a Peer Mentor would say it. Days are calendar days. */
export function sentenceOf(toDo: ToDo, today: CalendarDay, language: Language): string {
	const about = ABOUT[toDo.what][language](toDo.name);
	return toDo.due_on === null ? `${about}.` : `${about}: ${whenText(toDo.due_on, today, language)}.`;
}

function whenText(due: CalendarDay, today: CalendarDay, language: Language): string {
	const texts = WHEN[language];
	const left = daysBetween(today, due);
	const day = weekdayNear(due, today, language);
	if (left < 0) return texts.late(daysText(-left, language), day);
	if (left === 0) return texts.today(day);
	return left === 1 ? texts.tomorrow(day) : texts.later(daysText(left, language), day);
}

const WHEN = {
	'en-GB': {
		late: (days: string, day: string) => `${days} late, due on ${day}`,
		today: (day: string) => `due today, ${day}`,
		tomorrow: (day: string) => `due tomorrow, ${day}`,
		later: (days: string, day: string) => `due in ${days}, on ${day}`,
	},
	'cy-GB': {
		late: (days: string, day: string) => `${days} yn hwyr, y dyddiad cau oedd ${day}`,
		today: (day: string) => `heddiw yw’r dyddiad cau, ${day}`,
		tomorrow: (day: string) => `yfory yw’r dyddiad cau, ${day}`,
		later: (days: string, day: string) => `ymhen ${days}, y dyddiad cau yw ${day}`,
	},
};

const ABOUT: Record<ClockServiceLevel, Record<Language, (name: string) => string>> = {
	initial_meeting: {
		'en-GB': (name) => `Initial meeting with ${name}`,
		'cy-GB': (name) => `Cyfarfod cychwynnol ${withName(name)}`,
	},
	diagnostic_interview: {
		'en-GB': (name) => `Diagnostic Interview with ${name}`,
		'cy-GB': (name) => `Cyfweliad diagnostig ${withName(name)}`,
	},
	smart_action_plan: {
		'en-GB': (name) => `SMART Action Plan with ${name}`,
		'cy-GB': (name) => `Cynllun gweithredu SMART ${withName(name)}`,
	},
	four_sessions: {
		'en-GB': (name) => `First four sessions with ${name}`,
		'cy-GB': (name) => `Y 4 sesiwn gyntaf ${withName(name)}`,
	},
	baseline_survey: {
		'en-GB': (name) => `Baseline Survey with ${name}`,
		'cy-GB': (name) => `Arolwg gwaelodlin ${withName(name)}`,
	},
};

/** `gyda Gwen`, `gydag Anna`: Welsh says *gydag* before a vowel; `w`, and `i` before a vowel, begin a name as consonants. */
export function withName(name: string): string {
	const plain = name.normalize('NFD');
	const vowel = /^[aeouy]/i.test(plain) || /^i(?![\u0300-\u036f]*[aeouwy])/i.test(plain);
	return `${vowel ? 'gydag' : 'gyda'} ${name}`;
}
