/** What the forms of our operations say in the flow editor, beside their names, which the Studio looks up itself. */
import { pageLanguage } from '../language.ts';
import type { Language } from '../../../domain/language/messages.ts';

const TEXTS = {
	calendar: { 'en-GB': 'Bank holidays of', 'cy-GB': 'Gwyliau banc' },
	clocks: { 'en-GB': 'Of what', 'cy-GB': 'O beth' },
	clocks_note: { 'en-GB': 'Leave empty for everything.', 'cy-GB': 'Gadewch yn wag am bopeth.' },
	contract: { 'en-GB': 'Call-Off Contract', 'cy-GB': 'Contract yn ôl y galw' },
	contract_note: { 'en-GB': 'Its reference; left empty for all.', 'cy-GB': 'Ei gyfeirnod; yn wag ar gyfer pob un.' },
	everything: { 'en-GB': 'everything', 'cy-GB': 'popeth' },
	kinds: { 'en-GB': 'What to remind of', 'cy-GB': 'Am beth i atgoffa' },
	kinds_note: { 'en-GB': 'Leave empty for everything.', 'cy-GB': 'Gadewch yn wag am bopeth.' },
	month: { 'en-GB': 'Month', 'cy-GB': 'Mis' },
	month_note: {
		'en-GB': 'As 2024-06; left empty for the month that is over.',
		'cy-GB': 'Fel 2024-06; yn wag ar gyfer y mis sydd drosodd.',
	},
	number: { 'en-GB': 'Which Working Day', 'cy-GB': 'Pa ddiwrnod gwaith' },
	number_note: { 'en-GB': '5 for the fifth of the month.', 'cy-GB': '5 am y pumed o’r mis.' },
	stages: { 'en-GB': 'Working Days before', 'cy-GB': 'Diwrnodau gwaith ymlaen llaw' },
	stages_note: {
		'en-GB': 'For what is due soon: a reminder at each of these. Left empty: 3 and 1.',
		'cy-GB': 'Ar gyfer yr hyn i’w wneud yn fuan: nodyn atgoffa ar bob un o’r rhain. Yn wag: 3 ac 1.',
	},
	not_before: { 'en-GB': 'Not before this hour', 'cy-GB': 'Nid cyn yr awr hon' },
	not_before_note: {
		'en-GB': 'By the clock in the United Kingdom. Left empty: at any hour.',
		'cy-GB': 'Yn ôl y cloc yn y Deyrnas Unedig. Yn wag: ar unrhyw awr.',
	},
	when: { 'en-GB': 'On which days', 'cy-GB': 'Ar ba ddiwrnodau' },
	when_from: { 'en-GB': 'On that day and after it', 'cy-GB': 'Ar y diwrnod hwnnw ac wedyn' },
	when_on: { 'en-GB': 'On that day', 'cy-GB': 'Ar y diwrnod hwnnw' },
	which: { 'en-GB': 'Which clocks', 'cy-GB': 'Pa glociau' },
	which_due_soon: { 'en-GB': 'Due soon', 'cy-GB': 'I’w wneud yn fuan' },
	which_overdue: { 'en-GB': 'Overdue', 'cy-GB': 'Hwyr' },
	within: { 'en-GB': 'Within how many Working Days', 'cy-GB': 'O fewn sawl diwrnod gwaith' },
} as const satisfies Record<string, Record<Language, string>>;

export type TextName = keyof typeof TEXTS;

/** A text in the language in which the page is now. */
export function text(name: TextName): string {
	return TEXTS[name][pageLanguage()];
}
