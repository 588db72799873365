import type { Language } from '../../../domain/language/messages.ts';
import type { FteBelow, Slip, Waiting } from './answer.ts';

type Counted<Name extends string> = Record<Name, (count: number) => string>;
interface Days {
	/** Nothing where it is so today. */
	from: string | undefined;
	/** Nothing where it goes on. */
	to: string | undefined;
}

/** `1 Mentee`, `2 Mentees`. */
const of = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const MANAGER_TEXTS = {
	'en-GB': {
		add_referral: 'Add a referral',
		hand_over: 'When a mentor leaves',
		slipping: 'What slips',
		nothing_slips: 'Nothing is overdue, and nothing is due this week.',
		slips: {
			overdue: (count) => `${of(count, 'due date')} ${count === 1 ? 'has' : 'have'} passed with nothing done`,
			due_this_week: (count) => `${of(count, 'due date')} ${count === 1 ? 'falls' : 'fall'} in the next seven days`,
			not_met: (count) =>
				`${of(count, 'Mentee')} ${count === 1 ? 'has' : 'have'} not been met for as long as makes a Dropout (five weeks)`,
			no_appointment: (count) => `${of(count, 'Mentee')} ${count === 1 ? 'has' : 'have'} no next appointment`,
		} satisfies Counted<Slip>,
		columns: {
			overdue: 'Overdue',
			due_this_week: 'Next seven days',
			not_met: 'Not met for five weeks',
			no_appointment: 'No next appointment',
		} satisfies Record<Slip, string>,
		waits: 'What waits for an answer',
		nothing_waits: 'Nothing waits for an answer.',
		waiting: {
			without_mentor: (count) => `${of(count, 'referral')} ${count === 1 ? 'has' : 'have'} no Peer Mentor yet`,
			without_welsh: (count) =>
				`${of(count, 'Mentee')} asked for Welsh and ${count === 1 ? 'has' : 'have'} no mentor who works in it`,
			safeguarding_open: (count) => `${of(count, 'safeguarding concern')} ${count === 1 ? 'is' : 'are'} open`,
			complaints_open: (count) => `${of(count, 'complaint')} ${count === 1 ? 'waits' : 'wait'} for an answer`,
			plans_to_write: (count) =>
				`${of(count, 'Performance Improvement Plan')} ${count === 1 ? 'is' : 'are'} to be written`,
			requests_open: (count) => `${of(count, 'request')} for information ${count === 1 ? 'is' : 'are'} to be answered`,
		} satisfies Counted<Waiting>,
		fte: 'FTE below the minimum, today and in the next 90 days',
		enough_fte: 'Every area has its minimum FTE, today and in the next 90 days.',
		below: ({ reference, cpa, district, fte_in_post, minimum }: FteBelow, { from, to }: Days) =>
			`${reference}, CPA ${cpa} (${district}): ${fte_in_post} of at least ${minimum} FTE ${from ? `from ${from}` : 'today'}${to ? `, until ${to}` : ''}`,
		mentors: 'Peer Mentors',
		mentors_complete: 'Nothing is missing of any Peer Mentor, and nobody leaves with Mentees to hand over.',
		incomplete: (count: number, kinds: string) => `Something is missing of ${of(count, 'Peer Mentor')}: ${kinds}`,
		leaving: (name: string, day: string, mentees: number) =>
			`${name} leaves on ${day} and holds ${of(mentees, 'Mentee')}: hand them over`,
		away: (name: string, mentees: number, { from, to }: Days) =>
			`${name} is away ${from ? `from ${from}` : 'now'}${to ? ` until ${to}` : ''}: what falls due for ${of(mentees, 'Mentee')} is told to you`,
		by_mentor: 'By Peer Mentor',
		by_area: 'By area',
		mentor: 'Peer Mentor',
		area: 'Area',
		nobody: 'Nobody, or a mentor without an account',
		no_area: 'The contract itself',
		cpa: (cpa: number) => `CPA ${cpa}`,
	},
	'cy-GB': {
		add_referral: 'Ychwanegu atgyfeiriad',
		hand_over: 'Pan fydd mentor yn gadael',
		slipping: 'Beth sy’n llithro',
		nothing_slips: 'Does dim yn hwyr, a does dim i’w wneud yr wythnos hon.',
		slips: {
			overdue: (count) => `Dyddiadau cau a aeth heibio heb wneud dim: ${count}`,
			due_this_week: (count) => `Dyddiadau cau yn y saith diwrnod nesaf: ${count}`,
			not_met: (count) => `Mentoreion na chafwyd cyfarfod â nhw ers pum wythnos, sef amser ymddieithrio: ${count}`,
			no_appointment: (count) => `Mentoreion heb apwyntiad nesaf: ${count}`,
		} satisfies Counted<Slip>,
		columns: {
			overdue: 'Yn hwyr',
			due_this_week: 'Y saith diwrnod nesaf',
			not_met: 'Heb gyfarfod ers pum wythnos',
			no_appointment: 'Dim apwyntiad nesaf',
		} satisfies Record<Slip, string>,
		waits: 'Beth sy’n aros am ateb',
		nothing_waits: 'Does dim yn aros am ateb.',
		waiting: {
			without_mentor: (count) => `Atgyfeiriadau heb fentor cymheiriaid eto: ${count}`,
			without_welsh: (count) => `Mentoreion a ofynnodd am y Gymraeg, heb fentor sy’n gweithio ynddi: ${count}`,
			safeguarding_open: (count) => `Pryderon diogelu sy’n agored: ${count}`,
			complaints_open: (count) => `Cwynion sy’n aros am ateb: ${count}`,
			plans_to_write: (count) => `Cynlluniau gwella perfformiad i’w hysgrifennu: ${count}`,
			requests_open: (count) => `Ceisiadau am wybodaeth i’w hateb: ${count}`,
		} satisfies Counted<Waiting>,
		fte: 'CALl o dan yr isafswm, heddiw ac yn y 90 diwrnod nesaf',
		enough_fte: 'Mae gan bob ardal ei hisafswm CALl, heddiw ac yn y 90 diwrnod nesaf.',
		below: ({ reference, cpa, district, fte_in_post, minimum }: FteBelow, { from, to }: Days) =>
			`${reference}, CPA ${cpa} (${district}): ${fte_in_post} CALl o isafswm o ${minimum} ${from ? `o ${from}` : 'heddiw'}${to ? `, tan ${to}` : ''}`,
		mentors: 'Mentoriaid cymheiriaid',
		mentors_complete:
			'Does dim ar goll am unrhyw fentor cymheiriaid, a does neb yn gadael â mentoreion i’w trosglwyddo.',
		incomplete: (count: number, kinds: string) => `Mentoriaid cymheiriaid â rhywbeth ar goll: ${count}. ${kinds}`,
		leaving: (name: string, day: string, mentees: number) =>
			`Mae ${name} yn gadael ${day}. Mentoreion i’w trosglwyddo: ${mentees}`,
		away: (name: string, mentees: number, { from, to }: Days) =>
			`Mae ${name} i ffwrdd ${from ? `o ${from}` : 'nawr'}${to ? ` tan ${to}` : ''}: chi sy’n cael gwybod beth sy’n ddyledus. Mentoreion: ${mentees}`,
		by_mentor: 'Fesul mentor cymheiriaid',
		by_area: 'Fesul ardal',
		mentor: 'Mentor cymheiriaid',
		area: 'Ardal',
		nobody: 'Neb, neu fentor heb gyfrif',
		no_area: 'Y contract ei hun',
		cpa: (cpa: number) => `CPA ${cpa}`,
	},
} satisfies Record<Language, object>;
