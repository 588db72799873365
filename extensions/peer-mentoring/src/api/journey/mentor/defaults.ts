/** The answers that a step begins with, worked out for a person. */
import { isWorkedOut, type StepPart, type WorkedOut } from '../../../domain/journey/mentor-steps.ts';
import { addDays } from '../../../domain/calendar/calendar-day.ts';
import { readContracts } from '../../../storage/contract/contracts.ts';
import { ofPerson, type Person } from './person.ts';
import { documentInUse } from './read-out.ts';
import type { Row, StepContext } from './step-context.ts';

/** Two weeks ahead, when a new action is reviewed at the latest. */
const A_WHILE = 14;

export async function defaultsOf(
	context: StepContext,
	{ defaults = {} }: StepPart,
	person: Person | undefined,
): Promise<Row> {
	const found: Row = {};
	for (const [field, value] of Object.entries(defaults)) {
		const begins = isWorkedOut(value) ? await WORK_OUT[value](context, person) : value;
		if (begins !== null && begins !== undefined) found[field] = begins;
	}
	return found;
}

type WorkOut = (context: StepContext, person: Person | undefined) => unknown;

const WORK_OUT: Readonly<Record<WorkedOut, WorkOut>> = {
	$TODAY: ({ today }) => today,
	$IN_TWO_WEEKS: ({ today }) => addDays(today, A_WHILE),
	$LANGUAGE: async (context, person) =>
		person && (await ofPerson(context, person, ['preferred_language']))?.preferred_language,
	$LAST_PLACE: async (context, person) => {
		if (!person?.mentee) return null;
		const query = {
			filter: { mentee: { _eq: person.mentee }, attendance: { _eq: 'attended' }, mode: { _eq: 'face_to_face' } },
			fields: ['place'],
			sort: ['-held_on', '-id'],
			limit: 1,
		};
		return (await context.items('sessions', context.knex).readByQuery(query))[0]?.place;
	},
	$USUAL_MINUTES: async (context, person) => {
		const terms = await termsOf(context, person);
		const usual = context.forms.overview.collections.sessions?.fields.minutes?.defaultValue;
		return Math.max(Number(usual ?? 0), terms?.minimum_session_minutes ?? 0);
	},
	$STATEMENT_VERSION: async (context, person) =>
		person && (await documentInUse(context, 'consent_statement', person))?.version,
};

async function termsOf(context: StepContext, person: Person | undefined) {
	const row = person && (await ofPerson(context, person, ['contract']));
	const [contract] = row ? await readContracts(context.knex, [String(row.contract)]) : [];
	return contract?.terms;
}
