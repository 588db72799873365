import type { Language } from '../../../domain/language/messages.ts';

const EN = {
	title: 'Your second factor',
	intro:
		'To sign in you need your password and a code that an app on your phone shows. Whoever finds out your password still cannot sign in.',
	introDirectory:
		'After your organisation’s sign-in, this platform asks for a code that an app on your phone shows. Whoever finds out your password still cannot sign in.',
	install: 'First install an authenticator app on your phone, such as Microsoft Authenticator or Google Authenticator.',
	password: 'Your password',
	next: 'Continue',
	scanTitle: 'Add this to your app',
	scan: 'In the app, choose to add an account, and scan this picture.',
	typed: 'On this phone itself? Copy this key into the app instead:',
	code: 'The six digits that the app shows now',
	enable: 'Finish',
	codesTitle: 'Keep these recovery codes',
	codesIntro:
		'Your second factor is set up. If you lose your phone, each of these codes signs you in once: enter it where the six digits are asked for. Write them down or print them now, and keep them apart from your phone. They are not shown again.',
	signInAgain:
		'Now sign in again, as before, and with the code of your app. Wait for the app to show the next one: each works once.',
	signIn: 'Sign in',
	haveTitle: 'Your second factor is set up',
	left: (codes: number) => `Recovery codes left: ${codes}.`,
	newCodes: 'Make new recovery codes',
	newCodesHint:
		'Those that you have work no more. For a new phone, ask your manager for a reset, or use a recovery code.',
	newCodesIntro: 'These are your recovery codes. The ones before work no more, and these are not shown again.',
	proofTitle: 'Show once more that it is you',
	proofIntro: 'What you are about to do concerns people’s data or accounts. What you show now holds for ten minutes.',
	signInFirst: 'Sign in first',
	signInFirstText:
		'Then you can set up your second factor here. If you have lost your phone, sign in with your password and enter a recovery code where the six digits are asked for. Without one, ask your manager: an Administrator then resets it.',
	back: 'Back to the platform',
	error: 'Error:',
	wrongPassword: 'The password is not right.',
	wrongCode:
		'The code is not right, not of now, or has been used: each works once. Enter the six digits that the app shows next.',
	lapsed: 'This key is not one that was made for you in the last half hour. Begin again with your password.',
	startAgain: 'Your second factor is set up already. Sign in again with its code.',
	missing: 'Send {"password"}, or {"secret", "otp"}.',
};

export type Texts = typeof EN;

export const TEXTS: Record<Language, Texts> = {
	'en-GB': EN,
	'cy-GB': {
		title: 'Eich ail ffactor',
		intro:
			'I fewngofnodi mae arnoch angen eich cyfrinair a chod y mae ap ar eich ffôn yn ei ddangos. Ni all pwy bynnag sy’n dod o hyd i’ch cyfrinair fewngofnodi wedyn chwaith.',
		introDirectory:
			'Ar ôl mewngofnodi eich sefydliad, mae’r platfform hwn yn gofyn am god y mae ap ar eich ffôn yn ei ddangos. Ni all pwy bynnag sy’n dod o hyd i’ch cyfrinair fewngofnodi wedyn chwaith.',
		install:
			'Yn gyntaf, gosodwch ap dilysu ar eich ffôn, er enghraifft Microsoft Authenticator neu Google Authenticator.',
		password: 'Eich cyfrinair',
		next: 'Ymlaen',
		scanTitle: 'Ychwanegwch hwn at eich ap',
		scan: 'Yn yr ap, dewiswch ychwanegu cyfrif, a sganiwch y llun hwn.',
		typed: 'Ar yr union ffôn hwn? Copïwch yr allwedd hon i’r ap yn lle hynny:',
		code: 'Y chwe digid y mae’r ap yn eu dangos nawr',
		enable: 'Gorffen',
		codesTitle: 'Cadwch y codau adfer hyn',
		codesIntro:
			'Mae eich ail ffactor wedi’i drefnu. Os collwch eich ffôn, mae pob un o’r codau hyn yn eich mewngofnodi unwaith: rhowch ef lle gofynnir am y chwe digid. Ysgrifennwch nhw neu argraffwch nhw nawr, a’u cadw ar wahân i’ch ffôn. Ni chânt eu dangos eto.',
		signInAgain:
			'Nawr mewngofnodwch eto, fel o’r blaen, a gyda chod eich ap. Arhoswch i’r ap ddangos yr un nesaf: mae pob un yn gweithio unwaith.',
		signIn: 'Mewngofnodi',
		haveTitle: 'Mae eich ail ffactor wedi’i drefnu',
		left: (codes) => `Codau adfer sydd ar ôl: ${codes}.`,
		newCodes: 'Gwneud codau adfer newydd',
		newCodesHint:
			'Ni fydd y rhai sydd gennych yn gweithio mwyach. Ar gyfer ffôn newydd, gofynnwch i’ch rheolwr am ailosod, neu defnyddiwch god adfer.',
		newCodesIntro:
			'Dyma eich codau adfer. Nid yw’r rhai blaenorol yn gweithio mwyach, ac ni chaiff y rhain eu dangos eto.',
		proofTitle: 'Dangoswch unwaith eto mai chi sydd yno',
		proofIntro:
			'Mae’r hyn yr ydych ar fin ei wneud yn ymwneud â data neu gyfrifon pobl. Mae’r hyn a ddangoswch nawr yn para deng munud.',
		signInFirst: 'Mewngofnodwch yn gyntaf',
		signInFirstText:
			'Wedyn gallwch drefnu eich ail ffactor yma. Os ydych wedi colli eich ffôn, mewngofnodwch gyda’ch cyfrinair a rhowch god adfer lle gofynnir am y chwe digid. Heb un, gofynnwch i’ch rheolwr: bydd Gweinyddwr wedyn yn ei ailosod.',
		back: 'Yn ôl i’r platfform',
		error: 'Gwall:',
		wrongPassword: 'Nid yw’r cyfrinair yn gywir.',
		wrongCode:
			'Nid yw’r cod yn gywir, nid cod nawr ydyw, neu mae wedi’i ddefnyddio: mae pob un yn gweithio unwaith. Rhowch y chwe digid y mae’r ap yn eu dangos nesaf.',
		lapsed: 'Nid yw’r allwedd hon yn un a wnaed i chi yn yr hanner awr ddiwethaf. Dechreuwch eto gyda’ch cyfrinair.',
		startAgain: 'Mae eich ail ffactor wedi’i drefnu eisoes. Mewngofnodwch eto gyda’i god.',
		missing: 'Anfonwch {"password"}, neu {"secret", "otp"}.',
	},
};
