import { defineInterface } from '@directus/extensions-sdk';
import SurveyAnswers from './survey-answers.vue';

export default defineInterface({
	id: 'survey-answers',
	name: 'Survey answers',
	description: 'The questions of the Buyer’s questionnaire, in the reader’s language, with their answers',
	icon: 'quiz',
	component: SurveyAnswers,
	options: null,
	types: ['json'],
	group: 'other',
});
