import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import type { CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { sendingOf } from '../../../domain/returns/submission/sending.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readPmi } from '../../../storage/returns/pmi.ts';
import { readKeptFile } from '../../../storage/returns/kept-files.ts';
import { readRecordsOf, readReturn } from '../../../storage/returns/return-figures.ts';
import { readSendings } from '../../../storage/returns/sendings.ts';
import { returnVersion } from '../../../storage/returns/return-versions.ts';
import { NotSubmitted, returnLacks, submitReturn, type Submission } from '../../../storage/writer/submission.ts';
import { withoutReferences, type PmiReturn } from '../../../workbook/pmi-return.ts';
import type { Caller, RoleName } from '../../shared/caller.ts';
import { Misasked, inTheirLanguage, languageOf } from '../../shared/errors.ts';
import { contractMonth, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { notAmong, wholeNumberIn } from '../../shared/query.ts';
import { isJourneyMeasure, JOURNEY_MEASURES, pmiAnswer } from '../../shared/pmi-answer.ts';
import { routeSendings } from '../../shared/sending-routes.ts';
import { periodicFiles } from '../../shared/periodic-file.ts';
import { pmiFile, WORKBOOK } from '../../shared/pmi-file.ts';
import { noteRead } from '../../shared/read-log.ts';
import { refuseNames } from '../../shared/refuse-names.ts';
import { storedFiles } from '../../shared/stored-files.ts';
import { errorsFor, lackingParts, notThereYet } from './not-submitted.ts';
import { submissionIn } from './submission-body.ts';

interface Which {
	cpa?: number;
	version?: number;
}

/** The PMI of a month as figures, as a workbook, the records behind each figure, and its submission (3.4, 3.8). */
export default defineEndpoint({
	id: 'pmi',
	handler: (router, context) => {
		const knex = context.database as unknown as Knex;
		const files = storedFiles(context);
		const askedOf = async (request: AuthenticatedRequest, roles: readonly RoleName[]) => {
			const asked = await contractMonth(knex, request, roles);
			return { ...asked, cpa: cpaIn(request.query.cpa, asked.contract) };
		};

		const fileOf = (contract: StoredContract) => (pmi: PmiReturn) => pmiFile(knex, files, contract, pmi);
		const figuresOf = async (contract: StoredContract, ...[month, which]: [CalendarMonth, Which]) => {
			const found = await readReturn(knex, contract, month, which);
			if (found) return found;
			throw new Misasked(
				'This return has been submitted without that version or area.',
				'Cyflwynwyd yr adroddiad hwn heb y fersiwn neu’r ardal honno.',
			);
		};

		router.get(
			'/:contract/:file.xlsx',
			handler(async (request, response) => {
				const { caller, month, contract, cpa } = await askedOf(request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
				const version = versionIn(request.query.version);
				const submitted = cpa === undefined ? await returnVersion(knex, contract.id, month, version) : undefined;
				const name = `PMI-${contract.reference}-${month}${cpa ? `-CPA${cpa}` : ''}.xlsx`.replaceAll('/', '-');
				const { content } = submitted
					? await readKeptFile(knex, submitted.file)
					: await fileOf(contract)(await shownTo(knex, caller, await figuresOf(contract, month, { cpa, version })));
				response.type(WORKBOOK).attachment(name).send(content);
			}),
		);
		router.get(
			'/:contract/:month',
			handler(async (request, response) => {
				const { caller, month, contract, cpa } = await askedOf(request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
				const pmi = await figuresOf(contract, month, { cpa, version: versionIn(request.query.version) });
				response.json({ data: pmiAnswer(await shownTo(knex, caller, pmi), await sentOf(knex, contract.id, pmi)) });
			}),
		);
		router.get(
			'/:contract/:month/completeness',
			handler(async (request, response) => {
				const { caller, month, contract } = await askedOf(request, ['Supplier Manager', 'Supplier MI']);
				const { exceptions } = await readPmi(knex, contract, month);
				const nothing = { now: new Date(), acknowledged: [], nil: [], narrative: { report: {}, nothing: [] } };
				const missing = await returnLacks(knex, contract, month, nothing, exceptions);
				const language = await languageOf(knex, caller.user);
				const lacking = await lackingParts(knex, contract.id, missing, language);
				response.json({ data: { complete: missing.length === 0, missing: lacking } });
			}),
		);
		router.post(
			'/:contract/:month/submit',
			handler(async (request, response) => {
				const { caller, month, contract } = await askedOf(request, ['Supplier MI']);
				const submission = { ...submissionIn(request.body), user: caller.user, now: new Date() };
				await inTheirLanguage({ database: knex, accountability: request.accountability }, () =>
					refuseNames(knex, 'mi_returns', saidIn(submission), caller),
				);
				try {
					const submitted = await submitReturn(knex, contract, month, submission, {
						pmi: fileOf(contract),
						periodic: await periodicFiles(knex, files, contract, month),
					});
					response.json({ data: { contract: contract.reference, month, status: 'submitted', ...submitted } });
				} catch (error) {
					if (!(error instanceof NotSubmitted)) throw error;
					throw await errorsFor(knex, contract.id, error, await languageOf(knex, caller.user));
				}
			}),
		);
		routeSendings(router, context, 'pmi');
		router.get(
			'/:contract/:month/measures/:key/records',
			handler(async (request, response) => {
				const { month, contract, cpa } = await askedOf(request, ['Supplier Manager', 'Supplier MI']);
				const { key } = request.params;
				if (!isJourneyMeasure(key)) {
					throw notAmong('measure', JOURNEY_MEASURES);
				}
				const data = await readRecordsOf(knex, contract, month, key, cpa);
				await noteRead(
					'referrals',
					data.map(({ referral }) => referral),
				);
				response.json({ data });
			}),
		);
	},
});

/** What the Buyer will read of a submission, by what it is said in. */
function saidIn({ reason, narrative, acknowledged }: Pick<Submission, 'reason' | 'narrative' | 'acknowledged'>) {
	return { ...narrative.report, reason, acknowledged: acknowledged.map((each) => each.reason).join('\n') };
}

/** When what is shown was sent through Jaggaer (3.4): `null` for a draft, and for what was submitted and not sent yet. */
async function sentOf(knex: Knex, contract: string, { month, version }: PmiReturn) {
	if (version === null) return null;
	const found = sendingOf(await readSendings(knex, contract, { month, part: 'pmi' }), version);
	return found ? { on: found.sent_on, reference: found.reference } : null;
}

/** The Buyer reads a month once it is submitted, and nobody's reference (5.4). */
async function shownTo(knex: Knex, { role, user }: Caller, pmi: PmiReturn): Promise<PmiReturn> {
	if (role !== 'Buyer') {
		// A draft names people among its exceptions, by their references.
		await noteRead(
			'referrals',
			pmi.exceptions.filter(({ reference }) => reference).map(() => undefined),
		);
		return pmi;
	}
	if (pmi.status !== 'submitted') throw notThereYet(await languageOf(knex, user));
	return withoutReferences(pmi);
}

/** `?cpa=9`, which must be one of the contract's. */
function cpaIn(value: unknown, contract: StoredContract): number | undefined {
	if (value === undefined) return undefined;
	const cpa = wholeNumberIn('cpa', value, 1, 9);
	if (contract.cpas.includes(cpa)) return cpa;
	throw new Misasked(
		`cpa must be ${contract.cpas.join(' or ')}, which the contract covers.`,
		`Rhaid i cpa fod yn ${contract.cpas.join(' neu ')}, sydd yn y contract.`,
	);
}

/** `?version=2`: as it was submitted the second time. */
function versionIn(value: unknown): number | undefined {
	return value === undefined ? undefined : wholeNumberIn('version', value, 1, 999);
}
