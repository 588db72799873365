import type { CodeOf } from '../../language/code-lists.ts';
import type { Language, Texts } from '../../language/text.ts';
import { CONTRACT_FIGURES } from './contract-figures.ts';
import { COMMON_FACTS, FACTS } from './facts.ts';
import type { Figure, FigureChoice } from './figure.ts';
import { JOURNEY_FIGURES } from './journey-figures.ts';
import type { ListName } from './lists.ts';
import { OWN_FIGURES } from './own-figures.ts';
import { COST_FIGURES, DOCUMENT_FIGURES, SPEND_FIGURES } from './periodic-figures.ts';

export type ReturnKind = CodeOf<'return_kind'>;

const personnelFirst = (figure: Figure) => figure.key.startsWith('personnel_changes.');

/** Everything that a Buyer's template can ask of the PMI (3.8, 3.9), in the order of its measures. */
export const PMI_FIGURES: readonly Figure[] = [
	...FACTS,
	...CONTRACT_FIGURES.filter(personnelFirst),
	...JOURNEY_FIGURES,
	...CONTRACT_FIGURES.filter((figure) => !personnelFirst(figure)),
	...OWN_FIGURES,
];

interface Offer {
	figures: readonly FigureChoice[];
	lists: readonly ListName[];
}

const SPEND: Offer = { figures: [...COMMON_FACTS, ...SPEND_FIGURES], lists: ['spend'] };

const KINDS: Record<ReturnKind, Offer> = {
	pmi: { figures: PMI_FIGURES, lists: [] },
	mentee_tracker: { figures: FACTS, lists: ['mentees'] },
	subcontractor_spend: SPEND,
	sme_spend: SPEND,
	contract_cost_register: { figures: [...COMMON_FACTS, ...COST_FIGURES], lists: ['documents', 'costs'] },
	ipr_log: { figures: [...COMMON_FACTS, ...DOCUMENT_FIGURES], lists: ['documents'] },
};

/** The figures that a template of one kind can be filled with. */
export function figuresFor(kind: ReturnKind): readonly FigureChoice[] {
	return KINDS[kind].figures;
}

/** The rows that a template of one kind can hold. */
export function listsFor(kind: ReturnKind): readonly ListName[] {
	return KINDS[kind].lists;
}

const BY_KEY = new Map(Object.values(KINDS).flatMap(({ figures }) => figures.map((figure) => [figure.key, figure])));

/** A figure by its key, which stands for the same in every kind of return. */
export function figureOf(key: string): FigureChoice | undefined {
	return BY_KEY.get(key);
}

/** 'Total referrals: Jobcentre Plus'. */
export function figureLabel({ group, part }: { group: Texts; part: Texts }, language: Language): string {
	return `${group[language]}: ${part[language]}`;
}
