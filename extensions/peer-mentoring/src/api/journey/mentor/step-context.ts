import type { Knex } from 'knex';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Step } from '../../../domain/journey/mentor-steps.ts';
import type { Accountability } from '../../shared/caller.ts';
import type { Tell } from '../../shared/tell-everybody.ts';
import type { Mentor } from './access.ts';
import type { Forms } from './model.ts';
import { notFoundHere } from './refusals.ts';

export type Row = Record<string, unknown>;

/** What is used of Directus's service; made with the accountability of whoever asks, it holds their permissions. */
export interface Items {
	readByQuery(query: object): Promise<Row[]>;
	createOne(record: Row, options?: { bypassEmitAction: Tell }): Promise<string>;
	updateOne(key: string, change: Row, options?: { bypassEmitAction: Tell }): Promise<string>;
}

/** What a step is opened and saved with. */
export interface StepContext {
	/** The database, or the transaction in which a step is saved. */
	knex: Knex;
	mentor: Mentor;
	accountability: Accountability;
	forms: Forms;
	today: CalendarDay;
	/** Tells action hooks and flows of what is stored. */
	tell: Tell;
	/** Stores pictures for what is then written, which is given their keys. */
	photos<Result>(pictures: readonly Buffer[], write: (keys: string[]) => Promise<Result>): Promise<Result>;
	/** The records of a collection as the Peer Mentor sees and writes them. */
	items(collection: string, knex: Knex): Items;
}

export function stepNamed({ forms }: StepContext, key: unknown): Step {
	const step = forms.steps.find(({ id }) => id === key);
	if (!step) throw notFoundHere();
	return step;
}
