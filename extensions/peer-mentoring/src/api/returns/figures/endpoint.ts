import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { hideSmall } from '../../../domain/returns/figures/hidden.ts';
import { FIGURES, type Split } from '../../../domain/returns/figures/catalogue.ts';
import type { CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { monthsIn, type Asked } from '../../../domain/returns/figures/asked.ts';
import { submittedMonths } from '../../../storage/contract/submitted-months.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readFigure, type Behind } from '../../../storage/returns/figures/read-figure.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import type { Caller, RoleName } from '../../shared/caller.ts';
import { BadRequestError, languageOf } from '../../shared/errors.ts';
import { allowedTo, handler, visibleContract, visibleContracts, type AuthenticatedRequest } from '../../shared/http.ts';
import { answerOf, catalogueOf, type Answer } from './answer.ts';
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
			const contracts = reference
				? [await visibleContract(knex, caller, String(reference))]
				: await visibleContracts(knex, caller);
			return { caller, language, asked, contracts };
		};

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
				const { asked, contracts } = await askedOf(request, NAMED);
				const data: Behind[] = [];
				await readFigure(knex, asked, [], { contracts, today: today(), behind: (record) => data.push(record) });
				const order = ({ on, reference }: Behind) => `${on} ${reference}`;
				response.json({ data: data.sort((a, b) => (order(a) < order(b) ? -1 : 1)) });
			}),
		);
		router.get(
			'/',
			handler(async (request, response) => {
				const { caller, language, asked, contracts } = await askedOf(request, ROLES);
				const answer = isNamed(caller)
					? await openAnswer(knex, asked, contracts)
					: await closedAnswer(knex, asked, contracts, TEXTS[language].nothing_closed);
				const named = isNamed(caller);
				const data = await answerOf(knex, asked, answer, { language, named });
				if (await sendTable(response, request.query.format, data, language)) return;
				response.json({ data });
			}),
		);
	},
});

const isNamed = ({ role, unrestricted }: Caller) => unrestricted || (role !== null && NAMED.includes(role));

async function openAnswer(knex: Knex, asked: Asked, contracts: readonly StoredContract[]): Promise<Answer> {
	const { cells, total } = (await readFigure(knex, asked, asked.by, { contracts, today: today() })).result();
	return { cells: cells.map((cell) => ({ ...cell, hidden: false })), total, totalHidden: false };
}

/**
 * What the Buyer reads (5.4): months that have been submitted, and no small numbers. Filters are told apart like splits
 * before anything is hidden, so that a filtered answer shows no cell that the whole table hides.
 */
async function closedAnswer(
	knex: Knex,
	asked: Asked,
	contracts: readonly StoredContract[],
	nothing: string,
): Promise<Answer> {
	const submitted = await submittedMonths(knex);
	const isClosed = (contract: string, month: CalendarMonth) => submitted.has(`${contract} ${month}`);
	const inRange = contracts.some(({ id }) => monthsIn(asked).some((month) => isClosed(id, month)));
	if (!inRange) throw new BadRequestError({ reason: nothing });
	const filters = (Object.keys(asked.where) as Split[]).filter((split) => !asked.by.includes(split));
	const by = [...asked.by, ...filters];
	const reading = { contracts, today: today(), isClosed };
	const whole = (await readFigure(knex, { ...asked, where: {} }, by, reading)).result();
	const answer = (await readFigure(knex, asked, asked.by, reading)).result();
	if (!FIGURES[asked.count].personal) {
		return { ...answer, cells: answer.cells.map((cell) => ({ ...cell, hidden: false })), totalHidden: false };
	}
	const table = hideSmall(whole, by.length);
	const own = hideSmall(answer, asked.by.length);
	const isFiltered = Object.keys(asked.where).length > 0;
	const matches = (values: readonly (string | null)[]) =>
		by.every((split, index) => asked.where[split]?.includes(values[index] ?? '') ?? true);
	const hiddenIn = new Set(
		table.cells
			.filter(({ hidden, values }) => hidden && matches(values))
			.map(({ values }) => JSON.stringify(values.slice(0, asked.by.length))),
	);
	const cells = own.cells.map((cell) => ({
		...cell,
		hidden: cell.hidden || hiddenIn.has(JSON.stringify(cell.values)),
	}));
	const totalHidden = own.totalHidden || (isFiltered ? cells.some(({ hidden }) => hidden) : table.totalHidden);
	return { ...answer, cells, totalHidden };
}
