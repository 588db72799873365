import type { Workbook } from 'exceljs';
import { today } from '../../../../clock/today.ts';
import { LANGUAGES } from '../../../../domain/language/text.ts';
import { chosenQuestions } from '../../../../domain/returns/figures/chosen.ts';
import type { Asked } from '../../../../domain/returns/figures/asked.ts';
import type { ClosedAnswer } from '../../../../domain/returns/figures/closed.ts';
import { readContracts, type StoredContract } from '../../../../storage/contract/contracts.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { keepFile } from '../../../../storage/returns/kept-files.ts';
import { refusal } from '../../../shared/errors.ts';
import { answerOf } from '../../../shared/figures/answer.ts';
import { onlyOf, readClosed } from '../../../shared/figures/read-closed.ts';
import { addFigure } from '../../../shared/figures/table.ts';
import { refuseChange, type WriteContext } from '../../../shared/ownership.ts';
import { jsonIn, type Payload } from '../../../shared/plain-record.ts';
import { safeName } from '../../../shared/private-documents.ts';
import { WORKBOOK } from '../../../shared/pmi-file.ts';
import { refuseOrganisation } from './third-parties.ts';

const REQUESTS = 'information_requests';

/** Figures are chosen while a request is open; once they were given they stay, and so does what they answer (3.12). */
export async function refuseRequest(context: WriteContext, record: Payload, written: Payload): Promise<void> {
	await refuseOrganisation(context, record);
	if (record.answered_figures) refuseChange(REQUESTS, written, ['figures', 'answered_on', 'kind', 'requested_on']);
	if (written.figures) questionsOf(written.figures);
}

/** The figures of a request, counted on the day it is answered, kept with their workbook as the Buyer was given them. */
export async function answerWithFigures({ database }: WriteContext, record: Payload): Promise<Payload> {
	const isAsked = record.kind === 'ad_hoc_mi' && record.answered_on && record.figures && !record.answered_figures;
	if (!isAsked) return {};
	// What is withheld depends on all that the Buyer reads.
	const contracts = await readContracts(database);
	const contract = contracts.find(({ id }) => id === uuidIn(record.contract)) as StoredContract;
	const answers: [Asked, ClosedAnswer][] = [];
	for (const [index, question] of questionsOf(record.figures).entries()) {
		const closed = await readClosed(database, onlyOf(question, contract.reference), contracts);
		if (!closed) throw refusal(REQUESTS, 'figures', 'figure_of_no_month', { number: index + 1 });
		answers.push([{ ...closed[0], where: question.where }, closed[1]]);
	}
	if (answers.length === 0) return {};
	const given = Object.fromEntries(
		await Promise.all(
			LANGUAGES.map(async (language) => [
				language,
				await Promise.all(answers.map((each) => answerOf(database, ...each, { language, named: false }))),
			]),
		),
	);
	const { default: excel } = await import('exceljs');
	const workbook: Workbook = new excel.Workbook();
	for (const [index, answer] of given['en-GB'].entries()) addFigure(workbook, answer, 'en-GB', index + 1);
	const name = `ad-hoc-${safeName(contract.reference)}-${dayOf(record.answered_on)}.xlsx`;
	const file = await keepFile(database, name, WORKBOOK, Buffer.from(await workbook.xlsx.writeBuffer()));
	return { answered_figures: given, answered_file: file.id, answered_sha256: file.sha256 };
}

/** @throws RecordRefused naming the first figure that cannot be asked */
function questionsOf(figures: unknown): Asked[] {
	const questions = chosenQuestions(jsonIn(figures), today());
	if ('wrong' in questions) throw refusal(REQUESTS, 'figures', 'figure_not_askable', { number: questions.wrong });
	return questions;
}
