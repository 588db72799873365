import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { MOST_ON_SCALE, type Question } from '../../../domain/journey/questionnaire.ts';
import { questionnairesOn } from '../../../storage/journey/questionnaires.ts';
import { html, type Html } from '../../shared/pages/html.ts';
import type { Paper } from '../../shared/pages/paper.ts';
import { dayText, type Row, type Subject } from './reading.ts';
import { TEXTS } from './texts.ts';

interface Asked extends Pick<Question, 'id' | 'kind'> {
	text_en: string;
	text_cy: string;
	choices: { en: string; cy: string }[] | null;
}

/**
 * The Baseline Survey in the person's language (1.27, 2.26): as it was answered, or else with room to answer it by hand,
 * as the questionnaire in use asks.
 */
export async function surveyPaper(knex: Knex, { language, rows }: Subject, mentee: Row): Promise<Paper> {
	const texts = TEXTS[language];
	const [survey] = await rows('baseline_surveys', {
		fields: ['completed_on', 'questionnaire', 'answers'],
		filter: { mentee: { _eq: mentee.id } },
	});
	const [inUse] = await questionnairesOn(knex, [{ mentee: String(mentee.id), on: today() }]);
	const questionnaire = survey?.questionnaire ?? inUse;
	const asked = (questionnaire
		? await rows('survey_questions', {
				fields: ['id', 'kind', 'text_en', 'text_cy', 'choices'],
				filter: { questionnaire: { _eq: questionnaire } },
				sort: ['sort', 'id'],
			})
		: []) as unknown as Asked[];
	const answers = (survey?.answers ?? null) as Record<string, unknown> | null;
	const wording = (words: { en: string; cy: string }) => (language === 'cy-GB' ? words.cy : words.en);

	const room = ({ kind, choices }: Asked): Html => {
		if (kind === 'yes_no') return boxes([texts.yes, texts.no]);
		if (kind === 'choice') return boxes((choices ?? []).map(wording));
		if (kind === 'scale') return boxes(Array.from({ length: MOST_ON_SCALE + 1 }, (_, number) => String(number)));
		return html`<div class="answer"></div>
			<div class="answer"></div>`;
	};
	const said = ({ id, kind, choices }: Asked): string | null => {
		const answer = answers?.[id];
		if (answer === undefined || answer === null || answer === '') return null;
		if (kind === 'yes_no') return answer ? texts.yes : texts.no;
		const choice = kind === 'choice' ? choices?.[Number(answer)] : undefined;
		return choice ? wording(choice) : String(answer);
	};
	const item = (question: Asked) => {
		const answered = said(question);
		const below = answers ? html`<p class="written">${answered ?? texts.not_answered}</p>` : room(question);
		return html`<li>
			<h3>${wording({ en: question.text_en, cy: question.text_cy })}</h3>
			${below}
		</li>`;
	};
	const answeredOn = dayText(survey?.completed_on, language);
	const content = html`<p>${mentee.name as string | null}</p>
		${answeredOn && html`<p>${texts.survey_on(answeredOn)}</p>`} ${!answers && html`<p>${texts.survey_intro}</p>`}
		${
			asked.length > 0
				? html`<ol>
						${asked.map(item)}
					</ol>`
				: html`<p>${texts.no_questions}</p>`
		}`;
	return { language, title: texts.survey, content };
}

/** Boxes to tick by hand. */
function boxes(choices: readonly string[]): Html {
	return html`<p>${choices.map((choice) => html`<span class="box"></span> ${choice} `)}</p>`;
}
