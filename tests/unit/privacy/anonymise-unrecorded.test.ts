/** What nobody recorded and still tells who somebody is: nicknames, misspellings, family, work, places, ages (1.29, 3.11). */
import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { anonymise, type Known } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import { doubtsIn, markDoubtful } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/doubtful.ts';
import { anonymisedPlan } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/plan.ts';
import { dictionaries } from '../../../extensions/peer-mentoring/src/storage/language/dictionaries.ts';
import { textOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';

const isWord = await dictionaries();

const knownAs = (name: string): Known => {
	const [first_name = null, last_name = null] = name.split(' ');
	const moving = { days: 35, near: day('2024-03-01') };
	const known = { people: [{ first_name, last_name }], otherNames: [], exact: [], places: ['Wrexham'], moving };
	return { ...known, isWord };
};
const shown = (text: string, name = 'Olwen Pugh') => textOf(anonymise(text, knownAs(name)));

describe('the Mentee’s own name', () => {
	test.each([
		['Michael Davies', 'Mike will ring, and Mick came.', '[name] will ring, and [name] came.'],
		['Elizabeth Hughes', 'Meet with Liz; Lizzie agreed', 'Meet with [name]; [name] agreed'],
		['Dafydd Rees', 'Dai and Daf', '[name] and [name]'],
		['Gwenllian Roberts', 'Gwen and Gwenno', '[name] and [name]'],
		['Tomos Rhys', 'Ffonio Twm', 'Ffonio [enw]'],
		['Gareth Moss', 'we saw Gaz and Gazza', 'we saw [name] and [name]'],
		['Liz Hughes', 'Elizabeth agreed', '[name] agreed'],
		['Marged Wyn', 'went with Margi', 'went with [name]'],
	])('%s is shortened: %s', (name, text, result) => expect(shown(text, name)).toBe(result));

	test.each([
		['Gareth Llewellyn', 'Garteh Llewelyn agreed', '[name] agreed'],
		['Bethan Pritchard', 'bethan prichard and Bethann', '[name] and [name]'],
		['Owain Watkins', 'Watkin said; watkims too', '[name] said; [name] too'],
		['Karen Smith', 'the Smiths, and Smth', 'the [name], and [name]'],
	])('%s is misspelt: %s', (name, text, result) => expect(shown(text, name)).toBe(result));

	test.each([
		['Gareth Parker', 'parked the car near the market. Darker evenings'],
		['Marie Jones', 'Bones and Stones'],
		['Iwan Rees', 'Trees, read, Iran'],
		['Karen Walker', 'talker, walked'],
	])('%s leaves other words: %s', (name, text) => expect(shown(text, name)).toBe(text));
});

describe('a name that is a word as well', () => {
	test.each([
		['Hope Williams', 'Hope is important to recovery. Hope for change.'],
		['Hope Williams', 'hope is the key. Hope and trust'],
		['Will Jones', 'Will you call? Will need a lift. will go'],
		['Mark Jones', 'Mark the days in a diary; mark it'],
		['Grace Jones', 'Grace period of two weeks.'],
		['William Jones', 'Bill payments are late. Bills too.'],
		['Rose Jones', 'Rose early every day; rose at six'],
		['May Jones', 'May need help. may go'],
	])('%s: as the word, %s', (name, text) => expect(shown(text, name)).toBe(text));

	test.each([
		['Hope Williams', 'Hope is going to the group. We told Hope.', '[name] is going to the group. We told [name].'],
		['Will Jones', 'Will wants a job; work with Will', '[name] wants a job; work with [name]'],
		['Mark Jones', 'Mark agreed. Meet mark on Tuesdays', '[name] agreed. Meet [name] on Tuesdays'],
		['Rose Jones', 'Rose has a plan', '[name] has a plan'],
	])('%s: as the name, %s', (name, text, result) => expect(shown(text, name)).toBe(result));
});

describe('others', () => {
	test.each([
		['my brother-in-law Barnaby. See Barnaby’s son', 'my brother-in-law [name]. See [name]’s son'],
		['fy chwaer, Lleucu; ffonio Lleucu', 'fy chwaer, [enw]; ffonio [enw]'],
		['ei wraig ef, Philomena', 'ei wraig ef, [enw]'],
		['Philomena, my aunt, and (Zebedee) her twin Ezra', '[name], my aunt, and ([name]) her twin [name]'],
		['her key worker Zadie Price', 'her key worker [professional]'],
		['Mae fy swyddog prawf Lleucu Prys yn dod', 'Mae fy swyddog prawf [gweithiwr proffesiynol] yn dod'],
		['ask Zadie Price (my counsellor)', 'ask [professional] (my counsellor)'],
		['Sharon Davies helps; Davies again', '[name] helps; [name] again'],
	])('%s', (text, result) => expect(shown(text)).toBe(result));
});

describe('numbers and handles', () => {
	test.each([
		['prison number A1234BC', 'prison number [number]'],
		['drives AB12 CDE', 'drives [number]'],
		['case no. T20/417', 'case no. [number]'],
		['crime ref: CR/1234/24', 'crime ref: [number]'],
		['Snapchat: olwen.p and insta olwen_99', 'Snapchat: [social media] and insta [social media]'],
		['olwenp#1234', '[social media]'],
	])('%s', (text, result) => expect(shown(text)).toBe(result));

	test.each([
		'sort code 20-45-77',
		'session number 4, level 2',
		'use Facebook less',
		'Instagram is a trigger',
		'case 3',
	])('stays: %s', (text) => expect(shown(text)).toBe(text));
});

describe('places by kind, employers, where somebody lives', () => {
	test.each([
		['Attend Oak Street Surgery', 'Attend [organisation]'],
		['at St Mary’s Primary School', 'at [organisation]'],
		['released from HMP Zetland', 'released from [organisation]'],
		['yn Ysgol Glan Clwyd', 'yn [sefydliad]'],
		['works part-time at Zetland Foods', 'works part-time at [organisation]'],
		['Mae’n gweithio i Zetland', 'Mae’n gweithio i [sefydliad]'],
		['lives in Zetland', 'lives in [place]'],
		['byw yn Llanfoist', 'byw yn [lle]'],
		['a bus to Aberystwyth', 'a bus to [place]'],
	])('%s', (text, result) => expect(shown(text)).toBe(result));

	test.each([
		'go to the Community Centre, the local college and the Jobcentre',
		'interview at the Jobcentre with the Work Coach',
		'moved to Universal Credit',
		'work with Citizens Advice and Narcotics Anonymous',
		'Mynd i’r Ganolfan Byd Gwaith',
	])('stays: %s', (text) => expect(shown(text)).toBe(text));
});

describe('ages and births', () => {
	test.each([
		['aged 34, a 34-year-old', '[age], a [age]'],
		['yn 34 oed', '[oedran]'],
		['turned 40 and in his thirties', '[age] and [age]'],
		['born in 1987, dob 3/4/1987', 'born in [date], dob [date]'],
		['ganwyd ym 1990', 'ganwyd ym [dyddiad]'],
	])('%s', (text, result) => expect(shown(text)).toBe(result));

	test.each(['aged 18 or over', 'for 34 years', '30 minutes', 'in 2025'])('stays: %s', (text) =>
		expect(shown(text)).toBe(text),
	);
});

describe('whoever and whatever no rule knows', () => {
	test.each([
		['Zygmunt rang. We met Wiktor at Hafan Wen.', '[name] rang. We met [name] at [place].'],
		['stay out of the Red Lion, past the Ship', 'stay out of the [place], past the [place]'],
		['Volunteers with Barnardo’s', 'Volunteers with [name]’s'],
		['file M/7714/B, WK4821, under zed.prys.7', 'file [number], [number], under [social media]'],
		['He is 43, and left care at 16', 'He is [age], and left care at [age]'],
	])('%s', (text, result) => expect(shown(text)).toBe(result));

	test.each([
		'Ring the Red Cross, Narcotics Anonymous and the Housing Officer; keep Tuesdays free for Maths.',
		'Ticks off three meetings. Methadone down to 30 ml, then Buvidal.',
		'Mae’n mynd i Ganolfan Byd Gwaith ar ddydd Mercher. Ddaeth hi ddim.',
		'Use Headspace and Duolingo; CSCS card, ESOL Level 2',
		'It is 43 minutes by bus',
	])('stays: %s', (text) => expect(shown(text)).toBe(text));
});

describe('what a reviewer looks at first', () => {
	test('what may be wrong, and what may be a name', () => {
		const doubts = (text: string) =>
			markDoubtful(anonymise(text, knownAs('Bethan Pritchard')))
				.filter(({ unsure }) => unsure)
				.map(({ text: words, original }) => original ?? words);
		expect(doubts('Bethan will meet Bethann on Monday at the GP, and see Zebedee.')).toEqual(['Bethann', 'Zebedee']);
	});

	test('a name given away in one place is taken out of all, and doubts are counted', () => {
		const action = { what: 'Ring Lleucu with Zebedee', measure: null, achievable: null, relevance: null };
		const [goal, first] = anonymisedPlan(
			{
				agreed_on: null,
				goal: 'Live with my sister Lleucu',
				actions: [{ ...action, due_on: null, status: null }],
				reviews: [],
			},
			knownAs('Olwen Pugh'),
			[],
		);
		const words = (passage: typeof goal) => passage?.parts.map(({ segments }) => textOf(segments));
		expect([words(goal), words(first)]).toEqual([['Live with my sister [name]'], ['Ring [name] with [name]']]);
		expect([goal, first].map((passage) => passage && doubtsIn(passage))).toEqual([0, 1]);
	});
});
