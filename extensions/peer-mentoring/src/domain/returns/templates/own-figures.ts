import { text } from '../../language/text.ts';
import { MEASURE_KEYS, MOST_MEASURES, type Counted, type OwnMeasure } from '../pmi/measure-list.ts';
import type { Figure, FigureSource, FigureValue } from './figure.ts';
import type { View } from './mapping.ts';

/** The measures of a contract's own are numbered as everybody numbers them, after the twenty of 3.8. */
const FIRST = MEASURE_KEYS.length + 1;
const NUMBERS = Array.from({ length: MOST_MEASURES }, (_, index) => FIRST + index);

const BOTH = ['cumulative', 'month'] as const;

/** What the contract counts beside 3.8, each by its number: n/a in the return of a contract that has no such measure. */
export const OWN_FIGURES: readonly Figure[] = NUMBERS.flatMap((number) => [
	{
		...figure(number, 'name', 'Name', 'Enw'),
		views: ['cumulative'],
		value: (source) => ownMeasure(source, number)?.names['en-GB'] ?? null,
	},
	counted(number, 'number', 'Number', 'Nifer', (of) => of.number),
	counted(number, 'of', 'Out of how many', 'Allan o faint', (of) => of.of ?? null),
	counted(number, 'percent', 'Share', 'Canran', ({ percent }) => (percent == null ? null : { percent })),
]);

function counted(number: number, part: string, en: string, cy: string, pick: (of: Counted) => FigureValue): Figure {
	return {
		...figure(number, part, en, cy),
		views: BOTH,
		value: (source, { view }) => {
			const of = inView(ownMeasure(source, number), view);
			return of ? pick(of) : null;
		},
	};
}

function figure(number: number, part: string, en: string, cy: string) {
	return {
		key: `own.${number}.${part}`,
		group: text(`Measure ${number}, the contract’s own`, `Mesur ${number}, mesur y contract ei hun`),
		part: text(en, cy),
		perCpa: false,
	};
}

const inView = (own: OwnMeasure | undefined, view: View) => own?.[view === 'month' ? 'in_month' : 'cumulative'];

function ownMeasure({ lines = [] }: FigureSource, number: number): OwnMeasure | undefined {
	const own = lines.filter((line): line is OwnMeasure => !('measure' in line));
	return own[number - FIRST];
}
