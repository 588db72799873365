/** Words that are written with a capital and name nobody and no place. */
import { dateNames } from '../../language/date-names.ts';

const WORDS = `
	I A An The And But Or So Then Who When Where What Why How He She They It We You My Her His Our Their Your This That These
	Those In On At To If Is Was Will Has Have Had Are Be By For From With Of As Not No Yes Do Does Did Can Could Should Would
	May Also All Any Some Each Every Both Once First Next Last Local After Before During Until Since Because Please
	Today Tomorrow Yesterday Agreed Attend Book Ask Call Check Complete Contact Continue Discuss Find Finish Get Give Go Help
	Join Keep Learn Look Make Meet Open Phone Read Register Ring See Send Set Sign Speak Start Stay Stop Take Talk Tell Text
	Travel Try Update Use Visit Volunteer Walk Work Write Apply Goal Plan Action Actions Session Sessions Review Appointment
	Appointments Meeting Team Service Services Group Groups Programme Support Provision Course Class Programme Line Line's
	Mae Yn Ac Ond Bydd Pan Fy Ei Eu Ein Eich Dy Y Yr Ni Hi Fe Fo Mi Os Pwy Beth Pryd Ble Sut Nod Cam Cynllun Adolygiad Sesiwn
	Gofyn Ffonio Cwrdd Mynd Mynychu Siarad Gweld Cysylltu Ymuno Cadw Dechrau Gorffen Gwneud Trefnu Parhau Ysgrifennu Heddiw
	Yfory Ddoe Cymraeg Gymraeg Nghymraeg Chymraeg Saesneg Cymru Gymru Nghymru Chymru Lloegr Loegr Alban Prydain
	UC GP CV AA NA CA DWP NHS ESA PIP JSA CSCS CBT SMART JCP HMRC HMCTS HMPPS WC PM ID IT TV PC UK
	Jobcentre Plus Universal Credit Gredyd Credyd Cynhwysol Gynhwysol Byd Waith Gwaith Citizens Advice Cyngor Bopeth Narcotics
	Alcoholics Cocaine Gamblers Anonymous Recovery Adferiad Peer Mentor Mentors Mentoring Work Coach Housing Benefit Budd-dal Tai
	Council Probation Healthcare Zoom Teams Skype Excel Word Google Facebook Instagram Snapchat TikTok WhatsApp Twitter Messenger
	English Welsh Scottish Irish British Polish French Spanish Maths Britain England Wales Scotland Ireland Europe
	Christmas Easter Ramadan Eid Diwali Halloween Nadolig Pasg
	Level Step Steps Module Part Week Day Month Year Morning Afternoon Evening Evenings Mornings Male Female Number Page Chapter
`
	.trim()
	.split(/\s+/);

/** As they are written. */
export const NOT_NAMES: readonly string[] = [
	...WORDS,
	...dateNames['en-GB'].weekdays,
	...dateNames['en-GB'].months,
	...dateNames['cy-GB'].weekdays.flatMap((weekday) => weekday.split(' ')),
	...dateNames['cy-GB'].months,
];

const KNOWN: ReadonlySet<string> = new Set(NOT_NAMES);

/** Whether a word with a capital names nobody: `Monday`, `Universal`, or letters in a row (`CSCS`). */
export function isNobody(word: string): boolean {
	const bare = word.replace(/['’]s?$/u, '');
	return KNOWN.has(word) || KNOWN.has(bare) || /^\p{Lu}{2,5}s?$/u.test(bare);
}

/** Source of an expression for a word with a capital that may name somebody. */
export const CAPITAL_WORD = `(?!(?:${NOT_NAMES.join('|')})(?![\\p{L}\\p{N}]))\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*`;
