/** Everything that can be wrong with a record: the messages of all rooms together, each kept in its own. */
import calendar from './calendar/messages.json' with { type: 'json' };
import contract from './contract/messages.json' with { type: 'json' };
import journey from './journey/messages.json' with { type: 'json' };
import { FIELDS, JOURNEY_PARAMS } from './journey/messages.ts';
import language from './language/messages.json' with { type: 'json' };
import { say, type Language } from './language/messages.ts';
import type { ProblemOf } from './language/problem.ts';
import type { Words } from './language/words.ts';
import money from './money/messages.json' with { type: 'json' };
import { MONEY_PARAMS } from './money/messages.ts';
import people from './people/messages.json' with { type: 'json' };
import platform from './platform/messages.json' with { type: 'json' };
import privacy from './privacy/messages.json' with { type: 'json' };
import periodic from './returns/periodic/messages.json' with { type: 'json' };
import samples from './returns/samples/messages.json' with { type: 'json' };
import submission from './returns/submission/messages.json' with { type: 'json' };
import templates from './returns/templates/messages.json' with { type: 'json' };
import serviceLevels from './service-levels/messages.json' with { type: 'json' };
import { TEMPLATE_PARAMS } from './returns/templates/messages.ts';

export const MESSAGES = {
	...calendar,
	...contract,
	...journey,
	...language,
	...money,
	...people,
	...platform,
	...privacy,
	...periodic,
	...samples,
	...serviceLevels,
	...submission,
	...templates,
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof MESSAGES;
export type Problem = ProblemOf<ProblemCode>;

const SPEECH = {
	messages: MESSAGES,
	fields: FIELDS,
	params: { ...JOURNEY_PARAMS, ...MONEY_PARAMS, ...TEMPLATE_PARAMS },
};

/** A problem as sentences for the person who entered the record. */
export function problemMessage(problem: Problem, language: Language): string {
	return say(SPEECH, problem, language);
}
