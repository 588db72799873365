import type { Language } from '../../../domain/language/messages.ts';
import { html } from '../../shared/pages/html.ts';
import { form, page, type Where } from './pages.ts';

const EN = {
	codeTitle: 'One more step',
	codeIntro: 'Your organisation has signed you in. Now enter the code that the app on your phone shows.',
	lost: 'Lost your phone? Enter one of your recovery codes.',
	code: 'The six digits that the app shows now',
	next: 'Continue',
	againTitle: 'Sign in again',
	again: 'Sign in once more with your organisation’s account, so that it is certain that it is you.',
	signIn: 'Sign in with your organisation’s account',
	notTitle: 'You are not signed in',
	noAccount:
		'Your organisation has no account here for you that is open. Ask your manager, or whoever administers this platform: an account is made for you first.',
	ended: 'Your last day as a Peer Mentor has passed, and with it your access. Ask your manager if that is wrong.',
	failed: 'Your organisation’s sign-in did not come to an end. Try again in a moment.',
	toApp: 'To the mentors’ app',
	toStudio: 'To the full system',
};

const ARRIVAL: Record<Language, typeof EN> = {
	'en-GB': EN,
	'cy-GB': {
		codeTitle: 'Un cam arall',
		codeIntro: 'Mae eich sefydliad wedi’ch mewngofnodi. Nawr rhowch y cod y mae’r ap ar eich ffôn yn ei ddangos.',
		lost: 'Wedi colli eich ffôn? Rhowch un o’ch codau adfer.',
		code: 'Y chwe digid y mae’r ap yn eu dangos nawr',
		next: 'Ymlaen',
		againTitle: 'Mewngofnodwch eto',
		again: 'Mewngofnodwch unwaith eto â chyfrif eich sefydliad, er mwyn bod yn sicr mai chi sydd yno.',
		signIn: 'Mewngofnodi â chyfrif eich sefydliad',
		notTitle: 'Nid ydych wedi mewngofnodi',
		noAccount:
			'Nid oes gan eich sefydliad gyfrif agored yma ar eich cyfer. Gofynnwch i’ch rheolwr, neu i bwy bynnag sy’n gweinyddu’r platfform hwn: caiff cyfrif ei greu ichi yn gyntaf.',
		ended:
			'Mae eich diwrnod olaf fel mentor cymheiriaid wedi bod, a’ch mynediad gydag ef. Gofynnwch i’ch rheolwr os yw hynny’n anghywir.',
		failed: 'Ni ddaeth mewngofnodi eich sefydliad i ben. Rhowch gynnig arall arni ymhen ychydig.',
		toApp: 'I ap y mentoriaid',
		toStudio: 'I’r system lawn',
	},
};

export function codePage(where: Where, then: string): string {
	const texts = ARRIVAL[where.language];
	const asked = {
		name: 'otp',
		label: texts.code,
		send: texts.next,
		hidden: { then },
		action: `${where.root}/second-factor/next?lang=${where.language}`,
	} as const;
	const content = html`<h1>${texts.codeTitle}</h1>
		<p>${texts.codeIntro}</p>
		${form(where, asked)}
		<p>${texts.lost}</p>`;
	return page(where, texts.codeTitle, content, false);
}

/** @param then where to go on; to setting up a second factor where nothing is said */
export function signAgainPage(
	where: Where,
	{ provider }: { provider: string | null },
	then = `${where.root}/second-factor`,
): string {
	const texts = ARRIVAL[where.language];
	const asked = new URLSearchParams({ redirect: then, lang: where.language });
	const content = html`<h1>${texts.againTitle}</h1>
		<p>${texts.again}</p>
		<p><a class="send" href="${where.root}/auth/login/${provider}?${String(asked)}">${texts.signIn}</a></p>`;
	return page(where, texts.againTitle, content, false);
}

/** @param reason Directus's word for it: whether there is no such account or it is closed is told to nobody */
export function notLetInPage(where: Where, reason: string): string {
	const texts = ARRIVAL[where.language];
	const known = new Map([
		['INVALID_CREDENTIALS', texts.noAccount],
		['ACCOUNT_ENDED', texts.ended],
	]);
	const why = known.get(reason) ?? texts.failed;
	const content = html`<h1>${texts.notTitle}</h1>
		<p>${why}</p>
		<ul class="links">
			<li><a href="${where.root}/mentor/">${texts.toApp}</a></li>
			<li><a href="${where.root}/admin/login?lang=${where.language}">${texts.toStudio}</a></li>
		</ul>`;
	return page(where, texts.notTitle, content, false);
}
