import { codeLists } from '../../language/code-lists.ts';
import type { Language, Texts } from '../../language/text.ts';
import { text } from '../../language/text.ts';

export type ListName = 'mentees' | 'spend' | 'documents' | 'costs';

/** Rows of a return that a template holds one below another. */
export interface List {
	/** What its rows are called, as a sentence begins. */
	name: Texts;
	hint: Texts;
	/** The items of a row, each of which can have a column. */
	columns: readonly { key: string; label: Texts }[];
}

const column = (key: string, en: string, cy: string) => ({ key, label: text(en, cy) });
const REMARK = column('remark', 'Remark', 'Sylw');

export const LISTS: Readonly<Record<ListName, List>> = {
	mentees: {
		name: text('Rows of the tracker', 'Rhesi’r traciwr'),
		hint: text('Each Mentee has a row.', 'Mae rhes gan bob mentorai.'),
		columns: codeLists.tracker_column.map(({ value, en, cy }) => column(value, en, cy)),
	},
	spend: {
		name: text('Rows of spend', 'Rhesi’r gwariant'),
		hint: text('Each payment to an organisation has a row.', 'Mae rhes gan bob taliad i sefydliad.'),
		columns: [
			column('organisation', 'Organisation', 'Sefydliad'),
			column('spent_on', 'Spent on', 'Gwariwyd ar'),
			column('amount', 'Amount in pounds', 'Swm mewn punnoedd'),
			REMARK,
		],
	},
	documents: {
		name: text('Rows of versions', 'Rhesi’r fersiynau'),
		hint: text('Each version has a row.', 'Mae rhes gan bob fersiwn.'),
		columns: [
			column('title', 'Title', 'Teitl'),
			column('version', 'Version', 'Fersiwn'),
			column('dated', 'Dated', 'Dyddiedig'),
			REMARK,
		],
	},
	costs: {
		name: text('Rows of Implementation Costs', 'Rhesi’r costau gweithredu'),
		hint: text('Each month has a row.', 'Mae rhes gan bob mis.'),
		columns: [
			column('month', 'Month', 'Mis'),
			column('actual', 'Actual costs in pounds', 'Costau gwirioneddol mewn punnoedd'),
			column('deferred', 'Of which deferred, in pounds', 'Wedi’u gohirio, mewn punnoedd'),
		],
	},
};

export function isListName(value: unknown): value is ListName {
	return typeof value === 'string' && Object.hasOwn(LISTS, value);
}

/** What people read where a column's key stands. */
export function columnLabel(list: ListName, key: string, language: Language): string {
	return LISTS[list].columns.find((each) => each.key === key)?.label[language] ?? key;
}
