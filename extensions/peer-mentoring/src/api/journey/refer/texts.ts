import type { Language } from '../../../domain/language/messages.ts';
import type { FormField } from '../../../domain/journey/referral-form.ts';
import type { Notices } from '../../shared/pages/refusals.ts';

export interface Texts {
	title: string;
	intro: string;
	least: string;
	organisation: string;
	office: string;
	area: string;
	you: string;
	person: string;
	optional: string;
	choose: string;
	labels: Record<FormField, string>;
	hints: Partial<Record<FormField, string>>;
	permission: string;
	leaveEmpty: string;
	send: string;
	problem: string;
	error: string;
	received: string;
	reference: string;
	yourReference: string;
	quote: string;
	nextTitle: string;
	next: string;
	another: string;
	form: string;
	results: string;
	resultsIntro: string;
	resultsEmpty: string;
	receivedOn: string;
	result: string;
	arranging: string;
	toldOn: (day: string) => string;
	signIn: string;
	refusals: Notices;
}

export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		title: 'Refer someone to a Peer Mentor',
		intro:
			'Peer Mentors support people who depend on drugs or alcohol, on their way to recovery and work. This form takes about two minutes.',
		least: 'Give only what is asked for. Do not write anything about the person’s health.',
		organisation: 'You are referring for',
		office: 'Jobcentre office',
		area: 'Area',
		you: 'About you',
		person: 'The person you are referring',
		optional: '(optional)',
		choose: 'Choose',
		labels: {
			route: 'Where do you work?',
			jobcentre_office: 'Jobcentre office',
			work_coach: 'Work Coach’s full name',
			cpa: 'Where would the person meet a Peer Mentor?',
			third_party_organisation: 'Name of your organisation',
			third_party_type: 'Kind of organisation',
			third_party_contact: 'Your full name',
			referrer_phone: 'Your phone number',
			referrer_email: 'Your email address',
			first_name: 'First name',
			last_name: 'Last name',
			phone: 'Phone number',
			email: 'Email address',
			preferred_language: 'Which language would they like support in?',
			aged_18_or_over: 'Are they aged 18 or over?',
			permission_obtained: 'They agree to be referred, and I may pass on their contact details',
		},
		hints: {
			referrer_phone: 'So that the Peer Mentor can tell you the result.',
			phone: 'Give a phone number, an email address, or both.',
		},
		permission: 'Permission',
		leaveEmpty: 'Leave this empty',
		send: 'Send the referral',
		problem: 'There is a problem',
		error: 'Error:',
		received: 'Referral received',
		reference: 'Reference',
		yourReference: 'Your reference',
		quote: 'Write the reference down. Quote it, and not the person’s name, when you contact us.',
		nextTitle: 'What happens next',
		next: 'A Peer Mentor will contact the person and arrange an initial meeting, usually within 10 working days. You will then be told the result.',
		another: 'Refer someone else',
		form: 'Back to the form',
		results: 'Results of your referrals',
		resultsIntro: 'References only: no names are shown here.',
		resultsEmpty: 'There are no referrals yet.',
		receivedOn: 'Received',
		result: 'Result',
		arranging: 'Being arranged',
		toldOn: (day) => `told on ${day}`,
		signIn: 'Sign in',
		refusals: {
			sign_in: {
				title: 'Sign in to refer someone',
				text: 'Sign in with your account and then open this page again. If a Supplier gave your organisation a link, use that link: it needs no account.',
			},
			forbidden: {
				title: 'This page is for referrers',
				text: 'Your account does not refer people through this form.',
			},
			link: {
				title: 'This link does not work',
				text: 'Check that you have the whole link, or ask the Supplier who gave it to you for a new one.',
			},
			too_many: {
				title: 'Too many attempts',
				text: 'Too much has been sent from here in a short time. Wait a while and try again; nothing you sent before is lost.',
			},
			too_large: {
				title: 'That was too long',
				text: 'What you sent is much longer than the form. Go back and shorten it.',
			},
			media_type: {
				title: 'That could not be read',
				text: 'Send the form as it is on the page, or as JSON.',
			},
			failed: {
				title: 'Sorry, something went wrong',
				text: 'The referral was not received. Go back and try again, or phone the Supplier.',
			},
		},
	},
	'cy-GB': {
		title: 'Atgyfeirio rhywun at fentor cymheiriaid',
		intro:
			'Mae mentoriaid cymheiriaid yn cefnogi pobl sy’n ddibynnol ar gyffuriau neu alcohol ar eu taith tuag at adferiad a gwaith. Mae’r ffurflen hon yn cymryd tua dwy funud.',
		least: 'Rhowch yr hyn y gofynnir amdano yn unig. Peidiwch ag ysgrifennu dim am iechyd yr unigolyn.',
		organisation: 'Rydych yn atgyfeirio ar ran',
		office: 'Canolfan gwaith',
		area: 'Ardal',
		you: 'Amdanoch chi',
		person: 'Yr unigolyn rydych yn ei atgyfeirio',
		optional: '(dewisol)',
		choose: 'Dewiswch',
		labels: {
			route: 'Ble rydych chi’n gweithio?',
			jobcentre_office: 'Canolfan gwaith',
			work_coach: 'Enw llawn yr anogwr gwaith',
			cpa: 'Ble byddai’r unigolyn yn cwrdd â mentor cymheiriaid?',
			third_party_organisation: 'Enw eich sefydliad',
			third_party_type: 'Math o sefydliad',
			third_party_contact: 'Eich enw llawn',
			referrer_phone: 'Eich rhif ffôn',
			referrer_email: 'Eich cyfeiriad e-bost',
			first_name: 'Enw cyntaf',
			last_name: 'Enw olaf',
			phone: 'Rhif ffôn',
			email: 'Cyfeiriad e-bost',
			preferred_language: 'Ym mha iaith yr hoffai’r unigolyn gael cymorth?',
			aged_18_or_over: 'A yw’r unigolyn yn 18 oed neu’n hŷn?',
			permission_obtained: 'Mae’r unigolyn yn cytuno i gael ei atgyfeirio, a chaf rannu ei fanylion cyswllt',
		},
		hints: {
			referrer_phone: 'Er mwyn i’r mentor cymheiriaid roi gwybod i chi am y canlyniad.',
			phone: 'Rhowch rif ffôn, cyfeiriad e-bost, neu’r ddau.',
		},
		permission: 'Caniatâd',
		leaveEmpty: 'Gadewch hwn yn wag',
		send: 'Anfon yr atgyfeiriad',
		problem: 'Mae problem wedi codi',
		error: 'Gwall:',
		received: 'Atgyfeiriad wedi dod i law',
		reference: 'Cyfeirnod',
		yourReference: 'Eich cyfeirnod',
		quote: 'Ysgrifennwch y cyfeirnod. Dyfynnwch y cyfeirnod, ac nid enw’r unigolyn, pan fyddwch yn cysylltu â ni.',
		nextTitle: 'Beth sy’n digwydd nesaf',
		next: 'Bydd mentor cymheiriaid yn cysylltu â’r unigolyn ac yn trefnu cyfarfod cychwynnol, o fewn 10 diwrnod gwaith fel arfer. Yna cewch wybod y canlyniad.',
		another: 'Atgyfeirio rhywun arall',
		form: 'Yn ôl i’r ffurflen',
		results: 'Canlyniadau eich atgyfeiriadau',
		resultsIntro: 'Cyfeirnodau yn unig: nid oes enwau yma.',
		resultsEmpty: 'Nid oes atgyfeiriadau eto.',
		receivedOn: 'Derbyniwyd',
		result: 'Canlyniad',
		arranging: 'Wrthi’n cael ei drefnu',
		toldOn: (day) => `rhoddwyd gwybod ar ${day}`,
		signIn: 'Mewngofnodi',
		refusals: {
			sign_in: {
				title: 'Mewngofnodwch i atgyfeirio rhywun',
				text: 'Mewngofnodwch i’ch cyfrif ac yna agorwch y dudalen hon eto. Os rhoddodd cyflenwr ddolen i’ch sefydliad, defnyddiwch y ddolen honno: nid oes angen cyfrif.',
			},
			forbidden: {
				title: 'Mae’r dudalen hon ar gyfer atgyfeirwyr',
				text: 'Nid yw eich cyfrif yn atgyfeirio pobl drwy’r ffurflen hon.',
			},
			link: {
				title: 'Nid yw’r ddolen hon yn gweithio',
				text: 'Gwiriwch fod y ddolen gyfan gennych, neu gofynnwch am un newydd gan y cyflenwr a’i rhoddodd i chi.',
			},
			too_many: {
				title: 'Gormod o ymdrechion',
				text: 'Mae gormod wedi’i anfon oddi yma mewn amser byr. Arhoswch ychydig a rhowch gynnig arall arni; nid oes dim a anfonwyd gennych wedi’i golli.',
			},
			too_large: {
				title: 'Roedd hynny’n rhy hir',
				text: 'Mae’r hyn a anfonwyd yn llawer hirach na’r ffurflen. Ewch yn ôl a’i fyrhau.',
			},
			media_type: {
				title: 'Nid oedd modd darllen hynny',
				text: 'Anfonwch y ffurflen fel y mae ar y dudalen, neu fel JSON.',
			},
			failed: {
				title: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
				text: 'Ni ddaeth yr atgyfeiriad i law. Ewch yn ôl a rhowch gynnig arall arni, neu ffoniwch y cyflenwr.',
			},
		},
	},
};
