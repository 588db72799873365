import { daysBetween, type CalendarDay } from '../../calendar/calendar-day.ts';
import type { Language } from '../../language/text.ts';
import { daysText, weekdayNear } from '../../calendar/days-in-words.ts';
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

const ABOUT: Record<ToDo['what'], Record<Language, (name: string) => string>> = {
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
	survey_six_months: {
		'en-GB': (name) => `Survey at six months with ${name}`,
		'cy-GB': (name) => `Arolwg ar ôl chwe mis ${withName(name)}`,
	},
	survey_twelve_months: {
		'en-GB': (name) => `Survey at twelve months with ${name}`,
		'cy-GB': (name) => `Arolwg ar ôl deuddeg mis ${withName(name)}`,
	},
	nino_missing: {
		'en-GB': (name) => `Add the National Insurance number of ${name}`,
		'cy-GB': (name) => `Ychwanegu rhif Yswiriant Gwladol ${name}`,
	},
	customer_notice_missing: {
		'en-GB': (name) => `Tell ${name} how DWP now uses their data`,
		'cy-GB': (name) => `Dweud sut y mae DWP bellach yn defnyddio data ${name}`,
	},
	consent_missing: {
		'en-GB': (name) => `Record the consent of ${name}`,
		'cy-GB': (name) => `Cofnodi cydsyniad ${name}`,
	},
	result_not_told: {
		'en-GB': (name) => `Tell whoever referred ${name} the result`,
		'cy-GB': (name) => `Dweud y canlyniad wrth yr atgyfeiriwr: ${name}`,
	},
	jobcentre_not_told_of_start: {
		'en-GB': (name) => `Tell the Jobcentre contact that ${name} takes part`,
		'cy-GB': (name) => `Dweud wrth gyswllt y Ganolfan Byd Gwaith fod ${name} yn cymryd rhan`,
	},
	jobcentre_not_told_of_end: {
		'en-GB': (name) => `Tell the Jobcentre contact that ${name} has left`,
		'cy-GB': (name) => `Dweud wrth gyswllt y Ganolfan Byd Gwaith fod ${name} wedi gadael`,
	},
	analysts_not_told_of_contact: {
		'en-GB': (name) => `Tell the analysts the new contact details of ${name}`,
		'cy-GB': (name) => `Dweud manylion cyswllt newydd ${name} wrth y dadansoddwyr`,
	},
	meeting_incomplete: {
		'en-GB': (name) => `Complete the initial meeting with ${name}: eligibility or what you explained is missing`,
		'cy-GB': (name) =>
			`Cwblhau’r cyfarfod cychwynnol ${withName(name)}: mae cymhwystra neu’r hyn a esboniwyd gennych ar goll`,
	},
	interview_incomplete: {
		'en-GB': (name) => `Complete the Diagnostic Interview with ${name}: answers or the complaints process are missing`,
		'cy-GB': (name) => `Cwblhau’r cyfweliad diagnostig ${withName(name)}: mae atebion neu’r broses gwyno ar goll`,
	},
	plan_not_on_record: {
		'en-GB': (name) => `Write down the plan agreed with ${name}: goal and actions`,
		'cy-GB': (name) => `Nodi’r cynllun y cytunwyd arno ${withName(name)}: nod a chamau`,
	},
	review_not_documented: {
		'en-GB': (name) => `Say what was reviewed of the plan with ${name}`,
		'cy-GB': (name) => `Nodi’r hyn a adolygwyd o’r cynllun ${withName(name)}`,
	},
	plan_change_asked: {
		'en-GB': (name) => `Talk with ${name} about the change to the plan that they asked for`,
		'cy-GB': (name) => `Trafod ${withName(name)} y newid i’r cynllun y gofynnwyd amdano`,
	},
	disclosure_missing: {
		'en-GB': (name) => `Record whether ${name} has disclosed the dependency`,
		'cy-GB': (name) => `Cofnodi a yw ${name} wedi datgelu’r ddibyniaeth`,
	},
	digital_share_reached: {
		'en-GB': (name) => `Meet ${name} face to face next: a digital session would pass the limit`,
		'cy-GB': (name) => `Cwrdd wyneb yn wyneb ${withName(name)} nesaf: byddai sesiwn ddigidol yn mynd dros y terfyn`,
	},
	dropout_due: {
		'en-GB': (name) => `No session with ${name} for a long time: confirm the Dropout, or book one`,
		'cy-GB': (name) => `Dim sesiwn ${withName(name)} ers amser hir: cadarnhau’r ymddieithrio, neu drefnu un`,
	},
	leaving_unfinished: {
		'en-GB': (name) => `Finish the record of the end of support for ${name}`,
		'cy-GB': (name) => `Cwblhau’r cofnod o ddiwedd cymorth ${name}`,
	},
};

/** `gyda Gwen`, `gydag Anna`: Welsh says *gydag* before a vowel; `w`, and `i` before a vowel, begin a name as consonants. */
export function withName(name: string): string {
	const plain = name.normalize('NFD');
	const vowel = /^[aeouy]/i.test(plain) || /^i(?![\u0300-\u036f]*[aeouwy])/i.test(plain);
	return `${vowel ? 'gydag' : 'gyda'} ${name}`;
}
