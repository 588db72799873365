import { describe, expect, it } from 'vitest';
import { formMessage } from '../../../extensions/peer-mentoring/src/api/journey/refer/messages.ts';
import { formPage } from '../../../extensions/peer-mentoring/src/api/journey/refer/pages/form-page.ts';
import { html } from '../../../extensions/peer-mentoring/src/api/shared/pages/html.ts';
import { refusalPage } from '../../../extensions/peer-mentoring/src/api/journey/refer/pages/other-pages.ts';
import type { Sender } from '../../../extensions/peer-mentoring/src/api/journey/refer/sender.ts';
import { TEXTS } from '../../../extensions/peer-mentoring/src/api/journey/refer/texts.ts';
import { traceOf } from '../../../extensions/peer-mentoring/src/api/shared/trace-of.ts';
import { FORM_FIELDS, readAnswers } from '../../../extensions/peer-mentoring/src/domain/journey/referral-form.ts';

const WREXHAM = { name: 'Wrexham', name_cy: 'Wrecsam' };
const SENDER: Sender = {
	user: 'a',
	link: null,
	origin: { referred_by: 'a' },
	language: null,
	path: '',
	places: {
		areas: [{ cpa: 9, contract: 'c', deliveryAreas: [WREXHAM] }],
		offices: [{ id: 'wrexham', ...WREXHAM, cpa: 9, deliveryArea: WREXHAM }],
	},
	offer: { cpas: [9], offices: [{ id: 'wrexham', cpa: 9 }], fixed: {} },
};
const page = (language: 'en-GB' | 'cy-GB', typed = {}, problems: { field: string | null; message: string }[] = []) =>
	formPage({
		sender: SENDER,
		address: '/refer',
		language,
		answers: readAnswers(typed),
		problems,
		submission: 'one',
	});

describe('a page', () => {
	it('escapes whatever is put into it', () => {
		expect(html`<p title="${'"&'}">${['<b>', html`<i></i>`, null, 0]}</p>`.text).toBe(
			'<p title="&#34;&#38;">&#60;b&#62;<i></i>0</p>',
		);
	});

	it('holds no script and loads nothing', () => {
		expect(page('en-GB')).not.toMatch(/<script|<link|<img|\son[a-z]+=|url\(|@import/i);
	});

	it('keeps what was typed, and says what is wrong above and beside the field', () => {
		const text = page('en-GB', { first_name: '"><x>', preferred_language: 'cy-GB', permission_obtained: 'true' }, [
			{ field: 'last_name', message: 'Enter it.' },
			{ field: null, message: 'Something else.' },
		]);
		expect(text).toContain('value="&#34;&#62;&#60;x&#62;"');
		expect(text.match(/ checked/g)).toHaveLength(2);
		expect(text).toContain('<a href="#last_name">Enter it.</a>');
		expect(text).toContain('<li>Something else.</li>');
		expect(text).toMatch(/id="last_name"[^>]*aria-describedby="last_name-error" aria-invalid="true"/);
		expect(text).toContain('<title>Error: ');
	});

	it('gives every field a label and an id of its own', () => {
		const text = page('en-GB');
		const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
		expect(new Set(ids).size).toBe(ids.length);
		const inputs = [...text.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map((match) => match[1]);
		for (const id of inputs) expect([id, text.includes(`for="${id}"`)]).toEqual([id, true]);
	});

	it('is in the language asked for, with Welsh names of places', () => {
		expect(page('cy-GB')).toContain('<html lang="cy-GB">');
		expect(page('cy-GB')).toContain('>Wrecsam</option>');
		expect(page('en-GB')).toContain('>Wrexham</option>');
	});
});

describe('the texts', () => {
	const kinds = Object.keys(TEXTS['en-GB'].refusals) as (keyof (typeof TEXTS)['en-GB']['refusals'])[];

	it.each(kinds)('say %s in both languages, on a page without a form', (kind) => {
		const [english, welsh] = (['en-GB', 'cy-GB'] as const).map((language) => refusalPage(kind, language, '/admin'));
		expect(english).not.toBe(welsh);
		expect(english).not.toContain('<form');
	});

	it.each(FORM_FIELDS)('have a message for %s in both languages', (field) => {
		for (const code of ['missing', 'not_offered', 'too_long', 'phone_format', 'no_contact'] as const) {
			const english = formMessage({ field, code, most: 100 }, 'en-GB');
			const welsh = formMessage({ field, code, most: 100 }, 'cy-GB');
			expect(english).toMatch(/^[A-Z].*\.$/);
			expect(welsh).toMatch(/^[A-Z].*\.$/);
			expect(welsh).not.toBe(english);
		}
	});

	it('use one kind of apostrophe', () => {
		for (const texts of Object.values(TEXTS)) expect(JSON.stringify(texts)).not.toContain("'");
	});
});

it('the log is told where an error was, and nothing of what it says', () => {
	const error = Object.assign(new Error('insert into referrals values (Test-Person)'), { code: 'SQLITE_CONSTRAINT' });
	expect(traceOf(error)).toMatch(/^SQLITE_CONSTRAINT, at /);
	expect(traceOf(error)).not.toContain('Test-Person');
	expect(traceOf(undefined)).toBe('');
});
