import { isCode } from '../../language/code-lists.ts';
import { labelOf, type Language } from '../../language/messages.ts';
import { figureLabel, figureOf, figuresFor } from '../templates/figures.ts';
import type { Difference } from './differences.ts';

const LINE: Record<Language, string> = { 'en-GB': 'line', 'cy-GB': 'llinell' };
const EXCEPTION: Record<Language, string> = { 'en-GB': 'Exceptions', 'cy-GB': 'Eithriadau' };

/** What a correction has changed, as 3.8 names it: `starts_total.total` is 'Total starts: Total'. */
export function differenceName({ figure }: Pick<Difference, 'figure'>, language: Language): string {
	const known = figureOf(figure);
	if (known) return figureLabel(known, language);
	const [measure, ...rest] = figure.split('.');
	const code = rest.join('.');
	if (measure === 'exceptions' && isCode('pmi_exception', code)) {
		return `${EXCEPTION[language]}: ${labelOf('pmi_exception', code, language)}`;
	}
	// What no template can ask for, such as one line of the spend, stands under the name of its measure.
	const name = figuresFor('pmi').find(({ key }) => key.startsWith(`${measure}.`))?.group[language] ?? figure;
	const line = rest.find((part) => /^\d+$/.test(part));
	return line === undefined ? name : `${name}, ${LINE[language]} ${Number(line) + 1}`;
}
