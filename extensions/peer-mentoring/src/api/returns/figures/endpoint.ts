import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import type { Asked } from '../../../domain/returns/figures/asked.ts';
import { openAnswer, type ClosedAnswer } from '../../../domain/returns/figures/closed.ts';
import { readContracts, type StoredContract } from '../../../storage/contract/contracts.ts';
import type { Language } from '../../../domain/language/text.ts';
import { readFigure, type Behind } from '../../../storage/returns/figures/read-figure.ts';
import { readKeptFile } from '../../../storage/returns/kept-files.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import type { Caller, RoleName } from '../../shared/caller.ts';
import { BadRequestError, languageOf, NotYoursError } from '../../shared/errors.ts';
import { answerOf, catalogueOf } from '../../shared/figures/answer.ts';
import { onlyOf, readClosed } from '../../shared/figures/read-closed.ts';
import { allowedTo, handler, visibleContract, visibleContracts, type AuthenticatedRequest } from '../../shared/http.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { noteRead } from '../../shared/read-log.ts';
import { askedIn } from './asked-in-query.ts';
import { sendTable } from './table.ts';
import { TEXTS } from './texts.ts';

const ROLES: readonly RoleName[] = ['Supplier Manager', 'Supplier MI', 'Buyer'];
const NAMED: readonly RoleName[] = ['Supplier Manager', 'Supplier MI'];
/** `?as=buyer`: a Supplier sees what the Buyer would. */
const AS_BUYER = 'buyer';
const REQUESTS = 'information_requests';

/** Every question of the catalogue (3.12): what can be counted, the figures, and the records behind them. */
export default defineEndpoint({
	id: 'figures',
	handler: (router, { database, services, getSchema }) => {
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

		/** As the Buyer reads it: what is withheld of a contract depends on all of them. */
		const closed = async (
			asked: Asked,
			contract: StoredContract | undefined,
			contracts: readonly StoredContract[],
			language: Language,
		): Promise<[Asked, ClosedAnswer]> => {
			const found = contract
				? await readClosed(knex, onlyOf(asked, contract.reference), await readContracts(knex))
				: await readClosed(knex, asked, contracts);
			if (!found) throw new BadRequestError({ reason: TEXTS[language].nothing_closed });
			return found;
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
			'/requests/:id.xlsx',
			handler(async (request, response) => {
				await allowedTo(knex, request, ROLES);
				const { accountability } = request;
				const requests = new services.ItemsService(REQUESTS, { schema: await getSchema(), accountability } as never);
				const found = await requests.readOne(String(request.params.id), { fields: ['answered_file'] });
				if (!found.answered_file) throw new NotYoursError();
				const { name, content } = await readKeptFile(knex, String(found.answered_file));
				response.type(WORKBOOK).attachment(name).set('cache-control', 'private, no-store').send(content);
			}),
		);
		router.get(
			'/',
			handler(async (request, response) => {
				const { caller, language, asked, contract, contracts } = await askedOf(request, ROLES);
				const named = isNamed(caller);
				const [question, answer] =
					named && request.query.as !== AS_BUYER
						? [asked, openAnswer(await counted(asked, contract ? [contract] : contracts))]
						: await closed(asked, contract, contracts, language);
				const data = await answerOf(knex, { ...question, where: asked.where }, answer, { language, named });
				if (await sendTable(response, request.query.format, data, language)) return;
				response.json({ data });
			}),
		);
	},
});

const isNamed = ({ role, unrestricted }: Caller) => unrestricted || (role !== null && NAMED.includes(role));
