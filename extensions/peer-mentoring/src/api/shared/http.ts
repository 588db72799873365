import type { NextFunction, Request, Response } from 'express';
import { createError } from '@directus/errors';
import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { HolidaysUnknownError } from '../../domain/calendar/working-days.ts';
import { readContracts, type StoredContract } from '../../storage/contract/contracts.ts';
import type { Language } from '../../domain/language/messages.ts';
import { askedLanguage } from './asked-language.ts';
import { callerOf, type Accountability, type Caller, type RoleName } from './caller.ts';
import { BadRequestError, languageOf, Misasked, NotYoursError } from './errors.ts';
import { monthIn } from './query.ts';

const SignInError = createError('INVALID_CREDENTIALS', 'Sign in first.', 401);
const ContractMissingError = createError<{ reason: string }>('CONTRACT_NOT_FOUND', ({ reason }) => reason, 404);

const NO_SUCH_CONTRACT: Record<Language, (reference: string) => string> = {
	'en-GB': (reference) => `There is no Call-Off Contract "${reference}" that you may see.`,
	'cy-GB': (reference) => `Nid oes Contract yn ôl y Galw "${reference}" y cewch ei weld.`,
};

export type AuthenticatedRequest = Request & { accountability?: Accountability };

/** The languages of those who have shown who they are. */
const languages = new WeakMap<object, Language>();

/** An endpoint's handler: what it throws is answered in Directus's shape and the reader's language, never with a stack. */
export function handler(
	work: (request: AuthenticatedRequest, response: Response) => Promise<void>,
): (request: Request, response: Response, next: NextFunction) => void {
	return (request, response, next) => {
		work(request, response).catch((error: unknown) => {
			if (!(error instanceof Misasked || error instanceof HolidaysUnknownError)) return next(error);
			next(new BadRequestError({ reason: error.reasons[askedLanguage(request, languages.get(request))] }));
		});
	};
}

/** Whoever signed in, or a 401. */
export async function signedIn(knex: Knex, request: AuthenticatedRequest): Promise<Caller> {
	if (!request.accountability?.user) throw new SignInError();
	const caller = await callerOf(knex, request.accountability);
	const language = caller.unrestricted ? await languageOf(knex, caller.user) : caller.language;
	languages.set(request, language);
	return { ...caller, language };
}

/** As {@link signedIn}, for these roles and the Administrator only. */
export async function allowedTo(
	knex: Knex,
	request: AuthenticatedRequest,
	roles: readonly RoleName[],
): Promise<Caller> {
	const caller = await signedIn(knex, request);
	if (caller.unrestricted || (caller.role !== null && roles.includes(caller.role))) return caller;
	throw new NotYoursError();
}

/** Who sees every contract. */
const EVERYWHERE: readonly (RoleName | null)[] = ['Buyer', 'Buyer Analyst', 'Data Protection Officer'];

/** The contracts that a caller may see: the Buyer and the Data Protection Officer every one, others their Supplier's. */
export async function visibleContracts(knex: Knex, caller: Caller): Promise<StoredContract[]> {
	const contracts = await readContracts(knex);
	if (caller.unrestricted || EVERYWHERE.includes(caller.role)) return contracts;
	return contracts.filter((contract) => contract.supplier === caller.supplier);
}

/** The contract with this reference, if the caller may see it; one wording for another Supplier's and for none. */
export async function visibleContract(knex: Knex, caller: Caller, reference: string): Promise<StoredContract> {
	const contract = (await visibleContracts(knex, caller)).find((each) => each.reference === reference);
	if (!contract) throw new ContractMissingError({ reason: NO_SUCH_CONTRACT[caller.language](reference) });
	return contract;
}

/** What a request asks about: a contract's month, `/:contract/:month` or `/:contract/:file.xlsx`. */
export interface ContractMonth {
	caller: Caller;
	month: CalendarMonth;
	contract: StoredContract;
}

/** The month and the contract that a request names, for whoever of these roles may see it. */
export async function contractMonth(
	knex: Knex,
	request: AuthenticatedRequest,
	roles: readonly RoleName[],
): Promise<ContractMonth> {
	const caller = await allowedTo(knex, request, roles);
	const month = monthIn('month', request.params.month ?? request.params.file);
	const contract = await visibleContract(knex, caller, String(request.params.contract));
	return { caller, month, contract };
}

/** Ends what is being prepared for somebody who does not wait any more. */
export function abortedWith(response: Response): AbortSignal {
	const gone = new AbortController();
	response.once('close', () => gone.abort());
	return gone.signal;
}
