import type { ReadOfAction } from '../../../domain/journey/plan-confirmation.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { ACTION_WORDS } from '../../shared/pages/action-words.ts';

interface Texts {
	plan: string;
	goal: string;
	actions: string;
	action: Record<ReadOfAction, string>;
	agreed: (day: string) => string;
	not_agreed: string;
	/** To be signed by hand (Table A: wet confirmation). */
	agree: string;
	sign: string[];
	next: string;
	yours: string;
	leaving: string;
	began: string;
	ended: string;
	met: string;
	reached: string;
	done: string;
	open: string;
	none_done: string;
	support: string;
	steps: string;
	no_steps: string;
	share: string;
	consent: string;
	consent_intro: string;
	statement: string;
	version: string;
	found: string;
	no_statement: string;
	rights: string;
	right: string[];
	decided: string;
	decision: string;
	on: string;
	read_in: string;
	read_out: string;
	read_out_lines: string[];
	survey: string;
	survey_intro: string;
	survey_on: (day: string) => string;
	no_questions: string;
	not_answered: string;
	yes: string;
	no: string;
}

/** What stands on paper. Whoever finds it learns of nobody what the service is for, beyond what the person wrote. */
export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		plan: 'My plan',
		goal: 'What I want to reach',
		actions: 'What will be done',
		action: ACTION_WORDS['en-GB'],
		agreed: (day) => `I agreed to this plan on ${day}.`,
		not_agreed: 'This plan has not been agreed to yet.',
		agree:
			'I have read this plan, or it was read to me, and I agree to it. Taking part is my own choice, and I can ask to change the plan at any time.',
		sign: ['My name', 'My signature', 'Date', 'Peer Mentor’s signature'],
		next: 'Our next appointment',
		yours: 'This paper is yours. Keep it where you want it, and show it to whom you want.',
		leaving: 'What I have done, and what comes next',
		began: 'Support began',
		ended: 'Support ended',
		met: 'Times we met',
		reached: 'What I wanted to reach',
		done: 'What was done',
		open: 'What is still to be done',
		none_done: 'Nothing of the plan was ticked off.',
		support: 'Other support',
		steps: 'What comes next',
		no_steps: 'Nothing was written down about what comes next.',
		share:
			'You can show this paper to your Work Coach or to anybody else who supports you. Whether you do is for you to decide.',
		consent: 'What was read out to me, and what I decided',
		consent_intro:
			'Before it is used for the reports to the Department for Work and Pensions, you are told which information that is and why. The statement is read out to you; you say yes or no.',
		statement: 'The statement',
		version: 'Version',
		found: 'Where it is kept',
		no_statement: 'No statement is on record for this contract. Ask the manager for it before it is read out.',
		rights: 'What I can do',
		right: [
			'I can say no. Taking part is my own choice.',
			'I can change my mind at any time. I tell my Peer Mentor, and the information is not used any more.',
			'My support goes on if I say no later, until what is in my plan is done.',
			'I can ask to see everything that is kept about me, and to have it put right or deleted.',
		],
		decided: 'What I decided',
		decision: 'My decision',
		on: 'On',
		read_in: 'Read in',
		read_out: 'To be filled in when it is read out',
		read_out_lines: ['Read out by', 'Date', 'I said (yes or no)'],
		survey: 'How things are for me now',
		survey_intro: 'There are no right or wrong answers.',
		survey_on: (day) => `Answered on ${day}.`,
		no_questions: 'There are no questions on record for this contract.',
		not_answered: 'Not answered',
		yes: 'Yes',
		no: 'No',
	},
	'cy-GB': {
		plan: 'Fy nghynllun',
		goal: 'Beth rwyf am ei gyrraedd',
		actions: 'Beth a wneir',
		action: ACTION_WORDS['cy-GB'],
		agreed: (day) => `Cytunais i’r cynllun hwn ar ${day}.`,
		not_agreed: 'Nid oes neb wedi cytuno i’r cynllun hwn eto.',
		agree:
			'Rwyf wedi darllen y cynllun hwn, neu cafodd ei ddarllen i mi, ac rwy’n cytuno iddo. Fy newis i yw cymryd rhan, a gallaf ofyn am newid y cynllun unrhyw bryd.',
		sign: ['Fy enw', 'Fy llofnod', 'Dyddiad', 'Llofnod y mentor cymheiriaid'],
		next: 'Ein hapwyntiad nesaf',
		yours: 'Eich papur chi yw hwn. Cadwch ef lle y mynnwch, a’i ddangos i bwy bynnag y mynnwch.',
		leaving: 'Beth rwyf wedi’i wneud, a beth sy’n dod nesaf',
		began: 'Dechreuodd y cymorth',
		ended: 'Daeth y cymorth i ben',
		met: 'Sawl gwaith y cyfarfuom',
		reached: 'Beth roeddwn am ei gyrraedd',
		done: 'Beth a wnaed',
		open: 'Beth sydd eto i’w wneud',
		none_done: 'Ni thiciwyd dim o’r cynllun.',
		support: 'Cymorth arall',
		steps: 'Beth sy’n dod nesaf',
		no_steps: 'Ni nodwyd dim am yr hyn sy’n dod nesaf.',
		share:
			'Gallwch ddangos y papur hwn i’ch anogwr gwaith neu i unrhyw un arall sy’n eich cefnogi. Chi sydd i benderfynu a ydych am wneud hynny.',
		consent: 'Beth a ddarllenwyd i mi, a beth a benderfynais',
		consent_intro:
			'Cyn ei defnyddio ar gyfer yr adroddiadau i’r Adran Gwaith a Phensiynau, cewch wybod pa wybodaeth yw honno a pham. Caiff y datganiad ei ddarllen yn uchel i chi; byddwch yn dweud ie neu na.',
		statement: 'Y datganiad',
		version: 'Fersiwn',
		found: 'Lle mae’n cael ei gadw',
		no_statement:
			'Nid oes datganiad ar gofnod ar gyfer y contract hwn. Gofynnwch i’r rheolwr amdano cyn ei ddarllen yn uchel.',
		rights: 'Beth y gallaf ei wneud',
		right: [
			'Gallaf ddweud na. Fy newis i yw cymryd rhan.',
			'Gallaf newid fy meddwl unrhyw bryd. Byddaf yn dweud wrth fy mentor cymheiriaid, ac ni ddefnyddir yr wybodaeth mwyach.',
			'Bydd fy nghymorth yn parhau os dywedaf na yn nes ymlaen, nes bod yr hyn sydd yn fy nghynllun wedi’i wneud.',
			'Gallaf ofyn am weld popeth a gedwir amdanaf, ac am ei gywiro neu ei ddileu.',
		],
		decided: 'Beth a benderfynais',
		decision: 'Fy mhenderfyniad',
		on: 'Ar',
		read_in: 'Darllenwyd yn',
		read_out: 'I’w lenwi pan gaiff ei ddarllen yn uchel',
		read_out_lines: ['Darllenwyd gan', 'Dyddiad', 'Dywedais (ie neu na)'],
		survey: 'Sut mae pethau i mi nawr',
		survey_intro: 'Nid oes atebion cywir nac anghywir.',
		survey_on: (day) => `Atebwyd ar ${day}.`,
		no_questions: 'Nid oes cwestiynau ar gofnod ar gyfer y contract hwn.',
		not_answered: 'Heb ei ateb',
		yes: 'Ie',
		no: 'Na',
	},
};
