import { createError } from '@directus/errors';
import { defineHook } from '@directus/extensions-sdk';
import type { Application, Request } from 'express';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { FILES } from '../../../storage/platform/records.ts';
import { AccessLog } from '../../../storage/privacy/access-log.ts';
import type { Accountability } from '../../shared/caller.ts';
import { languageOf } from '../../shared/errors.ts';
import { putOnRecord, Reading, withReading } from '../../shared/read-log.ts';
import { documentAsked } from './documents.ts';
import { languageInTrouble } from '../../shared/asked-language.ts';
import { holdAnswer } from './held-answer.ts';
import { aboutRequest, supplierReader } from './request.ts';
import { logReads } from './reads.ts';

const TEXT: Record<Language, string> = {
	'en-GB': 'The read log is written by the platform alone: nobody adds to it, changes it or deletes from it.',
	'cy-GB':
		'Y platfform yn unig sy’n ysgrifennu’r cofnod darllen: ni chaiff neb ychwanegu ato, ei newid na dileu ohono.',
};

const WrittenByNobody = createError<{ reason: string }>('FORBIDDEN', ({ reason }) => reason, 403);

/** Records are made at the address of their collection. */
const MADE_IN = /^\/items\/([^/]+)\/?$/;

/** Who read what is evidence (5.1): every read goes on record, and stays as the platform wrote it. */
export default defineHook(({ filter, init }, { database }) => {
	const knex = database as unknown as Knex;
	for (const event of ['create', 'update', 'delete']) {
		filter(`access_log.items.${event}`, async (_payload, _meta, { database, accountability }) => {
			const { user } = (accountability ?? {}) as NonNullable<Accountability>;
			throw new WrittenByNobody({ reason: TEXT[await languageOf(database as unknown as Knex, user)] });
		});
	}

	const log = new AccessLog(knex);
	const supplierOf = supplierReader();
	logReads(filter);
	init('middlewares.after', ({ app }) =>
		(app as Application).use((request: Request, response, next) => {
			const reading = new Reading(request.method === 'POST' ? MADE_IN.exec(request.path)?.[1] : undefined);
			const about = (within = knex) => {
				const { accountability } = request as Request & { accountability?: Accountability };
				return aboutRequest(request, () => supplierOf(within, accountability?.user ?? null));
			};
			const current = { reading, log, about };
			const { path } = request;
			const work = async () => {
				// Directus hands out a file's content without a read of it.
				const document = await documentAsked(knex, path);
				if (document) reading.note(FILES, [document]);
				reading.answered = true;
				await putOnRecord(current);
			};
			holdAnswer(response, work, () => languageInTrouble(knex, request));
			withReading(current, next);
		}),
	);
});
