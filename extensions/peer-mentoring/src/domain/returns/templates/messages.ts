import type { Language, ParamsInWords } from '../../language/messages.ts';
import type { ProblemOf } from '../../language/problem.ts';
import { figureLabel, figureOf } from './figures.ts';
import { columnLabel, LISTS, type ListName } from './lists.ts';
import type messages from './messages.json';

/** What can be wrong in this room. */
export type Problem = ProblemOf<keyof typeof messages>;

type Value = string | number;

const rows = (value: Value, language: Language) => LISTS[value as ListName].name[language];

const column = (value: Value, language: Language, params: Record<string, Value>) =>
	columnLabel(params.rows as ListName, String(value), language);

/** What the messages about a template name: its figures, its rows and their columns. */
export const TEMPLATE_PARAMS: ParamsInWords = {
	figure: (key, language) => {
		const figure = figureOf(String(key));
		return figure ? figureLabel(figure, language) : String(key);
	},
	rows,
	other_rows: rows,
	column,
	other_column: column,
};
