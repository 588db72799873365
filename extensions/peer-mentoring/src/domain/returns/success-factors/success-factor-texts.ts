import type { Term, Terms } from '../../contract/terms.ts';
import { numberInWords } from '../../language/in-words.ts';
import type { Language } from '../../language/messages.ts';

type Texts = Record<Language, string>;

/** What each figure counts, in words; terms of the contract by name. 'Started' means within the days asked for; what followed is judged on the last of them. */
export const FIGURE_TEXTS = {
	fte_days: {
		'en-GB': 'Days after the Implementation Period on which the minimum FTE was in post',
		'cy-GB': 'Diwrnodau ar ôl y cyfnod gweithredu pan oedd yr isafswm CALl mewn swydd',
	},
	mentors_trained: {
		'en-GB': 'Peer Mentors in post with training recorded',
		'cy-GB': 'Mentoriaid cymheiriaid mewn swydd â hyfforddiant wedi’i gofnodi',
	},
	mentees_per_fte: {
		'en-GB': 'Mentees met in the twelve months to the last day, for each FTE in post on average',
		'cy-GB':
			'Mentoreion y cwrddwyd â nhw yn y deuddeg mis hyd at y diwrnod olaf, am bob CALl mewn swydd ar gyfartaledd',
	},
	diagnostic_interviews: {
		'en-GB': 'Mentees who started and had a Diagnostic Interview',
		'cy-GB': 'Mentoreion a ddechreuodd ac a gafodd gyfweliad diagnostig',
	},
	action_plans: {
		'en-GB': 'Mentees who started and agreed a SMART Action Plan with evidence',
		'cy-GB': 'Mentoreion a ddechreuodd ac a gytunodd ar gynllun gweithredu SMART â thystiolaeth',
	},
	interview_and_plan: {
		'en-GB': 'Mentees who started and had both',
		'cy-GB': 'Mentoreion a ddechreuodd ac a gafodd y ddau',
	},
	four_sessions: {
		'en-GB': 'Mentees who started and attended at least {first_sessions} sessions',
		'cy-GB': 'Mentoreion a ddechreuodd ac a ddaeth i o leiaf {first_sessions} sesiwn',
	},
	eight_sessions: {
		'en-GB': 'Mentees who started and attended at least {minimum_sessions} sessions',
		'cy-GB': 'Mentoreion a ddechreuodd ac a ddaeth i o leiaf {minimum_sessions} sesiwn',
	},
	treatment: {
		'en-GB': 'Mentees who started and entered treatment',
		'cy-GB': 'Mentoreion a ddechreuodd ac a aeth i driniaeth',
	},
	work_related: {
		'en-GB': 'Mentees who started and entered training, volunteering, education, work or a programme of the Buyer’s',
		'cy-GB':
			'Mentoreion a ddechreuodd ac a aeth i hyfforddiant, gwirfoddoli, addysg, gwaith neu un o raglenni’r Prynwr',
	},
	other_services: {
		'en-GB': 'Mentees who started and took up another support service',
		'cy-GB': 'Mentoreion a ddechreuodd ac a fanteisiodd ar wasanaeth cymorth arall',
	},
	disclosed_after_joining: {
		'en-GB': 'Mentees who started and disclosed to Jobcentre Plus after joining',
		'cy-GB': 'Mentoreion a ddechreuodd ac a ddatgelodd i’r Ganolfan Byd Gwaith ar ôl ymuno',
	},
	upskilling_sessions: {
		'en-GB': 'Upskilling sessions held with Jobcentre Plus staff',
		'cy-GB': 'Sesiynau uwchsgilio a gynhaliwyd gyda staff y Ganolfan Byd Gwaith',
	},
	upskilling_attendees: {
		'en-GB': 'Attendances of staff at those sessions',
		'cy-GB': 'Presenoldeb staff yn y sesiynau hynny',
	},
	offices_upskilled: {
		'en-GB': 'Jobcentre Plus offices of the area with such a session',
		'cy-GB': 'Swyddfeydd y Ganolfan Byd Gwaith yn yr ardal a gafodd sesiwn o’r fath',
	},
	baseline_surveys: {
		'en-GB': 'Mentees who started and completed the Baseline Survey',
		'cy-GB': 'Mentoreion a ddechreuodd ac a gwblhaodd yr arolwg gwaelodlin',
	},
	mentor_interviews: {
		'en-GB': 'Peer Mentors in post who have taken part in both interviews',
		'cy-GB': 'Mentoriaid cymheiriaid mewn swydd sydd wedi cymryd rhan yn y ddau gyfweliad',
	},
	supplier_interviews: {
		'en-GB': 'Interviews with other representatives of the Supplier',
		'cy-GB': 'Cyfweliadau gyda chynrychiolwyr eraill y cyflenwr',
	},
	focus_groups: {
		'en-GB': 'Focus groups taken part in',
		'cy-GB': 'Grwpiau ffocws y cymerwyd rhan ynddynt',
	},
} as const satisfies Record<string, Texts>;

/** What a figure counts under the terms of a contract. */
export function figureText(figure: keyof typeof FIGURE_TEXTS, terms: Terms): Texts {
	const { 'en-GB': en, 'cy-GB': cy } = FIGURE_TEXTS[figure];
	const number = (name: string) => terms[name as Term];
	return {
		'en-GB': en.replace(/\{(\w+)\}/, (_, name: string) => numberInWords(number(name))),
		'cy-GB': cy.replace(/\{(\w+)\}/, (_, name: string) => String(number(name))),
	};
}

/** Why a factor is not measured here, or not wholly, by its code. */
export const REASONS: Readonly<Record<string, Texts>> = {
	sf6: {
		'en-GB':
			'Not measured here: what Mentees answer in the Pre-Post Participant Surveys goes to the Buyer’s analysts and is not held on this platform (1.26, 1.27).',
		'cy-GB':
			'Nid yw’n cael ei fesur yma: mae atebion mentoreion i’r arolygon cyn ac ar ôl yn mynd at ddadansoddwyr y Prynwr, ac nid ydynt yn cael eu cadw ar y platfform hwn (1.26, 1.27).',
	},
	sf7: {
		'en-GB':
			'Not measured here: trust is asked about in the Evaluation’s surveys and interviews, whose answers this platform does not hold (1.24).',
		'cy-GB':
			'Nid yw’n cael ei fesur yma: holir am ymddiriedaeth yn arolygon a chyfweliadau’r Gwerthusiad, ac nid yw’r platfform hwn yn cadw’r atebion (1.24).',
	},
	sf9: {
		'en-GB':
			'Partly measured: the sessions held and who came are counted; whether staff are equipped afterwards is for the Evaluation to find (1.24).',
		'cy-GB':
			'Wedi’i fesur yn rhannol: cyfrifir y sesiynau a gynhaliwyd a’r presenoldeb; mater i’r Gwerthusiad yw canfod a yw staff yn barod wedyn (1.24).',
	},
	sf10: {
		'en-GB':
			'Partly measured: surveys, interviews and focus groups are counted; whether the Supplier engages fully is the Buyer’s to judge (1.28).',
		'cy-GB':
			'Wedi’i fesur yn rhannol: cyfrifir arolygon, cyfweliadau a grwpiau ffocws; y Prynwr sydd i farnu a yw’r cyflenwr yn ymgysylltu’n llawn (1.28).',
	},
};
