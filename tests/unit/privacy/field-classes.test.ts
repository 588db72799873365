import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { grantedFields } from '../../../directus/lib/config/classes.ts';
import { FOLDERS, type Texts } from '../../../directus/lib/config/files.ts';
import { readRole } from '../../../directus/lib/config/roles/role-file.ts';
import { fieldClasses, fieldsWithoutClass, type FieldClass } from '../../../directus/lib/model/field-classes.ts';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';
import { familyOf, type Relation } from '../../../extensions/peer-mentoring/src/domain/privacy/personal-data.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';

interface ModelField extends FieldClass {
	type: string;
	meta: { note?: string; options?: { choices?: unknown } } | null;
}

const text = readFileSync(MODEL_PATH, 'utf8');
const model = parse(text) as { fields: ModelField[]; relations: Relation[] };
const journey = new Set(['referrals', ...familyOf(model.relations).map(({ collection }) => collection)]);
const nameOf = ({ collection, field }: FieldClass) => `${collection}.${field}`;

/** Fields that look as if they told something of a person, and do not. */
const NOT_PERSONAL: Record<string, string> = {
	'access_log.keys': 'keys of records alone',
	mentor_user: 'the key of an account, which the row rules need; it names nobody',
	complained_of_user: 'the key of an account, so that the mentor complained of never sees the complaint',
	'call_off_contracts.reference': 'names a contract',
	'safeguarding_concerns.reference': 'a number of its own, by which a concern is spoken of without naming anybody',
	'peer_mentors.reference': 'shown to the Buyer instead of the name of a Peer Mentor',
	'reminders.kinds': 'which kinds of reminders an account was sent; nothing about a person of the caseload',
	'import_runs.files': 'what each file was sent as, its SHA-256 and its size; never its name',
	'suppliers.import_columns': 'which column each heading of a Supplier’s files is',
	'released_figures.name': 'which figure of the catalogue',
	'kept_files.name': 'what the file is, by contract, month and version',
	'call_off_contracts.return_measures': 'what the return counts, with values of the lists; names are refused',
	'information_requests.figures': 'what is to be counted, with values of the lists; names are refused',
	'information_requests.answered_figures': 'counts as the Buyer reads them, without small numbers',
	'mi_return_versions.figures': 'counts; the mentors in it by their reference, the records not at all',
	'mi_return_versions.differences': 'counts that a correction has changed',
	'mi_return_versions.acknowledged': 'kinds of exceptions, how many, and why they are carried',
	'sample_items.number': 'the number of a request and a place in it',
	'sample_items.buyer_response': 'written for the Buyer, beside a response of its own for what is about a person',
	'payments.waits_for': 'milestones of a contract',
	'mi_returns.nothing_to_report': 'which parts of the narrative say nothing',
	'mi_returns.sent_reference': 'what Jaggaer calls a return',
	'plan_confirmations.token_hash': 'the fingerprint of an address, which says nothing',
	'plan_confirmations.version': 'the fingerprint of a text, which cannot be read back',
	'return_sendings.reference': 'what Jaggaer, or the message, calls what was sent',
	'periodic_returns.figures': 'organisations and amounts, or versions of documents, as the return shows them',
	'mentees.contact_changed_on': 'a day, without what changed',
	'return_templates.mapping': 'which cell of the Buyer’s workbook holds which figure',
	'return_templates.structure': 'the sheets, formulas and names of the Buyer’s empty workbook',
	'suppliers.name': 'an organisation',
	'organisations.name': 'an organisation',
	'marketing_products.name': 'a product',
	'own_reminders.name': 'what a reminder says',
	'own_reminders.name_cy': 'what a reminder says',
	'own_reminders.clocks': 'which due dates',
	'own_reminders.recipients': 'which roles',
	'local_services.name': 'an organisation',
	'local_services.contact': 'how an organisation is reached, as it says itself',
	'local_services.languages': 'in which an organisation can help',
	'questionnaires.name': 'a questionnaire',
	'survey_questions.choices': 'answers to choose from, the same for everybody',
	'session_places.name': 'a place that is open to everybody',
	'session_places.address': 'of such a place',
	'sessions.attention': 'codes; what has to be looked at, not why',
	'contract_package_areas.name': 'Annex C',
	'delivery_areas.name': 'Annex C',
	'delivery_areas.name_cy': 'Annex C',
	'jobcentre_offices.name': 'Annex C',
	'jobcentre_offices.name_cy': 'Annex C',
	'jobcentre_offices.name_printed': 'Annex C',
	'service_levels.name_en': 'Table A',
	'service_levels.name_cy': 'Table A',
	'consents.statement_version': 'the version of a text that is the same for everybody',
	'mentor_steps.stages': 'stages of a journey, the same for everybody',
	'mentor_steps.parts': 'collections and fields that a step of the mentors’ app asks',
	'plan_samples.quarter': 'a quarter of the year',
	'plan_samples.passages_read': 'fingerprints of passages that were read',
	'plan_sample_draws.areas': 'how many plans each area was to have, and had',
	'service_level_clocks.badge': 'worked out: service level, days and status',
	'service_level_clocks.month': 'a month',
};

