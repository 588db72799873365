import { describe, expect, it } from 'vitest';
import { anonymise, type Known } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import {
	anonymisedPlan,
	released,
	type SampledPlan,
} from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/plan.ts';
import { redact } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/redact.ts';
import { replacementsOf, textOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';
import { shiftOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/shift.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { cpuTime } from '../support/cpu-time.ts';

const KNOWN: Known = {
	people: [
		{ first_name: 'Gwen', last_name: 'Evans' },
		{ first_name: 'Will', last_name: 'O’Brien' },
		{ first_name: null, last_name: null },
	],
	otherNames: ['Siân Lloyd from the Jobcentre'],
	exact: ['R-000417', 'zx 99 q', '', 'abc'],
	places: ['Wrexham', 'Wrecsam', 'Y Rhyl', 'Bristol North / East', 'Hofield [sic: Horfield]', 'Hull'],
	moving: { days: 35, near: day('2024-03-01') },
};
const shown = (text: string, known = KNOWN) => textOf(anonymise(text, known));

describe('what tells who somebody is, in English (1.29, 3.11)', () => {
	it.each([
		['Gwen Evans met GWEN and gwen.', '[name] met [name] and [name].'],
		["Gwen’s plan, Evans's plan, Gwens plan", "[name]’s plan, [name]'s plan, [name] plan"],
		['G. Evans and G.E. and GE', '[name] and [name] and [name]'],
		['Will has said that he will go', '[name] has said that he will go'],
		["ask O’Brien or O'Brien", 'ask [name] or [name]'],
		['sian lloyd called from the Jobcentre', '[name] called from the Jobcentre'],
		['My wife Carol, my son, Tom and Ann', 'My wife [name], my son, [name]'],
		['Friends matter. I miss my sister.', 'Friends matter. I miss my sister.'],
		['Dr Jones, Nurse A. Patel, PC Plod', '[professional], [professional], [professional]'],
		['Mrs Evans-Smith and mr jones', '[name] and [name]'],
		[
			'NI QQ 12 34 56 C or qq123456c or AB 12 34 56',
			'NI [National Insurance number] or [National Insurance number] or [National Insurance number]',
		],
		['07700 900123, +44 7700 900123, +44 (0)7700-900-123', '[phone], [phone], [phone]'],
		['(01632) 960 123 or 01632.960123', '[phone] or [phone]'],
		['gwen.e+x@example.org, gwen (at) example.org', '[e-mail], [e-mail]'],
		['https://x.example/gwen?a=1 www.example.org/me facebook.com/me', '[web address] [web address] [web address]'],
		['insta: @gwen_e', 'insta: [social media]'],
		['LL13 7YT, ll137yt, in LL13, in B12', '[postcode], [postcode], in [postcode], in [postcode]'],
		['12 High Street; Flat 2, 9a Acacia Avenue; Duke Street', '[address]; [address]; [address]'],
		['NHS 943 476 5919, 12-34-56 12345678', 'NHS [number], [number]'],
		['ref R-000417, r 000417, ZX99Q', 'ref [number], [number], [number]'],
		['in Wrexham, wrexham, Bristol, Horfield and Hofield', 'in [place], [place], [place], [place] and [place]'],
		['the hull of a boat', 'the hull of a boat'],
	])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('the same in Welsh', () => {
	it.each([
		['Mae Gwen yn mynd i Wrecsam gyda’i mam', 'Mae [enw] yn mynd i [lle] gyda’i mam'],
		['Rhoi’r ffurflen i Wen, gan Wen', 'Rhoi’r ffurflen i [enw], gan [enw]'],
		['Wen yw’r lliw', 'Wen yw’r lliw'],
		['Mae fy ngwraig Carys a’m mab, Tomos, yn helpu', 'Mae fy ngwraig [enw] a’m mab, [enw], yn helpu'],
		['Ffonio Nyrs Jones ar 01632 960123 yn y Rhyl', 'Ffonio [gweithiwr proffesiynol] ar [ffôn] yn [lle]'],
		['byw yn 5 Stryd y Bont neu Heol Fawr', 'byw yn [cyfeiriad] neu [cyfeiriad]'],
		['ei rif Yswiriant Gwladol yw QQ123456C', 'ei rif Yswiriant Gwladol yw [rhif Yswiriant Gwladol]'],
		['cwrdd bob dydd Gwener yn y gwaith', 'cwrdd bob dydd Gwener yn y gwaith'],
	])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('dates are moved, and say so', () => {
	it.each([
		['by 31/03/2024', 'by [≈05/05/2024]'],
		['by 31.3.24 or 31-03-2024', 'by [≈05.05.24] or [≈05-05-2024]'],
		['2024-03-31 and 2024-03-31T10:00:00Z', '[≈2024-05-05] and [≈2024-05-05]'],
		['on 3/4', 'on [≈08/05]'],
		['3 March 2024, 3rd of March, March 3, Mar 3rd 2024', '[≈7 April 2024], [≈7 April], [≈7 April], [≈7 April 2024]'],
		['erbyn 3ydd o Fawrth 2024, Mawrth 3, 15fed Medi', 'erbyn [≈7 Ebrill 2024], [≈7 Ebrill], [≈20 Hydref]'],
		['ers 12 Medi. Rhoddodd; on 12 Sept. 2024.', 'ers [≈17 Hydref]. Rhoddodd; on [≈17 October 2024].'],
		['ddydd Mawrth 3 Mawrth', 'ddydd Mawrth [≈7 Ebrill]'],
		['on 28 December, on 2 January', 'on [≈1 February], on [≈6 February]'],
		['in March 2024, by June, ym mis Mawrth', 'in [≈April 2024], by [≈July], ym mis [≈Ebrill]'],
		['born 04/05/1985', 'born [date]'],
		['on 31/02/2024 or 12/25/2024', 'on [date] or [date]'],
		['the third of March, on Friday 3rd, on the 3rd.', '[date], on [date], on [date].'],
		['by Christmas, before Easter', 'by [date], before [date]'],
		['may 3 times, 2023-2024, 1/2 a cup, 10.30-11.30', 'may 3 times, 2023-2024, 1/2 a cup, 10.30-11.30'],
	])('%s', (text, expected) => expect(shown(text)).toBe(expected));

	it('by whole weeks, one month at least and half a year at most, the same for one Mentee in one draw', () => {
		const seen = new Set<number>();
		for (let index = 0; index < 2000; index++) {
			const days = shiftOf(`seed-${index % 50}`, `mentee-${index}`);
			expect(Math.abs(days % 7)).toBe(0);
			expect(Math.abs(days)).toBeGreaterThanOrEqual(28);
			expect(Math.abs(days)).toBeLessThanOrEqual(182);
			expect(shiftOf(`seed-${index % 50}`, `mentee-${index}`)).toBe(days);
			seen.add(days);
		}
		expect(seen.size).toBe(46);
	});
});

describe('each replacement', () => {
	it('has its place, its kind and what was there', () => {
		const segments = anonymise('Call Gwen on 07700 900123', KNOWN);
		expect(replacementsOf(segments)).toEqual([
			{ start: 5, end: 11, kind: 'name', text: '[name]', original: 'Gwen' },
			{ start: 15, end: 22, kind: 'phone', text: '[phone]', original: '07700 900123' },
		]);
	});
});

describe('a text that has no end', () => {
	const LETTERS = 50_000;
	it.each(['a', '1', '1-', 'a.', 'a@', 'Mr A', 'May ', ' '])(
		'of nothing but %j is looked through in no time',
		async (part) => {
			expect(await cpuTime(() => anonymise(part.repeat(LETTERS / part.length), KNOWN))).toBeLessThan(3000);
		},
	);
});

describe('what a reviewer hides besides (3.11)', () => {
	const hidden = (text: string, ...words: string[]) => textOf(redact(anonymise(text, KNOWN), words));

	it.each([
		[['Zumba'], 'Zumba, zumba and Zumbas', '[redacted], [redacted] and Zumbas'],
		[['the  red, van'], 'In the red van today', 'In [redacted] today'],
		[['with [name] to Asda'], 'Go with Gwen to Asda', 'Go [redacted] [name] [redacted]'],
		[['[≈7 April 2024]'], 'On 3 March 2024 and 4 March 2024', 'On [redacted] and [≈8 April 2024]'],
		[['7 April 2024'], 'On 3 March 2024', 'On [redacted]'],
		[['name', 'phone'], 'Gwen, 07700 900123', '[name], [phone]'],
		[['nowhere'], 'As it is', 'As it is'],
		[
			['car'],
			'Mae’r car yn y garej ac mae’n ei yrru bob dydd',
			'Mae’r [wedi’i guddio] yn y garej ac mae’n ei yrru bob dydd',
		],
	])('%j of "%s"', (words, text, expected) => expect(hidden(text, ...words)).toBe(expected));
});

describe('a sampled plan', () => {
	const PLAN: SampledPlan = {
		agreed_on: day('2024-01-22'),
		goal: 'Gwen wants to work',
		actions: [
			{
				what: 'See Dr Jones',
				measure: null,
				achievable: ' ',
				relevance: 'Health',
				due_on: day('2024-02-05'),
				status: 'done',
			},
		],
		reviews: [{ reviewed_on: null, summary: 'Went well' }],
	};

	it('is read in passages: goal, actions, reviews; its days are moved like those in the text', () => {
		expect(released(anonymisedPlan(PLAN, KNOWN, ['work']))).toEqual([
			{
				kind: 'goal',
				number: 1,
				on: '2024-02-26',
				status: null,
				parts: [{ name: 'goal', text: '[name] wants to [redacted]' }],
			},
			{
				kind: 'action',
				number: 1,
				on: '2024-03-11',
				status: 'done',
				parts: [
					{ name: 'what', text: 'See [professional]' },
					{ name: 'relevance', text: 'Health' },
				],
			},
			{ kind: 'review', number: 1, on: null, status: null, parts: [{ name: 'summary', text: 'Went well' }] },
		]);
	});

	it('has another fingerprint wherever anything of it is different, and only there', () => {
		const of = (plan: SampledPlan, words: string[] = []) =>
			anonymisedPlan(plan, KNOWN, words).map(({ fingerprint }) => fingerprint);
		const [goal, action, review] = of(PLAN);
		expect(new Set([goal, action, review]).size).toBe(3);
		expect(of(PLAN)).toEqual([goal, action, review]);
		expect(of(PLAN, ['Health'])[1]).not.toBe(action);
		expect(of(PLAN, ['Health'])[0]).toBe(goal);
		expect(of({ ...PLAN, actions: [{ ...PLAN.actions[0]!, status: 'open' }] })[1]).not.toBe(action);
		expect(of({ ...PLAN, reviews: [{ reviewed_on: day('2024-02-01'), summary: 'Went well' }] })[2]).not.toBe(review);
	});

	it('keeps nothing of what stood there once it is released', () => {
		expect(JSON.stringify(released(anonymisedPlan(PLAN, KNOWN, [])))).not.toMatch(/Gwen|Jones|original|fingerprint/);
	});
});
