import type { Language } from '../../../domain/language/messages.ts';
import type { ShownFigure, ShownTable } from '../../../domain/returns/success-factors/success-factors.ts';
import { TEXTS } from './texts.ts';

/** A figure as people read it: `12 of 20 (60.0%)`, `31.5 for each FTE (63 Mentees)`, or why it is hidden. */
export function figureText({ number, of, rate }: ShownFigure, { kind }: ShownTable, language: Language): string {
	const texts = TEXTS[language];
	if (number === 'fewer_than_five') return texts.fewer(of);
	if (number === 'withheld') return texts.withheld;
	if (kind === 'per_fte') return texts.per_fte(rate === null ? texts.not_applicable : rate.toFixed(1), number);
	if (of === null) return String(number);
	return texts.share(number, of, rate === null ? texts.not_applicable : `${rate.toFixed(1)}%`);
}
