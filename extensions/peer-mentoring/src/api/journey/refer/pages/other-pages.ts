import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { dayInWords, type Language } from '../../../../domain/language/messages.ts';
import { noticeOf, type RefusalKind } from '../../../shared/pages/refusals.ts';
import type { ResultRow } from '../results.ts';
import { TEXTS } from '../texts.ts';
import { html } from '../../../shared/pages/html.ts';
import { layout } from '../../../shared/pages/layout.ts';

interface Where {
	/** Of the form, below the address of the platform. */
	address: string;
	language: Language;
}

/** The acknowledgement. It is the answer itself and has no address of its own: a reference belongs in none. */
export function acknowledgementPage({ address, language }: Where, reference: string): string {
	const texts = TEXTS[language];
	const content = html`<div class="receipt" role="status">
			<h1>${texts.received}</h1>
			<p>${texts.yourReference}</p>
			<p class="reference">${reference}</p>
		</div>
		<p>${texts.quote}</p>
		<h2>${texts.nextTitle}</h2>
		<p>${texts.next}</p>
		<ul class="links">
			<li><a href="${address}?lang=${language}">${texts.another}</a></li>
			<li><a href="${address}/results?lang=${language}">${texts.results}</a></li>
		</ul>`;
	return layout({ language, title: texts.received, content, switchTo: null });
}

export function resultsPage({ address, language }: Where, rows: readonly ResultRow[]): string {
	const texts = TEXTS[language];
	const when = (day: CalendarDay | null) => day && dayInWords(day, language);
	const table = html`<table>
		<thead>
			<tr>
				<th scope="col">${texts.reference}</th>
				<th scope="col">${texts.receivedOn}</th>
				<th scope="col">${texts.result}</th>
			</tr>
		</thead>
		<tbody>
			${rows.map(
				({ reference, received_on, label, told_on }) =>
					html`<tr>
						<td>${reference}</td>
						<td>${when(received_on)}</td>
						<td>${label}${told_on && html`<small>${texts.toldOn(dayInWords(told_on, language))}</small>`}</td>
					</tr>`,
			)}
		</tbody>
	</table>`;
	const content = html`<h1>${texts.results}</h1>
		<p>${texts.resultsIntro}</p>
		${rows.length > 0 ? table : html`<p>${texts.resultsEmpty}</p>`}
		<ul class="links">
			<li><a href="${address}?lang=${language}">${texts.form}</a></li>
		</ul>`;
	return layout({ language, title: texts.results, content, switchTo: { address: `${address}/results` } });
}

/** Why there is no form, in plain words; the same for everything that a link can lack. */
export function refusalPage(kind: RefusalKind, language: Language, studio: string): string {
	const texts = TEXTS[language];
	const { title, text } = noticeOf(texts.refusals, kind);
	const content = html`<h1>${title}</h1>
		<p>${text}</p>
		${kind === 'sign_in' && html`<p><a class="send" href="${studio}">${texts.signIn}</a></p>`}`;
	return layout({ language, title, content, switchTo: { address: '' } });
}
