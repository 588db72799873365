import type { Functions } from '../call.ts';
import { AGGREGATES } from './aggregates.ts';
import { CONDITIONAL } from './conditional.ts';
import { DAYS } from './days.ts';
import { LOGIC } from './logic.ts';
import { LOOKUP } from './lookup.ts';
import { NUMBERS } from './numbers.ts';
import { PRODUCTS } from './products.ts';
import { TEXTS } from './texts.ts';

/** The functions whose results are the same wherever a workbook is opened; all others are left. */
export const FUNCTIONS: Functions = {
	...AGGREGATES,
	...CONDITIONAL,
	...DAYS,
	...LOGIC,
	...LOOKUP,
	...NUMBERS,
	...PRODUCTS,
	...TEXTS,
};
