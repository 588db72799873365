import { createError } from '@directus/errors';
import type { EndpointExtensionContext } from '@directus/extensions';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { parseDay, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Language } from '../../domain/language/messages.ts';
import { problemMessage, type Problem } from '../../domain/problems.ts';
import type { SendingPart } from '../../domain/returns/submission/sending.ts';
import { readVariables } from '../../environment/read-variables.ts';
import { receiptType } from '../../files/documents.ts';
import { readKeptFile } from '../../storage/returns/kept-files.ts';
import { keepReceipt, newestSending, NotSent, recordSending, type NewSending } from '../../storage/writer/sending.ts';
import { inTheirLanguage, languageOf, NotYoursError, RecordRefusedError } from './errors.ts';
import { contractMonth, handler } from './http.ts';
import { readDocument } from './read-document.ts';
import { UploadError } from './read-upload.ts';
import { refuseNames } from './refuse-names.ts';

/** The longest reference and the longest reason, in characters. */
const LONGEST = { reference: 100, reason: 500 };

const TooEarlyError = createError<{ reason: string }>('RETURN_NOT_SENT', ({ reason }) => reason, 409);
/** What is not there yet, or there already: another request, not another value, would be right. */
const CONFLICTS: readonly string[] = ['not_submitted_yet', 'receipt_of_nothing', 'receipt_there'];

const RECEIPT: Record<Language, { missing: string; several: string; kind: string }> = {
	'en-GB': {
		missing: 'Send the receipt as a file.',
		several: 'Send one file: each sending has one receipt.',
		kind: 'Send the receipt as a PDF, a PNG or a JPEG.',
	},
	'cy-GB': {
		missing: 'Anfonwch y dderbynneb fel ffeil.',
		several: 'Anfonwch un ffeil: mae gan bob anfoniad un dderbynneb.',
		kind: 'Anfonwch y dderbynneb fel PDF, PNG neu JPEG.',
	},
};

/**
 * `POST /:contract/:month/sent`: a return was sent, on a day, under a reference; its receipt is a file of its own
 * (3.4). The PMI and the Mentee Tracker are recorded alike.
 */
export function routeSendings(router: Router, context: EndpointExtensionContext, part: SendingPart): void {
	const knex = context.database as unknown as Knex;
	const most = readVariables(context.env).REGISTER_MAX_BYTES;

	router.post(
		'/:contract/:month/sent',
		handler(async (request, response) => {
			const { caller, month, contract } = await contractMonth(knex, request, ['Supplier MI']);
			const language = await languageOf(knex, caller.user);
			await answered(language, async () => {
				const said = { ...sendingIn(request.body, part, language), user: caller.user, now: new Date() };
				const asked = { database: knex, accountability: request.accountability };
				await inTheirLanguage(asked, () => refuseNames(knex, 'return_sendings', { reason: said.reason }, caller));
				const sent = await recordSending(knex, contract, month, part, said);
				response.json({ data: { contract: contract.reference, month, part, ...sent } });
			});
		}),
	);
	router.post(
		'/:contract/:month/receipt',
		handler(async (request, response) => {
			const { caller, month, contract } = await contractMonth(knex, request, ['Supplier MI']);
			const language = await languageOf(knex, caller.user);
			const texts = RECEIPT[language];
			const content = await readDocument(request, { most, missing: texts.missing, several: texts.several }, language);
			const kind = receiptType(content);
			if (!kind) throw new UploadError({ reason: texts.kind });
			await answered(language, async () => {
				const file = await keepReceipt(knex, contract, month, part, { content, ...kind });
				response.json({ data: { name: file.name, bytes: file.bytes, sha256: file.sha256 } });
			});
		}),
	);
	router.get(
		'/:contract/:month/receipt',
		handler(async (request, response) => {
			const { month, contract } = await contractMonth(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
			const newest = await newestSending(knex, contract.id, month, part);
			if (!newest?.receipt) throw new NotYoursError();
			const { name, media_type, content } = await readKeptFile(knex, newest.receipt);
			response.type(media_type).attachment(name);
			response.set({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' }).send(content);
		}),
	);
}

/** Runs the work; what it refuses is answered in the caller's language, beside the field that it is about. */
async function answered(language: Language, work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (!(error instanceof NotSent)) throw error;
		throw error.problems.map((problem) => {
			const reason = problemMessage(problem, language);
			return CONFLICTS.includes(problem.code) ? new TooEarlyError({ reason }) : refusedField(problem, reason);
		});
	}
}

function refusedField({ field }: Problem, reason: string) {
	return new RecordRefusedError({ reason, field });
}

/** `{"sent_on": "2024-02-07", "reference": "...", "reason": "..."}`; only a correction has a reason. */
function sendingIn(
	body: unknown,
	part: SendingPart,
	language: Language,
): Pick<NewSending, 'sent_on' | 'reference' | 'reason'> {
	const { sent_on, reference, reason } = (body ?? {}) as Record<string, unknown>;
	const wrong = (field: string, code: Problem['code']) =>
		new RecordRefusedError({ reason: problemMessage({ field, code }, language), field });
	const day = typeof sent_on === 'string' ? parseDay(sent_on) : undefined;
	if (!day) throw wrong('sent_on', 'sending_day');
	const texts = { reference: textIn(reference, LONGEST.reference), reason: textIn(reason, LONGEST.reason) };
	for (const [field, text] of Object.entries(texts)) if (text === undefined) throw wrong(field, 'sending_text');
	if (part === 'pmi' && texts.reference === null) throw wrong('reference', 'sending_reference');
	return { sent_on: day as CalendarDay, ...(texts as Pick<NewSending, 'reference' | 'reason'>) };
}

/** `undefined` for what is no text that fits. */
function textIn(value: unknown, longest: number): string | null | undefined {
	if (value === null || value === undefined) return null;
	if (typeof value !== 'string' || value.length > longest || value.includes('\0')) return undefined;
	return value.trim() || null;
}
