import type { CodeOf } from '../code-lists.ts';
import type { Language, Texts } from '../message-texts.ts';
import { CONTRACT_FIGURES, FACTS } from './contract-figures.ts';
import type { Figure } from './figure.ts';
import { JOURNEY_FIGURES } from './journey-figures.ts';

const personnelFirst = (figure: Figure) => figure.key.startsWith('personnel_changes.');

/** Everything that a Buyer's template can ask of the PMI (3.8, 3.9), in the order of its measures. */
const PMI: readonly Figure[] = [
	...FACTS,
	...CONTRACT_FIGURES.filter(personnelFirst),
	...JOURNEY_FIGURES,
	...CONTRACT_FIGURES.filter((figure) => !personnelFirst(figure)),
];

const KINDS: Record<CodeOf<'return_kind'>, readonly Figure[]> = { pmi: PMI, mentee_tracker: FACTS };

/** What a template of one kind can be filled with, beside the rows of the Mentee Tracker. */
export function figuresFor(kind: CodeOf<'return_kind'>): readonly Figure[] {
	return KINDS[kind];
}

const BY_KEY = new Map(PMI.map((figure) => [figure.key, figure]));

export function figureOf(key: string): Figure | undefined {
	return BY_KEY.get(key);
}

/** 'Total referrals: Jobcentre Plus'. */
export function figureLabel({ group, part }: { group: Texts; part: Texts }, language: Language): string {
	return `${group[language]}: ${part[language]}`;
}
