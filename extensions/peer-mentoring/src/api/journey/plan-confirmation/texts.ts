import type { AnswerProblem, ReadOfAction } from '../../../domain/journey/plan-confirmation.ts';
import type { Language } from '../../../domain/language/messages.ts';
import type { Notices } from '../../shared/pages/refusals.ts';
import { ACTION_WORDS } from '../../shared/pages/action-words.ts';

interface Texts {
	title: string;
	intro: string;
	goal: string;
	actions: string;
	action: Record<ReadOfAction, string>;
	decide: string;
	/** What somebody agrees to; kept with the answer. */
	wording: string;
	agree: string;
	change: string;
	change_hint: string;
	ask: string;
	problem: string;
	error: string;
	agreed: string;
	agreed_more: string;
	asked: string;
	asked_more: string;
	over: string;
	problems: Record<AnswerProblem, string>;
	notices: Notices;
}

/** Plain words: they are read on a phone, by people who have not met any of our own. */
export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		title: 'Your plan',
		intro: 'Your Peer Mentor has written down what you talked about. Please read it and say whether it is right.',
		goal: 'What you want to reach',
		actions: 'What will be done',
		action: ACTION_WORDS['en-GB'],
		decide: 'Is this your plan?',
		wording:
			'I have read this plan and I agree to it. Taking part is my own choice, and I can ask to change the plan at any time.',
		agree: 'I agree to this plan',
		change: 'Would you like something changed?',
		change_hint: 'Write it in your own words. Your Peer Mentor will read it and talk to you.',
		ask: 'Ask for this change',
		problem: 'There is a problem',
		error: 'Error:',
		agreed: 'Thank you. You have agreed to your plan.',
		agreed_more:
			'Your Peer Mentor can see that you have agreed. You can still ask them to change the plan at any time.',
		asked: 'Thank you. Your Peer Mentor will read what you wrote.',
		asked_more: 'They will talk to you about the change. Nothing has been agreed yet.',
		over: 'You can close this page now. The link does not work any more.',
		problems: {
			answer_missing: 'Say whether you agree to the plan or would like something changed.',
			change_missing: 'Write down what you would like to change.',
			change_too_long: 'Write 2,000 characters or fewer.',
			change_not_text: 'Write the change in ordinary letters.',
		},
		notices: {
			link: {
				title: 'This link does not work',
				text: 'It may have been used already: if you have answered, there is nothing more to do. It may also be too old, or not whole. Ask your Peer Mentor for a new one.',
			},
			changed: {
				title: 'Your plan has changed',
				text: 'It was changed after this link was made, so this link does not show it. Ask your Peer Mentor for a new one.',
			},
			not_now: {
				title: 'This plan cannot be agreed to yet',
				text: 'Something on record has to be put right first. Nothing was saved. Please tell your Peer Mentor.',
			},
			too_many: {
				title: 'Too many attempts',
				text: 'Too many links that do not exist were tried from here. Wait an hour, or ask your Peer Mentor.',
			},
			too_large: { title: 'That was too long', text: 'What you wrote is too long. Go back and shorten it.' },
			media_type: {
				title: 'That could not be read',
				text: 'Send the form as it is on the page, or as JSON.',
			},
			failed: {
				title: 'Sorry, something went wrong',
				text: 'Your answer was not saved. Open the link again later, or ask your Peer Mentor.',
			},
		},
	},
	'cy-GB': {
		title: 'Eich cynllun',
		intro:
			'Mae eich mentor cymheiriaid wedi ysgrifennu’r hyn y buoch yn siarad amdano. Darllenwch ef a dywedwch a yw’n iawn.',
		goal: 'Beth rydych am ei gyrraedd',
		actions: 'Beth a wneir',
		action: ACTION_WORDS['cy-GB'],
		decide: 'Ai hwn yw eich cynllun chi?',
		wording:
			'Rwyf wedi darllen y cynllun hwn ac rwy’n cytuno iddo. Fy newis i yw cymryd rhan, a gallaf ofyn am newid y cynllun unrhyw bryd.',
		agree: 'Rwy’n cytuno i’r cynllun hwn',
		change: 'Hoffech chi newid rhywbeth?',
		change_hint:
			'Ysgrifennwch yn eich geiriau eich hun. Bydd eich mentor cymheiriaid yn ei ddarllen ac yn siarad â chi.',
		ask: 'Gofyn am y newid hwn',
		problem: 'Mae problem',
		error: 'Gwall:',
		agreed: 'Diolch. Rydych wedi cytuno i’ch cynllun.',
		agreed_more:
			'Gall eich mentor cymheiriaid weld eich bod wedi cytuno. Gallwch ofyn iddo o hyd am newid y cynllun unrhyw bryd.',
		asked: 'Diolch. Bydd eich mentor cymheiriaid yn darllen yr hyn a ysgrifennoch.',
		asked_more: 'Bydd yn siarad â chi am y newid. Nid oes dim wedi’i gytuno eto.',
		over: 'Gallwch gau’r dudalen hon nawr. Nid yw’r ddolen yn gweithio mwyach.',
		problems: {
			answer_missing: 'Dywedwch a ydych yn cytuno i’r cynllun neu’n dymuno newid rhywbeth.',
			change_missing: 'Ysgrifennwch beth yr hoffech ei newid.',
			change_too_long: 'Ysgrifennwch 2,000 o nodau neu lai.',
			change_not_text: 'Ysgrifennwch y newid mewn llythrennau cyffredin.',
		},
		notices: {
			link: {
				title: 'Nid yw’r ddolen hon yn gweithio',
				text: 'Efallai ei bod wedi’i defnyddio’n barod: os ydych wedi ateb, nid oes dim mwy i’w wneud. Efallai hefyd ei bod yn rhy hen, neu nad yw’n gyfan. Gofynnwch i’ch mentor cymheiriaid am un newydd.',
			},
			changed: {
				title: 'Mae eich cynllun wedi newid',
				text: 'Cafodd ei newid ar ôl creu’r ddolen hon, felly nid yw’r ddolen yn ei ddangos. Gofynnwch i’ch mentor cymheiriaid am un newydd.',
			},
			not_now: {
				title: 'Ni ellir cytuno i’r cynllun hwn eto',
				text: 'Mae angen cywiro rhywbeth ar y cofnod yn gyntaf. Ni chadwyd dim. Rhowch wybod i’ch mentor cymheiriaid.',
			},
			too_many: {
				title: 'Gormod o gynigion',
				text: 'Rhoddwyd cynnig ar ormod o ddolenni nad ydynt yn bod oddi yma. Arhoswch awr, neu gofynnwch i’ch mentor cymheiriaid.',
			},
			too_large: {
				title: 'Roedd hynny’n rhy hir',
				text: 'Mae’r hyn a ysgrifennoch yn rhy hir. Ewch yn ôl a’i fyrhau.',
			},
			media_type: {
				title: 'Nid oedd modd darllen hynny',
				text: 'Anfonwch y ffurflen fel y mae ar y dudalen, neu fel JSON.',
			},
			failed: {
				title: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
				text: 'Ni chadwyd eich ateb. Agorwch y ddolen eto’n nes ymlaen, neu gofynnwch i’ch mentor cymheiriaid.',
			},
		},
	},
};

