import type { PartName } from '../../../domain/privacy/anonymise/plan.ts';
import type { Kind } from '../../../domain/privacy/anonymise/tokens.ts';
import type { Language } from '../../../domain/language/messages.ts';

interface Texts {
	intro: string;
	steps: string[];
	loading: string;
	problem: string;
	goal: string;
	action: (number: number) => string;
	review: (number: number) => string;
	parts: Record<PartName, string>;
	dates: { goal: string; action: string; review: string };
	nothing: string;
	replaced: (number: number) => string;
	kinds: Record<Kind, string>;
	doubts: (number: number) => string;
	isDoubt: string;
	was: string;
	read: string;
	hide: string;
	hideSelected: (words: string) => string;
	words: string;
	wordsHint: string;
	notFound: string;
	hidden: string;
	show: (words: string) => string;
	togo: (number: number) => string;
	release: string;
	releaseSure: string;
	reject: string;
	rejectReason: string;
	rejectHint: string;
	rejectNow: string;
	named: (position: string | number, quarter: string) => string;
	releaseTitle: (name: string) => string;
	releaseAsk: string;
	releaseDone: (name: string) => string;
	rejectDone: (name: string) => string;
	cancel: string;
	working: string;
	decided: Record<'released' | 'rejected' | 'removed', string>;
	missing: string;
	closed: string;
}

