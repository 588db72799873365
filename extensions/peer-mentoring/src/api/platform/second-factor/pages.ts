import qrcode from 'qrcode-generator';
import type { Language } from '../../../domain/language/messages.ts';
import type { Proof } from '../../../storage/platform/sign-in-sessions.ts';
import { html, Html } from '../../shared/pages/html.ts';
import { layout } from '../../shared/pages/layout.ts';
import { TEXTS, type Texts } from './texts.ts';

export interface Where {
	language: Language;
	/** The platform's address, without a slash at its end. */
	root: string;
	/** What was wrong with what was sent. */
	fault?: string | undefined;
}

interface Asked {
	name: Proof | 'otp';
	label: string;
	send: string;
	action: string;
	hidden?: Record<string, string>;
}

export function page({ language, root }: Where, title: string, content: Html, switches = true): string {
	return layout({ language, title, content, switchTo: switches ? { address: `${root}/second-factor` } : null });
}

/** A form with the one question that there is. */
export function form({ fault, language }: Where, { name, label, send, action, hidden = {} }: Asked): Html {
	const kind =
		name === 'password'
			? html`type="password" autocomplete="current-password"`
			: html`type="text" inputmode="numeric" autocomplete="one-time-code"`;
	return html`<form method="post" action="${action}">
		${Object.entries(hidden).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}
		<div class="field${fault && ' fault'}">
			<label class="label" for="answer">${label}</label>
			${
				fault &&
				html`<span class="message" id="answer-error" role="alert"
					><span class="unseen">${TEXTS[language].error}</span> ${fault}</span
				>`
			}
			<input
				class="text short"
				id="answer"
				name="${name}"
				${kind}
				${fault && html`aria-invalid="true" aria-describedby="answer-error"`}
				required
			/>
		</div>
		<button class="send">${send}</button>
	</form>`;
}

export function signInPage(where: Where): string {
	const texts = TEXTS[where.language];
	const content = html`<h1>${texts.signInFirst}</h1>
		<p>${texts.signInFirstText}</p>
		<p><a class="send" href="${where.root}/admin/login?lang=${where.language}">${texts.signIn}</a></p>`;
	return page(where, texts.signInFirst, content);
}

/** @param isDirectorys whether a directory has just asked for the password, so that there is none to ask for here */
export function startPage(where: Where, isDirectorys = false): string {
	const texts = TEXTS[where.language];
	const action = `${where.root}/second-factor?lang=${where.language}`;
	const asked = { name: 'password', label: texts.password, send: texts.next, action } as const;
	const content = html`<h1>${texts.title}</h1>
		<p>${isDirectorys ? texts.introDirectory : texts.intro}</p>
		<p>${texts.install}</p>
		${isDirectorys ? html`<form method="post" action="${action}"><button class="send">${texts.next}</button></form>` : form(where, asked)}`;
	return page(where, texts.title, content);
}

export function scanPage(where: Where, secret: string, address: string): string {
	const texts = TEXTS[where.language];
	const asked = {
		name: 'otp',
		label: texts.code,
		send: texts.enable,
		action: `${where.root}/second-factor?lang=${where.language}`,
		hidden: { secret, address },
	} as const;
	const content = html`<h1>${texts.scanTitle}</h1>
		<p>${texts.scan}</p>
		${picture(address, texts)}
		<p>${texts.typed}</p>
		<p class="known"><strong>${secret.match(/.{1,4}/g)?.join(' ')}</strong></p>
		${form(where, asked)}`;
	return page(where, texts.scanTitle, content, false);
}

/** Drawn here: nobody else is told the secret. */
function picture(address: string, { scan }: Texts): Html {
	const code = qrcode(0, 'M');
	code.addData(address);
	code.make();
	const drawn = new Html(code.createSvgTag({ cellSize: 5, margin: 4 }));
	return html`<p role="img" aria-label="${scan}">${drawn}</p>`;
}

export function codesPage(where: Where, codes: readonly string[], enrolled: boolean): string {
	const texts = TEXTS[where.language];
	const content = html`<h1>${texts.codesTitle}</h1>
		<p>${enrolled ? texts.codesIntro : texts.newCodesIntro}</p>
		<div class="known">${codes.map((code) => html`<p><code>${code}</code></p>`)}</div>
		${
			enrolled
				? html`<p>${texts.signInAgain}</p>
						<p><a class="send" href="${where.root}/admin/login?lang=${where.language}">${texts.signIn}</a></p>`
				: html`<p><a href="${where.root}/admin">${texts.back}</a></p>`
		}`;
	return page(where, texts.codesTitle, content, false);
}

export function havePage(where: Where, left: number): string {
	const texts = TEXTS[where.language];
	const asked = {
		name: 'otp',
		label: texts.code,
		send: texts.newCodes,
		action: `${where.root}/second-factor/codes?lang=${where.language}`,
	} as const;
	const content = html`<h1>${texts.haveTitle}</h1>
		<p>${texts.left(left)}</p>
		<p><a href="${where.root}/admin">${texts.back}</a></p>
		<h2>${texts.newCodes}</h2>
		<p>${texts.newCodesHint}</p>
		${form(where, asked)}`;
	return page(where, texts.haveTitle, content);
}

export function proofPage(where: Where, by: Proof, then: string): string {
	const texts = TEXTS[where.language];
	const asked = {
		name: by === 'code' ? 'otp' : 'password',
		label: by === 'code' ? texts.code : texts.password,
		send: texts.next,
		action: `${where.root}/second-factor/proof?lang=${where.language}`,
		hidden: { then },
	} as const;
	const content = html`<h1>${texts.proofTitle}</h1>
		<p>${texts.proofIntro}</p>
		${form(where, asked)}
		<ul class="links">
			<li><a href="${where.root}/admin">${texts.back}</a></li>
		</ul>`;
	return page(where, texts.proofTitle, content, false);
}
