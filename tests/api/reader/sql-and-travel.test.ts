/** What is read of a session for a travel claim is what the rule of `domain` is about: over every generated session (2.25). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimProblemsOf } from '../../../extensions/peer-mentoring/src/api/writer/records/journey/travel-claim.ts';
import type { CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { claimProblems, type TravelledSession } from '../../../extensions/peer-mentoring/src/domain/journey/travel.ts';
import { dayOf } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { insertPeople, PEOPLE } from '../../support/caseloads/one-each.ts';
import { copyTemplate, discard, environment, type Copy } from '../../support/platform.ts';
import { openDatabase } from '../../support/tables.ts';

const WRITTEN = ['session'];
const judged = (session: TravelledSession) =>
	claimProblems(session, { mentee: session.mentee, travelled_on: session.held_on });

let copy: Copy;
let knex: Knex;
let sessions: (TravelledSession & { id: string })[];

beforeAll(async () => {
	copy = await copyTemplate('reference');
	knex = openDatabase(environment(copy, {}));
	await insertPeople(knex);
	const rows = await knex('sessions').select('id', 'mentee', 'attendance', 'mode', 'held_on');
	sessions = rows.map((row) => ({ ...row, held_on: dayOf(row.held_on) as CalendarDay, claimed: false }));
}, 300_000);
afterAll(async () => {
	await knex.destroy();
	await discard(copy);
});

it('a claim for each session is judged as the rule judges that session', { timeout: 240_000 }, async () => {
	const seen = { claimable: 0, missed: 0, digital: 0 };
	for (const { id, ...session } of sessions) {
		const claim = { mentee: session.mentee, travelled_on: session.held_on };
		const found = await claimProblemsOf(knex, { session: id, ...claim }, WRITTEN);
		expect([id, found]).toEqual([id, claimProblems(session, claim)]);
		if (found.length === 0) seen.claimable += 1;
		else seen[session.attendance === 'attended' ? 'digital' : 'missed'] += 1;
	}
	for (const [which, number] of Object.entries(seen)) expect([which, number > PEOPLE / 10]).toEqual([which, true]);
});

it('no claim stands for a session of somebody else, or for one that is not there', async () => {
	const own = sessions.find(({ id: _, ...session }) => judged(session).length === 0)!;
	const other = sessions.find(({ mentee }) => mentee !== own.mentee)!;
	expect(await claimProblemsOf(knex, { session: own.id, mentee: own.mentee }, WRITTEN)).toEqual([]);
	for (const claim of [
		{ session: own.id, mentee: other.mentee },
		{ session: own.id },
		{ session: '00000000-0000-4000-8000-000000000000', mentee: own.mentee },
	]) {
		expect(await claimProblemsOf(knex, claim, WRITTEN)).toEqual([{ field: 'session', code: 'session_not_claimable' }]);
	}
	expect(await claimProblemsOf(knex, { session: null, mentee: own.mentee }, WRITTEN)).toEqual([]);
});
