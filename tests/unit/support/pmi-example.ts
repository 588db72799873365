import { readFileSync } from 'node:fs';
import { parseCode } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { Journey } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import { journey, sessions } from './journeys.ts';

interface ExampleRecord {
	id: string;
	route: string;
	ref: string | null;
	im: string | null;
	out: string | null;
	start: string | null;
	di: string | null;
	plan: string | null;
	att: string[];
	end: string | null;
	why: string | null;
	wdr: string | null;
	known: string;
}

export const example = JSON.parse(
	readFileSync(new URL('../../fixtures/pmi_example.json', import.meta.url), 'utf8'),
) as {
	fixture: ExampleRecord[];
	expected: Record<string, Record<string, unknown>>;
};

function exampleJourney(record: ExampleRecord): Journey {
	return journey({
		reference: record.id,
		route: parseCode('referral_route', record.route)!,
		received_on: record.ref,
		initial_meeting_on: record.im,
		initial_meeting_outcome: record.out === null ? null : parseCode('initial_meeting_outcome', record.out)!,
		start_on: record.start,
		diagnostic_interview_on: record.di,
		action_plan_agreed_on: record.plan,
		action_plan_evidence: record.plan === null ? null : 'electronic',
		ended_on: record.end,
		end_reason: record.why === null ? null : parseCode('end_reason', record.why)!,
		consent_withdrawn_on: record.wdr,
		sessions: sessions(...record.att),
	});
}

/** The records of the worked example that were known on a day. */
export const known = (on: string) => example.fixture.filter((record) => record.known <= on).map(exampleJourney);
