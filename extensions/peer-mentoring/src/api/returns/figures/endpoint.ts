import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import {
	closedAnswer,
	closedQuestion,
	openAnswer,
	wholeSplits,
	type ClosedAnswer,
} from '../../../domain/returns/figures/closed.ts';
import type { CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { monthsIn, type Asked } from '../../../domain/returns/figures/asked.ts';
import { submittedMonths } from '../../../storage/contract/submitted-months.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readFigure, type Behind } from '../../../storage/returns/figures/read-figure.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import type { Caller, RoleName } from '../../shared/caller.ts';
import { BadRequestError, languageOf } from '../../shared/errors.ts';
import { allowedTo, handler, visibleContract, visibleContracts, type AuthenticatedRequest } from '../../shared/http.ts';
import { noteRead } from '../../shared/read-log.ts';
import { answerOf, catalogueOf } from './answer.ts';
import { askedIn } from './asked-in-query.ts';
import { sendTable } from './table.ts';
import { TEXTS } from './texts.ts';

const ROLES: readonly RoleName[] = ['Supplier Manager', 'Supplier MI', 'Buyer'];
const NAMED: readonly RoleName[] = ['Supplier Manager', 'Supplier MI'];

/** Every question of the catalogue (3.12): what can be counted, the figures, and the records behind them. */
export default defineEndpoint({
	id: 'figures',
	handler: (router, { database }) => {
		const knex = database as unknown as Knex;
		const askedOf = async (request: AuthenticatedRequest, roles: readonly RoleName[]) => {
			const caller = await allowedTo(knex, request, roles);
			const language = askedLanguage(request, await languageOf(knex, caller.user));
			const asked = askedIn(request.query, { named: isNamed(caller), language, today: today() });
			const reference = request.query.contract;
			const contract = reference ? await visibleContract(knex, caller, String(reference)) : undefined;
			const contracts = await visibleContracts(knex, caller);
			return { caller, language, asked, contract, contracts };
		};

		const counted = async (asked: Asked, contracts: readonly StoredContract[]) =>
			(await readFigure(knex, asked, asked.by, { contracts, today: today() })).result();

		router.get(
			'/catalogue',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ROLES);
				const language = askedLanguage(request, await languageOf(knex, caller.user));
				response.json({ data: await catalogueOf(knex, { named: isNamed(caller), language }) });
			}),
		);
		router.get(
			'/records',
			handler(async (request, response) => {
				const { asked, contract, contracts } = await askedOf(request, NAMED);
				const data: Behind[] = [];
				await readFigure(knex, asked, [], {
					contracts: contract ? [contract] : contracts,
					today: today(),
					behind: (record) => data.push(record),
				});
				await noteRead(
					'referrals',
					data.map(({ referral }) => referral),
				);
				const order = ({ on, reference }: Behind) => `${on} ${reference}`;
				response.json({ data: data.sort((a, b) => (order(a) < order(b) ? -1 : 1)) });
			}),
		);
		router.get(
			'/',
			handler(async (request, response) => {
				const { caller, language, asked, contract, contracts } = await askedOf(request, ROLES);
				const named = isNamed(caller);
				const [question, answer] = named
					? [asked, openAnswer(await counted(asked, contract ? [contract] : contracts))]
					: await readClosed(knex, onlyOf(asked, contract), contracts, TEXTS[language].nothing_closed);
				const data = await answerOf(knex, { ...question, where: asked.where }, answer, { language, named });
				if (await sendTable(response, request.query.format, data, language)) return;
				response.json({ data });
			}),
		);
	},
});

const isNamed = ({ role, unrestricted }: Caller) => unrestricted || (role !== null && NAMED.includes(role));

/** A contract is a filter like any other: what is left of all contracts would tell of the others (5.4). */
function onlyOf(asked: Asked, contract: StoredContract | undefined): Asked {
	if (!contract) return asked;
	const { contract: filter = [contract.reference] } = asked.where;
	return { ...asked, where: { ...asked.where, contract: filter.filter((each) => each === contract.reference) } };
}

/** What the Buyer reads (5.4): months that have been submitted, and no small numbers. */
async function readClosed(
	knex: Knex,
	question: Asked,
	contracts: readonly StoredContract[],
	nothing: string,
): Promise<[Asked, ClosedAnswer]> {
	const submitted = await submittedMonths(knex);
	const isClosed = (contract: string, month: CalendarMonth) => submitted.has(`${contract} ${month}`);
	const wanted = contracts.filter(({ reference }) => question.where.contract?.includes(reference) ?? true);
	const inRange = wanted.some(({ id }) => monthsIn(question).some((month) => isClosed(id, month)));
	if (!inRange) throw new BadRequestError({ reason: nothing });
	const asked = closedQuestion(question, wanted, isClosed);
	const reading = { contracts, today: today(), isClosed };
	const answer = (await readFigure(knex, asked, asked.by, reading)).result();
	const whole = (await readFigure(knex, { ...asked, where: {} }, wholeSplits(asked), reading)).result();
	return [asked, closedAnswer(asked, answer, whole)];
}
