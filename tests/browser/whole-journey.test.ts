/** A person's whole way through the mentors' app, to a completion and to a Dropout, with something wrong at each step first. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import {
	addDays,
	weekday,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { INTERVIEWED, STARTS } from '../support/complete-forms.ts';
import { begin, browser, end, MENTOR, mentor, server } from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { onlyEnglish, strangeIn } from '../support/scenes/mentor-words.ts';
import { elementOf, fillStep, type StepAnswers } from '../support/scenes/step-form.ts';
import { DESK, PHONE } from '../support/studio.ts';

beforeAll(begin);
afterAll(end);

const AHEAD = '2099-01-01';

interface StepOfJourney {
	step: string;
	/** What is refused, and at which answers that is said. */
	wrong: StepAnswers;
	refused: string[];
	right: StepAnswers;
}

/** A weekday, so many days after another one at least. */
function workday(from: CalendarDay, days: number): CalendarDay {
	const on = addDays(from, days);
	return [0, 6].includes(weekday(on)) ? workday(on, 1) : on;
}

const RECEIVED = workday(today(), -90);
const MET = workday(RECEIVED, 4);
const START = workday(MET, 3);

const REFERRED: StepOfJourney = {
	step: 'add-referral',
	wrong: { 'referral.received_on': AHEAD },
	refused: ['referral.first_name', 'referral.last_name', 'referral.route'],
	right: { 'referral.received_on': RECEIVED, 'referral.route': 'jobcentre_plus' },
};

const named = (part: string, answers: Record<string, string | boolean | string[]>): StepAnswers =>
	Object.fromEntries(Object.entries(answers).map(([field, answer]) => [`${part}.${field}`, answer as string]));

/** From the initial meeting to the review of the plan: the same whatever comes of it. */
const SUPPORTED: StepOfJourney[] = [
	{
		step: 'initial-meeting',
		wrong: { ...named('meeting', STARTS), 'meeting.held_on': AHEAD },
		refused: ['meeting.held_on'],
		right: { 'meeting.held_on': MET },
	},
	{
		step: 'start',
		wrong: { 'start.start_on': addDays(MET, -1) },
		refused: ['start.start_on'],
		right: { 'start.start_on': START },
	},
	{
		step: 'diagnostic-interview',
		wrong: { ...named('interview', INTERVIEWED), 'interview.held_on': AHEAD },
		refused: ['interview.held_on'],
		right: { 'interview.held_on': START },
	},
	{
		step: 'plan',
		wrong: { 'plan.goal': 'Gwaith', 'actions.0.what': 'Ffonio', 'actions.0.due_on': '2026-13-45' },
		refused: ['actions.0.due_on'],
		right: {
			...named('actions.0', { measure: 'Lle ar gwrs', achievable: 'Am ddim', relevance: 'Cam cyntaf' }),
			'actions.0.due_on': addDays(START, 21),
			'agreement.evidence': 'wet',
			'agreement.agreed_on': addDays(START, 7),
		},
	},
	{
		step: 'session',
		wrong: { 'session.held_on': AHEAD, 'session.minutes': '900' },
		refused: ['session.held_on', 'session.minutes'],
		right: { 'session.held_on': addDays(START, 8), 'session.minutes': '60' },
	},
	{
		step: 'missed-session',
		wrong: { 'session.held_on': AHEAD },
		refused: ['session.held_on'],
		right: { 'session.held_on': addDays(START, 15), 'session.mode': 'face_to_face' },
	},
	{
		step: 'review',
		wrong: { 'review.summary': 'Mae’n mynd yn dda' },
		refused: ['review.result'],
		right: { 'review.result': 'unchanged', 'review.reviewed_on': addDays(START, 22) },
	},
];

