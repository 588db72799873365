/** Pages to print: A4, large type, plain words, nothing that needs colour. */
import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Language } from '../../../domain/language/messages.ts';
import { Html, html } from './html.ts';

const STYLE = `
@page { size: A4; margin: 18mm 18mm 20mm; }
* { box-sizing: border-box; }
:root { color-scheme: light; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; color: #000; background: #fff; font: 1.25rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0 0 1.2rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2rem 0 .6rem; font-size: 1.5rem; line-height: 1.25; break-after: avoid; }
h3 { margin: 0 0 .3rem; font-size: 1.25rem; break-after: avoid; }
p { margin: 0 0 .8rem; }
ul, ol { margin: 0 0 1rem; padding-left: 1.6rem; }
li { margin: 0 0 1rem; break-inside: avoid; }
.short li { margin-bottom: .4rem; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1rem; margin: 0 0 .35rem; break-inside: avoid; }
dt { color: #333; }
dd { margin: 0; }
.written, dd { white-space: pre-line; overflow-wrap: anywhere; }
dd img { display: block; max-width: 100%; max-height: 90mm; }
.record { margin: 0 0 1.4rem; padding: 0 0 .6rem; border-bottom: 1px solid #767676; }
.boxed { padding: .8rem 1rem; border: 2px solid #000; break-inside: avoid; }
.lines { break-inside: avoid; }
.lines dd { min-height: 2.6rem; border-bottom: 1px solid #000; }
.lines dl > div { align-items: end; margin-top: .8rem; }
.box { display: inline-block; width: 1.1rem; height: 1.1rem; margin: 0 .3rem 0 .6rem; border: 2px solid #000; vertical-align: -.15rem; }
.answer { height: 2.6rem; border-bottom: 1px solid #000; }
.foot { margin-top: 2rem; font-size: 1rem; }
.print { min-height: 2.75rem; margin: 0 0 1.5rem; padding: .5rem 1.2rem; border: 0; border-bottom: 3px solid #002d18; color: #fff; background: #00703c; font: inherit; font-weight: 700; cursor: pointer; }
.print:focus-visible { outline: 3px solid #ffdd00; color: #0b0c0c; background: #ffdd00; box-shadow: 0 4px #0b0c0c; }
@media (max-width: 40rem) { body { font-size: 1.125rem; } dl > div { grid-template-columns: 1fr; } }
@media print { body { max-width: none; padding: 0; font-size: 14pt; } h1 { font-size: 22pt; } h2 { font-size: 17pt; } h3 { font-size: 14pt; } .foot { font-size: 11pt; } .print { display: none; } dl > div { grid-template-columns: 52mm 1fr; } }
`;

/** All that a page does: the browser prints, or makes a PDF. */
const SCRIPT = `document.querySelector('.print').addEventListener('click', () => print());`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	`style-src ${hashOf(STYLE)}`,
	`script-src ${hashOf(SCRIPT)}`,
	// Pictures that stand in the page itself, and none that would be fetched.
	'img-src data:',
	"form-action 'none'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join('; ');

const PRINT: Record<Language, string> = { 'en-GB': 'Print this page', 'cy-GB': 'Argraffu’r dudalen hon' };

const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const SCRIPT_ELEMENT = new Html(`<script>${SCRIPT}</script>`);

export interface Paper {
	language: Language;
	title: string;
	content: Html;
}

function paperPage({ language, title, content }: Paper): string {
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex, nofollow" />
				<title>${title}</title>
				${STYLE_ELEMENT}
			</head>
			<body>
				<main>
					<button type="button" class="print">${PRINT[language]}</button>
					<h1>${title}</h1>
					${content}
				</main>
				${SCRIPT_ELEMENT}
			</body>
		</html>`.text;
}

/** Sends a page about somebody: it is kept nowhere but on the paper. */
export function sendPaper(response: Response, paper: Paper): void {
	response
		.set({
			'Cache-Control': 'no-store',
			'Content-Security-Policy': CONTENT_SECURITY_POLICY,
			'Referrer-Policy': 'no-referrer',
			'X-Content-Type-Options': 'nosniff',
			'X-Frame-Options': 'DENY',
			'X-Robots-Tag': 'noindex, nofollow',
		})
		.type('html')
		.send(paperPage(paper));
}

/** What is asked, and what is said to it; what nothing is said to is left out. */
export function factList(facts: readonly (readonly [string, unknown])[]): Html {
	const said = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
	return html`<dl>
		${said.map(
			([name, value]) =>
				html`<div>
					<dt>${name}</dt>
					<dd>${value instanceof Html ? value : String(value)}</dd>
				</div>`,
		)}
	</dl>`;
}

/** Lines to be filled in by hand. */
export function blankLines(names: readonly string[]): Html {
	return html`<div class="lines">
		<dl>
			${names.map(
				(name) =>
					html`<div>
						<dt>${name}</dt>
						<dd></dd>
					</div>`,
			)}
		</dl>
	</div>`;
}
