import type { Language } from '../../../domain/language/messages.ts';
import type { WeightyKind } from './weighty.ts';

/** What is named of what is about to be done. */
export interface About {
	/** The reference of the record, or the version of the template. */
	reference: string;
	mentor: string;
	day: string;
}

interface Sentences {
	title: string;
	text: string;
	agree: string;
	done: string;
}

interface Texts {
	unnamed: string;
	/** Stands on the form while nothing has been done yet. */
	hints: Record<WeightyKind, string>;
	sentences: Record<WeightyKind, (about: About) => Sentences>;
}

export const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		unnamed: 'this record',
		hints: {
			erasure: 'An erasure cannot be undone. You are asked once more before it is done.',
			withdrawal: 'A withdrawal closes the record to the Supplier’s staff. You are asked once more before it is done.',
			template: 'A template in use stays as it is. You are asked once more before it is put in use.',
			hand_over: 'You are asked once more before the Mentee is handed over.',
		},
		sentences: {
			erasure: ({ reference }) => ({
				title: `Erase the person of ${reference}?`,
				text: `Whatever tells who the person is goes from ${reference}: names, contact details, texts. It cannot be brought back, and a backup that is restored erases it again.`,
				agree: 'Erase',
				done: `The person of ${reference} has been erased.`,
			}),
			withdrawal: ({ reference }) => ({
				title: `Withdraw the consent of ${reference}?`,
				text: `From then on neither Peer Mentor nor manager can open or use ${reference}, and you cannot undo it.`,
				agree: 'Withdraw consent',
				done: `The withdrawal of ${reference} is recorded. The record is closed to the Supplier’s staff.`,
			}),
			template: ({ reference, day }) => ({
				title: `Put version ${reference} in use from ${day}?`,
				text: `Returns about months that end on ${day} or later are made with it. From ${day} on nothing of it can be changed: a change is a new version.`,
				agree: 'Put it in use',
				done: `Version ${reference} is in use from ${day}.`,
			}),
			hand_over: ({ reference, mentor, day }) => ({
				title: `Hand ${reference} over to ${mentor}?`,
				text: `From ${day} on the record with everything in it is with ${mentor}; whoever has it now no longer opens it. Only another hand-over brings it back.`,
				agree: 'Hand over',
				done: `${reference} is with ${mentor} from ${day} on.`,
			}),
		},
	},
	'cy-GB': {
		unnamed: 'y cofnod hwn',
		hints: {
			erasure: 'Ni ellir dadwneud dilead. Gofynnir ichi unwaith eto cyn ei wneud.',
			withdrawal: 'Mae tynnu’n ôl yn cau’r cofnod i staff y cyflenwr. Gofynnir ichi unwaith eto cyn ei wneud.',
			template: 'Mae templed sydd ar waith yn aros fel y mae. Gofynnir ichi unwaith eto cyn ei roi ar waith.',
			hand_over: 'Gofynnir ichi unwaith eto cyn trosglwyddo’r mentorai.',
		},
		sentences: {
			erasure: ({ reference }) => ({
				title: `Dileu’r unigolyn: ${reference}?`,
				text: `Caiff popeth sy’n dweud pwy yw’r unigolyn ei ddileu o’r cofnod (${reference}): enwau, manylion cyswllt, testunau. Ni ellir ei gael yn ôl, ac mae adfer copi wrth gefn yn ei ddileu eto.`,
				agree: 'Dileu',
				done: `Dilëwyd yr unigolyn: ${reference}.`,
			}),
			withdrawal: ({ reference }) => ({
				title: `Tynnu’r cydsyniad yn ôl: ${reference}?`,
				text: `O hynny ymlaen ni all mentor na rheolwr agor na defnyddio’r cofnod (${reference}), ac ni allwch ddadwneud hynny.`,
				agree: 'Tynnu’r cydsyniad yn ôl',
				done: `Cofnodwyd bod y cydsyniad wedi’i dynnu’n ôl: ${reference}. Mae’r cofnod ar gau i staff y cyflenwr.`,
			}),
			template: ({ reference, day }) => ({
				title: `Rhoi fersiwn ${reference} ar waith o ${day}?`,
				text: `Gwneir adroddiadau am fisoedd sy’n dod i ben ar ${day} neu’n hwyrach gyda hi. O ${day} ymlaen ni ellir newid dim ohoni: fersiwn newydd yw newid.`,
				agree: 'Ei rhoi ar waith',
				done: `Mae fersiwn ${reference} ar waith o ${day}.`,
			}),
			hand_over: ({ reference, mentor, day }) => ({
				title: `Trosglwyddo ${reference} i ${mentor}?`,
				text: `O ${day} ymlaen mae’r cofnod a phopeth ynddo gyda ${mentor}; ni fydd pwy bynnag sydd ag ef yn awr yn ei agor mwyach. Dim ond trosglwyddiad arall sy’n dod ag ef yn ôl.`,
				agree: 'Trosglwyddo',
				done: `Mae ${reference} gyda ${mentor} o ${day} ymlaen.`,
			}),
		},
	},
};