const LEAVING: Record<'completed' | 'dropout', StepOfJourney> = {
	completed: {
		step: 'leaving',
		wrong: { 'leaving.end_reason': 'completed', 'leaving.ended_on': AHEAD },
		refused: ['leaving.ended_on'],
		right: {
			...named('leaving', { ended_on: today(), final_review_on: today(), next_steps: 'Coleg' }),
			...named('leaving', { shorter_support_reason: 'Swydd', destination: 'no_further_support' }),
			...named('actions.0', { status: 'done' }),
		},
	},
	dropout: {
		step: 'leaving',
		wrong: { 'leaving.end_reason': 'dropout' },
		refused: ['leaving.end_reason_detail'],
		right: {
			...named('leaving', { end_reason_detail: 'Dim ateb' }),
			...named('leaving', { destination: 'no_further_support' }),
			...named('actions.0', { status: 'handed_on' }),
		},
	},
};

const told = (about: string): StepOfJourney => ({
	step: 'notify-jobcentre',
	wrong: { 'notification.told_to': 'work_coach' },
	refused: ['notification.about'],
	right: { 'notification.about': about },
});

const LANGUAGES = [
	['en-GB', PHONE],
	['cy-GB', DESK],
] as const;

it.each(
	LANGUAGES.flatMap(([language, viewport]) =>
		(['completed', 'dropout'] as const).map((to) => ({ language, viewport, to })),
	),
)('in $language on $viewport.width pixels, from the referral to $to', async ({ language, viewport, to }) => {
	await mentor.patch('/users/me', { language });
	const english = language === 'cy-GB' ? await onlyEnglish(mentor) : new Set<string>();
	const app = await MentorApp.signIn(browser, server, MENTOR, { viewport, locale: language });
	const { page } = app;
	const isRight = async (screen: string) => {
		expect([screen, strangeIn(await app.words(), english)]).toEqual([screen, []]);
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect([screen, wide > 0]).toEqual([screen, false]);
	};
	/** Walks to a step as a mentor does, and through it. */
	const walk = async ({ step, wrong, refused, right }: StepOfJourney) => {
		await page.locator(`main a[href*="/steps/${step}"]`).first().click();
		const save = page.locator('.end .main');
		await save.waitFor();
		await isRight(step);
		await fillStep(page, wrong);
		await save.click();
		await page.locator('.summary').waitFor();
		for (const name of refused) await page.locator(`[id="${elementOf(name)}-fault"]`).waitFor();
		await isRight(`${step} refused`);
		await fillStep(page, right);
		await save.click();
		await page.waitForURL((url) => !url.pathname.includes('/steps/'));
		await page.locator('.notices .done').waitFor();
		await page.locator('.timeline, .people').first().waitFor();
		await isRight(`${step} saved`);
	};

	const last = `${to === 'completed' ? 'Taith' : 'Diflannu'}-${language.slice(0, 2)}`;
	await page.locator('.people').first().waitFor();
	await isRight('caseload');
	await walk({
		...REFERRED,
		right: { ...REFERRED.right, ...named('referral', { first_name: 'Anwen', last_name: last, dwp_customer: 'yes' }) },
	});
	await page.fill('#search', last);
	await page.locator('.people .person a').first().click();
	await page.locator('.timeline').waitFor();
	await isRight('person');
	for (const each of SUPPORTED) await walk(each);
	await walk(LEAVING[to]);
	await walk(told(to === 'completed' ? 'completed' : 'left_early'));

	const { body } = await mentor.get(
		`/items/mentees?filter[last_name][_eq]=${last}&fields=stage,end_reason,ended_on,sessions_counted,outstanding`,
	);
	expect(body.data).toMatchObject([{ stage: 'left', end_reason: to, ended_on: today(), sessions_counted: 1 }]);
	await app.go('');
	await page.locator('.people').first().waitFor();
	// What was loaded earlier is shown until the server answers.
	await expect.poll(async () => (await page.locator('.people').allInnerTexts()).join()).not.toContain(last);
	await page.locator('.choice input').check();
	await page.fill('#search', last);
	await page.locator('.people .person', { hasText: last }).waitFor();
	await isRight('caseload with who has left');
});
