/** The Baseline Survey, with the questionnaire that the Buyer has provided and without one (J22, 1.27). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, begin, end, made, mentor, world } from '../../support/scenes/support-journey.ts';

beforeAll(begin);
afterAll(end);

describe('a Baseline Survey (J22)', () => {
	it('without a questionnaire is its day and how it was returned, and belongs to the first session', async () => {
		const { mentee } = await agreed();
		const survey = await made('baseline_surveys', { mentee, completed_on: '2023-10-16' });
		const path = `/items/baseline_surveys/${survey.id}`;
		const how = await mentor.patch(path, { returned_on: '2023-10-20' });
		expect(how.body.errors[0].extensions.field).toBe('returned_by');
		expect((await mentor.patch(path, { returned_on: '2023-10-20', returned_by: 'paper' })).status).toBe(200);
		const session = { mentee, mode: 'face_to_face', attendance: 'attended' };
		await made('sessions', { ...session, held_on: '2023-10-23' });
		const first = await made('sessions', { ...session, held_on: '2023-10-16' });
		expect((await mentor.get(`${path}?fields=first_session`)).body.data).toEqual({ first_session: first.id });
	});

	it('is complete with an answer to each question that MI has entered in both languages', async () => {
		const { mi, contract } = world.north;
		const survey = await made('questionnaires', { contract, name: 'Baseline Survey', in_use_from: '2023-11-01' }, mi);
		const text = { text_en: 'How are you?', text_cy: 'Sut ydych chi?' };
		const choices = [
			{ en: 'Well', cy: 'Da' },
			{ en: 'Unwell', cy: 'Gwael' },
		];
		const asked = { questionnaire: survey.id, sort: 1, kind: 'choice', choices, must_answer: true, ...text };
		const question = await made('survey_questions', asked, mi);
		const { mentee } = await agreed();
		const answered = { mentee, completed_on: '2023-11-06' };
		const missing = await mentor.post('/items/baseline_surveys', answered);
		expect(missing.body.errors[0].message).toContain('Answer question 1 as well');
		const unfit = await mentor.post('/items/baseline_surveys', { ...answered, answers: { [String(question.id)]: 2 } });
		expect(unfit.body.errors[0].message).toContain('answer to question 1 does not fit');
		const saved = await made('baseline_surveys', { ...answered, answers: { [String(question.id)]: 1 } });
		expect(saved).toMatchObject({ questionnaire: survey.id, answers: { [String(question.id)]: 1 } });
		const later = await mi.patch(`/items/survey_questions/${question.id}`, { text_en: 'How are you now?' });
		expect(later.body.errors[0].message).toContain('stay as they are');
		expect((await world.west.mi.get('/items/questionnaires')).body.data).toEqual([]);
	});
});
