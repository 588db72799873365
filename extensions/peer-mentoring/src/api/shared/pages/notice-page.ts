import type { Language } from '../../../domain/language/text.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import type { Notice } from './refusals.ts';

/** A page that says why there is nothing else here, and what to do. */
export function noticePage({ title, text }: Notice, language: Language): string {
	const content = html`<h1>${title}</h1>
		<p>${text}</p>`;
	return layout({ language, title, content, switchTo: { address: '' } });
}
