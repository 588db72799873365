import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isAdded } from '../../../extensions/peer-mentoring/src/storage/privacy/added.ts';
import { erasedValue, erasureProblem } from '../../../extensions/peer-mentoring/src/domain/privacy/erasure.ts';
import {
	familyOf,
	isPersonal,
	knownToExist,
	type Relation,
} from '../../../extensions/peer-mentoring/src/domain/privacy/personal-data.ts';

interface ModelField {
	collection: string;
	field: string;
	type: string;
	sensitivity: 'none' | 'personal' | 'special_category';
	schema: { is_nullable?: boolean; is_unique?: boolean } | null;
}

const model = parse(readFileSync(MODEL_PATH, 'utf8')) as { fields: ModelField[]; relations: Relation[] };

describe('what belongs to a person (2.4, 2.25)', () => {
	const relation = (collection: string, field: string, related_collection: string) => ({
		collection,
		field,
		related_collection,
	});

	it('is found downward from the referral, however deep, and not upward or beside', () => {
		const relations = [
			relation('referrals', 'contract', 'contracts'),
			relation('letters', 'mentee', 'mentees'),
			relation('mentees', 'referral', 'referrals'),
			relation('invoices', 'contract', 'contracts'),
			relation('pages', 'letter', 'letters'),
			relation('letters', 'referral', 'referrals'),
			relation('erasures', 'referral', 'referrals'),
		];
		expect(familyOf(relations)).toEqual([
			{ collection: 'mentees', field: 'referral', parent: 'referrals', key: 'id' },
			{ collection: 'letters', field: 'referral', parent: 'referrals', key: 'id' },
			{ collection: 'letters', field: 'mentee', parent: 'mentees', key: 'id' },
			{ collection: 'pages', field: 'letter', parent: 'letters', key: 'id' },
		]);
	});

	it('is every collection of the data model that has the fields of a Mentee’s record', () => {
		// What is added in the Studio is restricted by the record that it hangs on.
		const family = new Set(
			familyOf(model.relations).flatMap(({ collection }) => (isAdded(collection) ? [] : collection)),
		);
		const restrictable = model.fields.filter(({ field }) => field === 'restricted').map(({ collection }) => collection);
		expect(new Set([...family, 'referrals'])).toEqual(new Set(restrictable));
	});

	it('can be erased in every field: what may not be empty is a text that need not be unique', () => {
		const family = ['referrals', ...familyOf(model.relations).map(({ collection }) => collection)];
		const kept = model.fields.filter(
			({ collection, type, sensitivity, schema }) =>
				family.includes(collection) &&
				!isAdded(collection) &&
				isPersonal(sensitivity) &&
				((schema?.is_nullable === false && !['string', 'text'].includes(type)) || schema?.is_unique),
		);
		expect(kept.map(({ collection, field }) => `${collection}.${field}`)).toEqual([]);
	});
});

it('what is added below a safeguarding concern is known to exist, and not what it says (2.25)', () => {
	const steps = [
		['steps', 'safeguarding_concerns'],
		['notes', 'steps'],
		['letters', 'mentees'],
	].map(([collection = '', parent = '']) => ({ collection, field: 'of', parent, key: 'id' }));
	expect(knownToExist(steps)).toEqual(['safeguarding_concerns', 'steps', 'notes']);
});

describe('what is left of a value (2.25)', () => {
	it.each([
		['a name', { name: 'first_name', nullable: true }, 'Zebedee', null],
		['a list', { name: 'substances', nullable: true }, '["heroin"]', null],
		['nothing', { name: 'decision', nullable: false }, null, null],
		['what may not be empty', { name: 'decision', nullable: false }, 'given', 'erased'],
		['a number that may not be empty', { name: 'score', nullable: false, type: 'integer' }, 7, 0],
		['a choice that may not be empty', { name: 'agreed', nullable: false, type: 'boolean' }, true, false],
		['the reference', { name: 'reference', nullable: true }, 'R-7K3F9Q', 'E-1'],
		['no reference', { name: 'reference', nullable: true }, null, null],
		['a completion, which totals are made of', { name: 'end_reason', nullable: true }, 'completed', 'completed'],
		['another end', { name: 'end_reason', nullable: true }, 'health', 'other'],
		['no end', { name: 'end_reason', nullable: true }, null, null],
	])('%s', (_, field, value, left) => expect(erasedValue(field, value, 'E-1')).toBe(left));
});

describe('an erasure can be recorded (2.25)', () => {
	const words = ['Zoë', "O'Neill", 'Zoë O’Neill', '07700 900417', 'zoe@example.org', 'J', '17'];
	it.each([
		['today', '2026-11-22', 'Article 17(1)(b)', undefined],
		['without a day, which the form asks for', null, 'Consent withdrawn', undefined],
		['unless the day is still to come', '2026-11-23', 'Article 17', 'in_future'],
		['unless the reason gives the name', '2026-11-22', 'ZOË asked', 'names_the_person'],
		['in whatever spelling', '2026-11-22', 'Letter of O’Neill.', 'names_the_person'],
		['or a number', '2026-11-22', 'called from 07700-900417', 'names_the_person'],
		['or an address', '2026-11-22', 'mail of zoe@example.org', 'names_the_person'],
		['but a name inside a word is none', '2026-11-22', 'Zoëtrope, J.', undefined],
	])('%s', (_, requested, reason, code) => {
		const request = { requested_on: requested === null ? null : day(requested), reason };
		expect(erasureProblem(request, words, day('2026-11-22'))?.code).toBe(code);
	});
});
