import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { isFixed } from '../../../domain/returns/templates/in-force.ts';
import { leftInWords } from '../../../domain/returns/templates/left-formulas.ts';
import { mappingProblems } from '../../../domain/returns/templates/mapping-problems.ts';
import { today } from '../../../clock/today.ts';
import { readVariables } from '../../../environment/read-variables.ts';
import { readTemplate, type StoredTemplate } from '../../../storage/returns/return-templates.ts';
import { TemplateFault } from '../../../workbook/template/fault.ts';
import { inspectTemplate } from '../../../workbook/template/inspect.ts';
import { mayTouch, type Caller } from '../../shared/caller.ts';
import { languageOf, NotYoursError, refusals } from '../../shared/errors.ts';
import { allowedTo, handler, visibleContract, type AuthenticatedRequest } from '../../shared/http.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { onTemplate, workbookOf } from '../../shared/on-template.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { monthIn } from '../../shared/query.ts';
import { readUpload, UploadError } from '../../shared/read-upload.ts';
import { sendStream } from '../../shared/send-stream.ts';
import { storedFiles } from '../../shared/stored-files.ts';
import { previewSource, previewValues } from './preview.ts';
import { TEXTS } from './texts.ts';

const READERS = ['Supplier MI', 'Supplier Manager'] as const;

/** The workbook of a Buyer's template: taken in by its content, given back, and shown filled (3.7, 3.9). */
export default defineEndpoint({
	id: 'return-templates',
	handler: (router, context) => {
		const knex = context.database as unknown as Knex;
		const files = storedFiles(context);
		const most = readVariables(context.env).TEMPLATE_MAX_BYTES;

		/** The template of a request, which must have a workbook to show. */
		const shown = async (request: AuthenticatedRequest) => {
			const caller = await allowedTo(knex, request, READERS);
			const template = await templateIn(knex, request, caller);
			const texts = TEXTS[await languageOf(knex, caller.user)];
			if (template.file === null) throw new UploadError({ reason: texts.noWorkbook });
			return { caller, template, file: template.file, texts };
		};
		/** As {@link shown}, with the contract and the month that it is filled for, and what it is filled with. */
		const asked = async (request: AuthenticatedRequest) => {
			const { caller, template, texts } = await shown(request);
			const month = monthIn('month', request.query.month);
			const contract = await visibleContract(knex, caller, String(request.query.contract ?? ''));
			if (contract.supplier !== template.supplier) throw new NotYoursError();
			const source = await previewSource(knex, template, contract, month);
			if (!source) throw new UploadError({ reason: texts.noReturn });
			return { template, contract, month, source };
		};

		router.post(
			'/:id/workbook',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier MI']);
				const language = await languageOf(knex, caller.user);
				const texts = TEXTS[language];
				const content = await readUpload(request, most, texts);
				const template = await templateIn(knex, request, caller);
				if (isFixed(template, today())) throw new UploadError({ reason: texts.fixed });
				const structure = await inspectTemplate(content).catch((error: unknown) => {
					if (!(error instanceof TemplateFault)) throw error;
					const where = error.where === undefined ? '' : texts.found(error.where);
					throw new UploadError({ reason: texts.faults[error.code] + where });
				});
				// What is to be used soon must fit the workbook at all times.
				const { kind, mapping, in_use_from: from } = template;
				const problems = from === null ? [] : mappingProblems(kind, mapping, structure);
				if (problems.length > 0) throw refusals('return_templates', problems, language);
				const file = await files.store(content, { type: WORKBOOK, name: fileName(template) });
				const changed = await knex('return_templates')
					.where({ id: template.id, file: template.file })
					.update({ file, structure: JSON.stringify(structure) });
				const left = changed === 1 ? template.file : file;
				if (left !== null) await files.remove(left);
				if (changed !== 1) throw new UploadError({ reason: texts.incomplete });
				const formulas = (structure.left ?? []).map((each) => leftInWords(each, language));
				const notices = formulas.length > 0 ? [texts.left, ...formulas] : [];
				response.json({ data: { file, bytes: content.length, structure, notices } });
			}),
		);
		router.get(
			'/:id/workbook',
			handler(async (request, response) => {
				const { template, file } = await shown(request);
				const content = await files.open(file);
				response.type(WORKBOOK).attachment(fileName(template));
				await sendStream(response, content);
			}),
		);
		router.get(
			'/:id/preview',
			handler(async (request, response) => {
				const { template, contract, month, source } = await asked(request);
				const content = await onTemplate(await workbookOf(files, template), template, source);
				response.type(WORKBOOK).attachment(fileName(template, `${contract.reference}-${month}`));
				response.send(content);
			}),
		);
		router.get(
			'/:id/values',
			handler(async (request, response) => {
				const { template, source } = await asked(request);
				response.json({ data: previewValues(template, source) });
			}),
		);
	},
});

async function templateIn(knex: Knex, { params }: AuthenticatedRequest, caller: Caller): Promise<StoredTemplate> {
	const id = uuidIn(params.id);
	const template = id === undefined ? undefined : await readTemplate(knex, id);
	if (!template || !mayTouch(caller, template)) throw new NotYoursError();
	return template;
}

/** What the template is, and nothing that whoever sent the file has called it. */
function fileName({ kind, version }: StoredTemplate, of = 'template'): string {
	return `${kind}-${version}-${of}`.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 100) + '.xlsx';
}
