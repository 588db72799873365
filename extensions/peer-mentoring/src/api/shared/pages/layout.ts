import type { Language } from '../../../domain/language/messages.ts';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

/** What every page says, whatever it is about. */
const TEXTS: Record<Language, { service: string; skip: string; otherLanguage: string }> = {
	'en-GB': { service: 'Peer Mentoring', skip: 'Skip to the form', otherLanguage: 'Cymraeg' },
	'cy-GB': { service: 'Mentora cymheiriaid', skip: 'Neidio i’r ffurflen', otherLanguage: 'English' },
};

export interface Page {
	language: Language;
	title: string;
	content: Html;
	/** How the other language is reached: by an address, or by sending the form, which keeps what was typed. */
	switchTo: { address: string } | { form: string } | null;
}

const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);

/** A whole page, without script. */
export function layout({ language, title, content, switchTo }: Page): string {
	const texts = TEXTS[language];
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex, nofollow" />
				<title>${title} – ${texts.service}</title>
				${STYLE_ELEMENT}
			</head>
			<body>
				<a class="skip" href="#main">${texts.skip}</a>
				<header>
					<div class="bar">
						<span class="service">${texts.service}</span>${switchTo && languageSwitch(switchTo, language)}
					</div>
				</header>
				<main id="main">${content}</main>
			</body>
		</html>`.text;
}

function languageSwitch(switchTo: NonNullable<Page['switchTo']>, language: Language): Html {
	const other: Language = language === 'cy-GB' ? 'en-GB' : 'cy-GB';
	const { otherLanguage } = TEXTS[language];
	if ('address' in switchTo) {
		return html`<a class="language-link" lang="${other}" hreflang="${other}" href="${switchTo.address}?lang=${other}"
			>${otherLanguage}</a
		>`;
	}
	// Enter in a field presses the first button of a form: that must be the one that sends it.
	return html`<button class="unseen" form="${switchTo.form}" tabindex="-1" aria-hidden="true"></button>
		<button class="language" form="${switchTo.form}" name="switch_to" value="${other}" lang="${other}">
			${otherLanguage}
		</button>`;
}
