import type { Knex } from 'knex';
import { isFixed } from '../../../../domain/returns/templates/in-force.ts';
import { isComplete, mappingProblems } from '../../../../domain/returns/templates/mapping-problems.ts';
import { isEmpty, readMapping, type Mapping } from '../../../../domain/returns/templates/mapping.ts';
import { today } from '../../../../clock/today.ts';
import { storedTemplate } from '../../../../storage/returns/return-templates.ts';
import { callerOf, mayTouch } from '../../../shared/caller.ts';
import { NotYoursError, RecordRefused, refusal } from '../../../shared/errors.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { refuseChange, type WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const TEMPLATES = 'return_templates';
/** Written with the workbook, by its own endpoint alone. */
const OF_THE_WORKBOOK = ['file', 'structure'];

/** A new template belongs to the Supplier of whoever adds it; its workbook comes afterwards. */
export async function completeTemplate(given: Payload, context: WriteContext): Promise<Payload> {
	const caller = await callerOf(context.database, context.accountability);
	const record = Object.fromEntries(Object.entries(given).filter(([field]) => !OF_THE_WORKBOOK.includes(field)));
	if (!caller.unrestricted) record.supplier = caller.supplier;
	if (uuidIn(record.supplier) === undefined) throw refusal(TEMPLATES, 'supplier', 'supplier_missing');
	return { ...record, mapping: holdTogether(record) };
}

/** A template that has been in use stays as it was; before that, what goes where must fit its workbook (3.7, 3.9). */
export async function refuseTemplate(change: Payload, record: Payload, context: WriteContext): Promise<Payload> {
	const before = await context.database(TEMPLATES).where({ id: record.id }).first();
	if (!mayTouch(await callerOf(context.database, context.accountability), before)) throw new NotYoursError();
	refuseChange(TEMPLATES, change, ['supplier', ...OF_THE_WORKBOOK]);
	const [field] = Object.keys(change);
	if (field !== undefined && isFixed(storedTemplate(before), today()))
		throw refusal(TEMPLATES, field, 'template_fixed');
	if (!['mapping', 'kind', 'in_use_from'].some((each) => each in change)) return {};
	const mapping = holdTogether(record);
	// What one template of several holds is not written to the others.
	return 'mapping' in change ? { mapping } : {};
}

/** Nobody removes a template that returns have been made with. */
export async function refuseUsedTemplates(knex: Knex, keys: readonly unknown[]): Promise<void> {
	const rows = await knex(TEMPLATES)
		.whereIn(
			'id',
			keys.flatMap((key) => uuidIn(key) ?? []),
		)
		.select();
	if (rows.some((row) => isFixed(storedTemplate(row), today()))) throw refusal(TEMPLATES, 'version', 'template_fixed');
}

/** Returns what goes where without anything else that came along. */
function holdTogether(record: Payload): Mapping | null {
	const mapping = mappingOf(record);
	const { kind, structure, file, in_use_from } = storedTemplate(record);
	if (structure === null && !isEmpty(mapping)) throw refusal(TEMPLATES, 'mapping', 'mapping_without_workbook');
	const problems = structure === null ? [] : mappingProblems(kind, mapping, structure);
	if (problems.length > 0) throw new RecordRefused(TEMPLATES, problems);
	if (in_use_from !== null && (file === null || !isComplete(kind, mapping))) {
		throw refusal(TEMPLATES, 'in_use_from', 'template_incomplete');
	}
	return isEmpty(mapping) ? null : mapping;
}

function mappingOf(record: Payload): Mapping {
	const mapping = readMapping(record.mapping);
	if (!('notAnEntry' in mapping)) return mapping;
	const { notAnEntry: line } = mapping;
	if (line === 0) throw refusal(TEMPLATES, 'mapping', 'mapping_not_readable');
	throw refusal(TEMPLATES, 'mapping', 'mapping_no_entry', { line });
}
