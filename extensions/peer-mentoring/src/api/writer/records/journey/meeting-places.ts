import type { Knex } from 'knex';
import type { CodeOf } from '../../../../domain/language/code-lists.ts';
import { agreementProblems } from '../../../../domain/journey/session-attention.ts';
import type { Problem } from '../../../../domain/problems.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { answerOf } from '../../../../storage/journey/journeys.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/** Where an initial meeting was held, and why there. */
export function placeOf({ place, elsewhere_reason }: Payload) {
	return {
		place: (place ?? null) as CodeOf<'meeting_place'> | null,
		elsewhere_reason: (elsewhere_reason ?? null) as string | null,
	};
}

/** What a form asks of how and where a session was held, with the fields that it is about. */
export async function howTheyMet(
	knex: Knex,
	{ record, written, contract }: { record: Payload; written: readonly string[]; contract: string },
): Promise<Problem[]> {
	const asked = ['mode', 'attendance', 'digital_agreed'].some((field) => written.includes(field));
	const agreement = asked
		? agreementProblems({
				mode: record.mode as CodeOf<'session_mode'>,
				attendance: record.attendance as CodeOf<'attendance'>,
				digital_agreed: answerOf(record.digital_agreed),
			})
		: [];
	const place = written.includes('place') ? uuidIn(record.place) : undefined;
	if (place === undefined || (await knex('session_places').where({ id: place, contract }).first('id'))) {
		return agreement;
	}
	return [...agreement, { field: 'place', code: 'place_of_other_contract' }];
}
