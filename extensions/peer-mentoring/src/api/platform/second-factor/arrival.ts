/** Arriving from a directory: who signs in here with a password has given the code with it, and gives it there after. */
import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import { mustEnrol, owesCode } from '../../../domain/platform/second-factor.ts';
import { sessionOf } from '../../../storage/platform/sign-in-sessions.ts';
import type { Standing } from '../../../storage/platform/standing.ts';
import { sendPage } from '../../shared/pages/send.ts';
import { codePage } from './arrival-pages.ts';
import type { OwnFactor, Who } from './factor.ts';
import type { Where } from './pages.ts';

export interface Asked {
	request: Request;
	response: Response;
	account: Standing;
	factor: OwnFactor;
	who: Who;
	where: Where;
	given: Record<string, string>;
}

/** Asks for what is still owed, or leads to where the sign-in was begun. */
export async function arrive(
	knex: Knex,
	{ response, account, who, where }: Asked,
	{ required, then }: { required: boolean; then: string },
): Promise<void> {
	if (mustEnrol(account, required)) {
		return response.redirect(303, `${where.root}/second-factor?lang=${where.language}`);
	}
	const session = who.session_name === undefined ? undefined : await sessionOf(knex, who.session_name);
	if (!owesCode(account, session?.code_at)) return response.redirect(303, then);
	sendPage(response, 200, codePage(where, then));
}

/** Takes the code, or a recovery code where the device is lost; each wrong one counts as one that was guessed. */
export async function giveCode({ account, factor, given }: Asked): Promise<'proved' | 'recovered' | 'wrong'> {
	const { otp } = given;
	if (account.factor === null || !otp) return 'wrong';
	if (await factor.prove('code', otp)) return 'proved';
	return (await factor.recover(otp)) ? 'recovered' : 'wrong';
}
