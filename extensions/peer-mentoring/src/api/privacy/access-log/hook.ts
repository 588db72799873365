import { createError } from '@directus/errors';
import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import type { Accountability } from '../../shared/caller.ts';
import { languageOf } from '../../shared/errors.ts';

const TEXT: Record<Language, string> = {
	'en-GB': 'The read log is written by the platform alone: nobody adds to it, changes it or deletes from it.',
	'cy-GB':
		'Y platfform yn unig sy’n ysgrifennu’r cofnod darllen: ni chaiff neb ychwanegu ato, ei newid na dileu ohono.',
};

const WrittenByNobody = createError<{ reason: string }>('FORBIDDEN', ({ reason }) => reason, 403);

/** Who read what is evidence (5.1): it stays as the platform wrote it, whoever asks and whichever way. */
export default defineHook(({ filter }) => {
	for (const event of ['create', 'update', 'delete']) {
		filter(`access_log.items.${event}`, async (_payload, _meta, { database, accountability }) => {
			const { user } = (accountability ?? {}) as NonNullable<Accountability>;
			throw new WrittenByNobody({ reason: TEXT[await languageOf(database as unknown as Knex, user)] });
		});
	}
});
