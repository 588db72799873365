/** The steps of the mentors' app, which an Administrator can change. */
import type { Knex } from 'knex';
import type { Step } from '../../domain/journey/mentor-steps.ts';

/** The steps in the order in which they are offered. */
export async function readSteps(knex: Knex): Promise<Step[]> {
	const rows = await knex('mentor_steps').select('*');
	return rows
		.map(({ stages, parts, sort, ...step }) => ({
			...step,
			sort: sort === null ? null : Number(sort),
			stages: parsed<Step['stages']>(stages),
			parts: parsed<Step['parts']>(parts) ?? [],
		}))
		.sort((a, b) => (a.sort ?? Infinity) - (b.sort ?? Infinity) || (a.id < b.id ? -1 : 1));
}

/** SQLite gives JSON as text. */
function parsed<Content>(value: unknown): Content | null {
	return ((typeof value === 'string' ? JSON.parse(value) : value) as Content | undefined) ?? null;
}
