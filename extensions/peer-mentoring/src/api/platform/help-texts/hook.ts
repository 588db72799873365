import { defineHook } from '@directus/extensions-sdk';
import type { Application, NextFunction, Request, Response } from 'express';
import type { Knex } from 'knex';
import { readTranslations } from '../../../storage/platform/data-model.ts';
import { helpTextsOf } from '../../../storage/platform/help-texts.ts';
import { callerOf, type Accountability } from '../../shared/caller.ts';
import { traceOf } from '../../shared/trace-of.ts';
import { keysOfNotes, withHelpTexts, type ToldField } from './notes.ts';

/**
 * Where the Studio asks for the fields of its forms, whoever belongs to a Supplier is told with them what that Supplier
 * says under each. Without a text of theirs, nothing is asked or changed.
 */
export default defineHook(({ init }, { database, logger }) => {
	const knex = database as unknown as Knex;

	const told = async (fields: readonly ToldField[], accountability: Accountability): Promise<readonly ToldField[]> => {
		const { supplier, language } = await callerOf(knex, accountability);
		if (supplier === null) return fields;
		const texts = await helpTextsOf(knex, supplier, language);
		if (texts.size === 0) return fields;
		const words = await readTranslations(knex, language, keysOfNotes(fields, texts));
		return withHelpTexts(fields, texts, new Map(words.map(({ key, value }) => [key, value])), language);
	};

	const addTexts = (request: Request, response: Response, next: NextFunction) => {
		const send = response.json.bind(response);
		response.json = (body: { data?: unknown }) => {
			const { accountability } = request as Request & { accountability?: Accountability };
			if (response.statusCode !== 200 || !Array.isArray(body?.data) || !accountability?.user) return send(body);
			told(body.data as ToldField[], accountability)
				.catch((error: unknown) => {
					// The form is the same without them.
					logger.error(`Help texts of a Supplier could not be read: ${traceOf(error)}`);
					return body.data;
				})
				.then((data) => send({ ...body, data }))
				.catch(next);
			return response;
		};
		next();
	};

	init('middlewares.before', ({ app }) => (app as Application).get(/^\/fields(?:\/[^/]+)?\/?$/, addTexts));
});