const PERSON_IN_NAME = /(^|_)(name|phone|email|nino|reference|address|contact|coach)(_|$)|_user$/;

/** Free text about a person, a way to reach or to find one, or a list of people. */
function smellsPersonal({ collection, field, type, meta }: ModelField): boolean {
	const typed = typeof meta?.options?.choices !== 'string' && (type === 'string' || type === 'text');
	const isKey =
		field === 'id' || model.relations.some((each) => each.collection === collection && each.field === field);
	if (type === 'alias') return false;
	return (journey.has(collection) && typed && !isKey) || PERSON_IN_NAME.test(field) || type === 'json';
}

describe('every field of the data model', () => {
	it('has a class, and one that there is', () => {
		expect(fieldsWithoutClass(text)).toEqual([]);
		const known: readonly string[] = valuesOf('sensitivity');
		expect(model.fields.filter(({ sensitivity }) => !known.includes(sensitivity)).map(nameOf)).toEqual([]);
	});

	it('that looks personal is classed so, or is on the list with its reason', () => {
		const open = model.fields.filter((field) => field.sensitivity === 'none' && smellsPersonal(field));
		const unexplained = open.filter((field) => !(nameOf(field) in NOT_PERSONAL) && !(field.field in NOT_PERSONAL));
		expect(unexplained.map(nameOf)).toEqual([]);
		const needed = new Set(open.flatMap((field) => [nameOf(field), field.field]));
		expect(Object.keys(NOT_PERSONAL).filter((name) => !needed.has(name))).toEqual([]);
	});

	it('of free text outside a journey is personal, comes with the platform, or tells its writer that it is no place for a person', () => {
		const notes = parse(readFileSync(join(FOLDERS.translations, 'notes.yaml'), 'utf8')) as Texts;
		const seeded = ['configuration_conflicts', 'contract_package_areas', 'service_levels'];
		const silent = model.fields.filter(
			({ collection, type, sensitivity, meta }) =>
				type === 'text' &&
				sensitivity === 'none' &&
				!seeded.includes(collection) &&
				!/nothing about a person/i.test(notes[meta?.note?.replace('$t:', '') ?? '']?.['en-GB'] ?? ''),
		);
		expect(silent.map(nameOf)).toEqual([]);
	});
});

describe.each(['buyer', 'buyer-analyst', 'referrer'])('the role of %s.yaml', (file) => {
	const { permissions } = readRole(join(FOLDERS.roles, `${file}.yaml`));
	const own = new Set(fieldClasses().map(({ collection }) => collection));
	const grants = Object.entries(permissions).flatMap(([collection, actions]) =>
		Object.entries(actions).map(([action, { fields }]) => ({ collection, action, fields })),
	);

	it('reaches no field that is personal or special category (5.4)', () => {
		const open = (classes: readonly FieldClass[]) =>
			grants.flatMap(({ collection, fields }) =>
				grantedFields(collection, fields, [...classes])
					.filter((field) => classes.some((each) => isPersonal(each) && nameOf(each) === `${collection}.${field}`))
					.map((field) => `${collection}.${field}`),
			);
		expect(open(fieldClasses())).toEqual([]);
		// A list written out does not follow the class, and is found here.
		expect(open([{ collection: 'suppliers', field: 'name', sensitivity: 'personal' }])).toHaveLength(
			grants.some(({ collection }) => collection === 'suppliers') ? 1 : 0,
		);
	});

	it('reaches no field that leads to an account, whose e-mail address a filter would tell letter by letter', () => {
		const accounts = new Set(
			fieldClasses()
				.filter(({ account }) => account)
				.map(nameOf),
		);
		expect(accounts.has('peer_mentors.user') && accounts.has('office_visit_weeks.mentor_user')).toBe(true);
		const open = grants.flatMap(({ collection, fields }) =>
			grantedFields(collection, fields).map((field) => `${collection}.${field}`),
		);
		expect(open.filter((field) => accounts.has(field))).toEqual([]);
	});

	it('is granted all fields of no collection that has personal ones', () => {
		const all = grants.filter(({ collection, fields }) => fields.includes('*') && own.has(collection));
		expect(all).toEqual([]);
	});
});

describe('a grant by class', () => {
	const classes: FieldClass[] = [
		{ collection: 'meetings', field: 'held_on', sensitivity: 'none' },
		{ collection: 'meetings', field: 'notes', sensitivity: 'none' },
		{ collection: 'sessions', field: 'note', sensitivity: 'special_category' },
	];

	it.each([
		['none', ['held_on', 'notes']],
		['personal', ['held_on']],
		['special_category', ['held_on']],
	] as const)('follows the class of a field: %s', (sensitivity, granted) => {
		const changed = classes.map((each) => (each.field === 'notes' ? { ...each, sensitivity } : each));
		expect(grantedFields('meetings', ['class:none'], changed)).toEqual(granted);
	});

	it('gives nothing of a field without a class', () => {
		const unclassed = { collection: 'meetings', field: 'room' } as FieldClass;
		expect(grantedFields('meetings', ['class:none'], [unclassed])).toEqual([]);
	});
});

function isPersonal({ sensitivity }: FieldClass): boolean {
	return sensitivity !== 'none';
}