export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		intro: 'This is how the plan will look to the Buyer and the analysts. Marked words have been replaced.',
		steps: [
			'Read each passage, those with underlined words first: there we are not sure. Is there anything left that tells who the person is?',
			'Select such words and hide them: they are hidden everywhere in the plan.',
			'Tick each passage that is safe. Then release the plan, or reject it.',
		],
		loading: 'Loading the plan…',
		problem: 'That did not work.',
		goal: 'Goal',
		action: (number) => `Action ${number}`,
		review: (number) => `Review ${number}`,
		parts: {
			goal: 'What the Mentee wants to reach',
			what: 'What will be done (Specific)',
			measure: 'How we will know (Measurable)',
			achievable: 'What makes it possible (Achievable)',
			relevance: 'Why it matters now (Realistic)',
			summary: 'What came of it',
		},
		dates: { goal: 'Agreed', action: 'By', review: 'Reviewed' },
		nothing: 'Nothing was written here.',
		replaced: (number) => (number === 1 ? '1 replacement' : `${number} replacements`),
		kinds: {
			name: 'Name',
			professional: 'Professional',
			nino: 'National Insurance number',
			phone: 'Phone',
			email: 'E-mail',
			url: 'Web address',
			handle: 'Social media',
			postcode: 'Postcode',
			address: 'Address',
			number: 'Number',
			place: 'Place',
			organisation: 'Organisation',
			age: 'Age',
			date: 'Date, moved or taken out',
			redacted: 'Hidden by you',
		},
		doubts: (number) =>
			number === 1 ? 'Look at 1 underlined place first' : `Look at the ${number} underlined places first`,
		isDoubt: 'may be wrong: please look',
		was: 'was',
		read: 'I have read this passage. Nothing in it tells who the person is.',
		hide: 'Hide these words',
		hideSelected: (words) => `Hide “${words}”`,
		words: 'Words to hide',
		wordsHint: 'Select words in the text, or write them here.',
		notFound: 'These words are not in the text as it stands.',
		hidden: 'Words you have hidden',
		show: (words) => `Show “${words}” again`,
		togo: (number) => (number === 1 ? '1 passage still to be ticked' : `${number} passages still to be ticked`),
		release: 'Release to the Buyer',
		releaseSure: 'Once released, nothing of this plan can be changed.',
		reject: 'Reject this plan',
		rejectReason: 'Why can this plan not be shared?',
		rejectHint: 'Without a name or a detail of the person. Another plan is drawn in its place.',
		rejectNow: 'Reject and draw another',
		named: (position, quarter) => `plan ${position} of ${quarter}`,
		releaseTitle: (name) => `Release ${name}?`,
		releaseAsk:
			'The Buyer and the analysts can download it with the others of the quarter. It cannot be taken back, and nothing of it can be changed.',
		releaseDone: (name) => `Released to the Buyer: ${name}.`,
		rejectDone: (name) => `Rejected: ${name}.`,
		cancel: 'Cancel',
		working: 'Saving…',
		decided: {
			released:
				'This plan has been released. The Buyer and the analysts can download it with the others of the quarter.',
			rejected: 'This plan has been rejected. If there was another in its area, that one has been drawn in its place.',
			removed: 'This plan has been taken out of the sample: consent was withdrawn, or the person was erased.',
		},
		missing: 'The SMART Action Plan is not there any more. Reject it, so that another is drawn.',
		closed: 'A Supplier Manager reviews this plan.',
	},
	'cy-GB': {
		intro: 'Dyma sut y bydd y cynllun yn edrych i’r Prynwr a’r dadansoddwyr. Mae geiriau wedi’u marcio wedi’u disodli.',
		steps: [
			'Darllenwch bob darn, gan ddechrau gyda’r rhai â geiriau wedi’u tanlinellu: nid ydym yn siŵr yno. A oes unrhyw beth ar ôl sy’n dweud pwy yw’r unigolyn?',
			'Dewiswch eiriau o’r fath a’u cuddio: cânt eu cuddio ym mhobman yn y cynllun.',
			'Ticiwch bob darn sy’n ddiogel. Yna rhyddhewch y cynllun, neu gwrthodwch ef.',
		],
		loading: 'Wrthi’n llwytho’r cynllun…',
		problem: 'Ni weithiodd hynny.',
		goal: 'Nod',
		action: (number) => `Cam ${number}`,
		review: (number) => `Adolygiad ${number}`,
		parts: {
			goal: 'Yr hyn y mae’r mentorai am ei gyrraedd',
			what: 'Beth a wneir (Penodol)',
			measure: 'Sut y byddwn yn gwybod (Mesuradwy)',
			achievable: 'Beth sy’n ei wneud yn bosibl (Cyraeddadwy)',
			relevance: 'Pam mae’n bwysig nawr (Realistig)',
			summary: 'Yr hyn a ddaeth ohono',
		},
		dates: { goal: 'Cytunwyd', action: 'Erbyn', review: 'Adolygwyd' },
		nothing: 'Nid oes dim wedi’i ysgrifennu yma.',
		replaced: (number) => `Disodlwyd: ${number}`,
		kinds: {
			name: 'Enw',
			professional: 'Gweithiwr proffesiynol',
			nino: 'Rhif Yswiriant Gwladol',
			phone: 'Ffôn',
			email: 'E-bost',
			url: 'Cyfeiriad gwe',
			handle: 'Cyfryngau cymdeithasol',
			postcode: 'Cod post',
			address: 'Cyfeiriad',
			number: 'Rhif',
			place: 'Lle',
			organisation: 'Sefydliad',
			age: 'Oedran',
			date: 'Dyddiad a symudwyd neu a dynnwyd allan',
			redacted: 'Cuddiwyd gennych chi',
		},
		doubts: (number) => `Edrychwch yn gyntaf ar y mannau sydd wedi’u tanlinellu: ${number}`,
		isDoubt: 'gall fod yn anghywir: edrychwch',
		was: 'yn wreiddiol',
		read: 'Rwyf wedi darllen y darn hwn. Nid oes dim ynddo’n dweud pwy yw’r unigolyn.',
		hide: 'Cuddio’r geiriau hyn',
		hideSelected: (words) => `Cuddio “${words}”`,
		words: 'Geiriau i’w cuddio',
		wordsHint: 'Dewiswch eiriau yn y testun, neu ysgrifennwch nhw yma.',
		notFound: 'Nid yw’r geiriau hyn yn y testun fel y mae.',
		hidden: 'Geiriau rydych wedi’u cuddio',
		show: (words) => `Dangos “${words}” eto`,
		togo: (number) => `Darnau heb eu ticio eto: ${number}`,
		release: 'Rhyddhau i’r Prynwr',
		releaseSure: 'Ar ôl ei ryddhau, ni ellir newid dim o’r cynllun hwn.',
		reject: 'Gwrthod y cynllun hwn',
		rejectReason: 'Pam na ellir rhannu’r cynllun hwn?',
		rejectHint: 'Heb enw na manylion yr unigolyn. Tynnir cynllun arall yn ei le.',
		rejectNow: 'Gwrthod a thynnu un arall',
		named: (position, quarter) => `cynllun ${position}, ${quarter}`,
		releaseTitle: (name) => `Rhyddhau: ${name}?`,
		releaseAsk:
			'Gall y Prynwr a’r dadansoddwyr ei lawrlwytho gyda’r lleill o’r chwarter. Ni ellir ei dynnu’n ôl, na newid dim ohono.',
		releaseDone: (name) => `Rhyddhawyd i’r Prynwr: ${name}.`,
		rejectDone: (name) => `Gwrthodwyd: ${name}.`,
		cancel: 'Canslo',
		working: 'Wrthi’n cadw…',
		decided: {
			released:
				'Mae’r cynllun hwn wedi’i ryddhau. Gall y Prynwr a’r dadansoddwyr ei lawrlwytho gyda gweddill y chwarter.',
			rejected: 'Mae’r cynllun hwn wedi’i wrthod. Os oedd un arall yn ei ardal, tynnwyd hwnnw yn ei le.',
			removed: 'Mae’r cynllun hwn wedi’i dynnu o’r sampl: tynnwyd cydsyniad yn ôl, neu dilëwyd data’r unigolyn.',
		},
		missing: 'Nid yw’r cynllun gweithredu SMART yno mwyach. Gwrthodwch ef, fel y tynnir un arall.',
		closed: 'Rheolwr y cyflenwr sy’n adolygu’r cynllun hwn.',
	},
};
