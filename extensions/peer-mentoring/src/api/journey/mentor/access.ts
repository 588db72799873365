import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import type { Caller } from '../../shared/caller.ts';
import { languageIn } from '../../shared/asked-language.ts';
import { languageOf, NotYoursError } from '../../shared/errors.ts';
import { signedIn, type AuthenticatedRequest } from '../../shared/http.ts';

export interface Mentor extends Caller {
	user: string;
	/** The language that the app asks for what it shows in, where it does; or else that of the account. */
	language: Language;
}

/** The Peer Mentor who asks; nobody else uses this part, not even an Administrator, who has nobody to support. */
export async function mentorWho(knex: Knex, request: AuthenticatedRequest): Promise<Mentor> {
	const caller = await signedIn(knex, request);
	if (caller.role !== 'Peer Mentor' || caller.user === null) throw new NotYoursError();
	// What is refused is said in the language of the account, as the rules say it.
	const asked = request.method === 'POST' ? undefined : request.query.language;
	const language = asked === undefined ? await languageOf(knex, caller.user) : languageIn(asked);
	return { ...caller, user: caller.user, language };
}