interface Letter {
	subject: string;
	text: (url: string, until: string) => string;
}

/** What is copied or sent to the Mentee: it does not say what the service is, nor who they are. */
export const LETTER: Record<Language, Letter> = {
	'en-GB': {
		subject: 'Something to read and confirm',
		text: (url, until) =>
			`What we agreed is written down. Please read it and say whether it is right: ${url}\n\nThe link works once, until ${until}. It is for you alone: please do not pass it on.`,
	},
	'cy-GB': {
		subject: 'Rhywbeth i’w ddarllen a’i gadarnhau',
		text: (url, until) =>
			`Mae’r hyn y cytunwyd arno wedi’i ysgrifennu. Darllenwch ef a dywedwch a yw’n iawn: ${url}\n\nMae’r ddolen yn gweithio unwaith, tan ${until}. I chi yn unig y mae: peidiwch â’i rhannu.`,
	},
};

/** What the Peer Mentor is told when somebody has answered; nobody is named. */
export const TOLD: Record<Language, Record<'agreed' | 'change_asked', string>> = {
	'en-GB': {
		agreed: 'A plan was agreed to by its link',
		change_asked: 'A change to a plan was asked for by its link',
	},
	'cy-GB': {
		agreed: 'Cytunwyd i gynllun drwy ei ddolen',
		change_asked: 'Gofynnwyd am newid i gynllun drwy ei ddolen',
	},
};
