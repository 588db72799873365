import { createHash } from 'node:crypto';

/** The whole look of the pages: no script, no picture and no font is loaded. */
export const STYLE = `
:root { color-scheme: light; --ink: #0b0c0c; --grey: #505a5f; --line: #b1b4b6; --green: #00703c; --red: #d4351c; --focus: #ffdd00; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.1875rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; -webkit-text-size-adjust: 100%; }
header { background: var(--green); color: #fff; }
.bar { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between; }
.bar, main { max-width: 42rem; margin: 0 auto; padding: .75rem 1rem; }
.service { font-weight: 700; }
main { padding-top: 1.5rem; padding-bottom: 4rem; }
h1 { margin: 0 0 1rem; font-size: 2rem; line-height: 1.15; letter-spacing: -.01em; }
h2 { margin: 2rem 0 1rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
a { color: #1d70b8; text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 3px; }
.quiet { color: var(--grey); }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; display: block; padding: .5rem 1rem; }
.language, .language-link { border: 0; padding: .25rem; background: none; color: #fff; font: inherit; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
.section { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 0; padding: 0; min-width: 0; }
.field { margin: 0 0 1.5rem; padding: 0; border: 0; min-width: 0; }
.label { display: block; margin: 0 0 .3rem; padding: 0; font-weight: 600; }
.hint { margin: 0 0 .4rem; color: var(--grey); }
.optional { font-weight: 400; color: var(--grey); }
.text, select { display: block; width: 100%; min-height: 2.75rem; padding: .4rem .5rem; border: 2px solid var(--ink); border-radius: 0; background: #fff; color: inherit; font: inherit; }
textarea.text { resize: vertical; }
.large { margin-top: 2rem; font-size: 1.5rem; line-height: 1.25; }
.written { white-space: pre-line; overflow-wrap: anywhere; }
.actions { margin: 0; padding: 0 0 0 1.5rem; }
.actions > li { margin: 0 0 1.5rem; }
.actions dl { margin: 0; }
.actions dl > div { margin: 0 0 .5rem; }
.actions dt { color: var(--grey); }
.actions dd { margin: 0; }
.short { max-width: 20rem; }
.choice { position: relative; display: flex; gap: .75rem; align-items: flex-start; padding: .45rem 0; }
.choice input { flex: none; width: 1.75rem; height: 1.75rem; margin: 0; accent-color: var(--ink); }
.choice label { padding-top: .1rem; cursor: pointer; }
.fault { border-left: 5px solid var(--red); padding-left: .9rem; }
.message { display: block; margin: 0 0 .5rem; color: var(--red); font-weight: 700; }
.fault .text, .fault select { border-color: var(--red); }
.summary { margin: 0 0 2rem; padding: 1rem; border: 5px solid var(--red); }
.summary h2 { margin: 0 0 .75rem; }
.summary ul { margin: 0; padding: 0; list-style: none; }
.summary li + li { margin-top: .4rem; }
.summary a { color: var(--red); font-weight: 700; }
.send { display: inline-block; border: 0; border-bottom: 3px solid #002d18; padding: .65rem 1.1rem; background: var(--green); color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
.send:hover { background: #005a30; }
/* Beside the main button. */
.second { border-bottom-color: #929191; background: #f3f2f1; color: var(--ink); }
.second:hover { background: #dbdad9; }
.known { margin: 0 0 1.5rem; padding: .9rem 1rem; border-left: 8px solid var(--line); background: #f3f2f1; }
.known dt { color: var(--grey); }
.known dd { margin: 0 0 .5rem; font-weight: 600; }
.known dd:last-child { margin-bottom: 0; }
.receipt { margin: 0 0 1.5rem; padding: 1.75rem 1rem; background: var(--green); color: #fff; text-align: center; }
.receipt h1 { margin: 0 0 .75rem; }
.receipt p { margin: 0; }
.reference { font-size: 2rem; font-weight: 700; letter-spacing: .04em; }
.links { margin: 2rem 0 0; padding: 0; list-style: none; }
.links li { margin: 0 0 .75rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .6rem .75rem .6rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td small { display: block; color: var(--grey); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0; white-space: nowrap; }
a:focus-visible, button:focus-visible, h2:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; background: var(--focus); color: var(--ink); box-shadow: 0 4px var(--ink); }
.text:focus-visible, select:focus-visible, .choice input:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; box-shadow: inset 0 0 0 2px var(--ink); }
@supports selector(:has(*)) {
.choosing:not(:has([value=jobcentre_plus]:checked)) .jobcentre_plus, .choosing:not(:has([value=third_party]:checked)) .third_party { display: none; }
}
@media (max-width: 30rem) { body { font-size: 1.0625rem; } h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; } .send { width: 100%; text-align: center; } .short { max-width: none; } }
@media (forced-colors: active) { .receipt, .known, .fault { border: 2px solid; } }
`;

/** Lets the browser accept this style and nothing else. */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	`style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
	"form-action 'self'",
	"base-uri 'none'",
	"frame-ancestors 'none'",
].join('; ');
