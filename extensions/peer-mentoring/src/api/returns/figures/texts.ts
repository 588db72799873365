import { text, type Language } from '../../../domain/language/text.ts';
import type { AskedProblem } from '../../../domain/returns/figures/asked.ts';

/** What the endpoint says, in the reader's language. */
export const TEXTS = {
	'en-GB': {
		nothing_closed: 'No month in this period has been submitted yet: choose earlier months.',
		format: 'format must be json, csv or xlsx.',
	},
	'cy-GB': {
		nothing_closed: 'Nid oes mis yn y cyfnod hwn wedi’i gyflwyno eto: dewiswch fisoedd cynharach.',
		format: 'Rhaid i format fod yn json, csv neu xlsx.',
	},
} satisfies Record<Language, Record<string, string>>;

/** Why a question cannot be answered, and what would be right. */
export const PROBLEMS: Readonly<Record<AskedProblem['code'], Record<Language, string>>> = {
	figure_unknown: text(
		'count must be a figure of the catalogue: {figures}.',
		'Rhaid i count fod yn ffigur o’r catalog: {figures}.',
	),
	months_backwards: text(
		'from must not be after to: swap the two months.',
		'Rhaid i from beidio â bod ar ôl to: cyfnewidiwch y ddau fis.',
	),
	months_too_many: text('Choose at most ten years of months.', 'Dewiswch ddeng mlynedd o fisoedd ar y mwyaf.'),
	splits_too_many: text(
		'by takes at most two splits, separated by a comma.',
		'Mae by yn derbyn dau raniad ar y mwyaf, wedi’u gwahanu gan goma.',
	),
	filters_too_many: text('Choose at most four filters.', 'Dewiswch bedwar hidlydd ar y mwyaf.'),
	split_not_of_figure: text(
		'This figure cannot be split or filtered by "{split}". It can by: {splits}.',
		'Ni ellir rhannu na hidlo’r ffigur hwn yn ôl "{split}". Gellir yn ôl: {splits}.',
	),
};
