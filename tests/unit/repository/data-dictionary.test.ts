import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { dictionaryEntries } from '../../../directus/lib/dictionary/entries.ts';
import { dictionaryRows } from '../../../directus/lib/dictionary/load.ts';
import { DICTIONARY_PATH, dictionaryMarkdown, paragraphsIn } from '../../../directus/lib/dictionary/markdown.ts';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';

const model = readFileSync(MODEL_PATH, 'utf8');

describe('the published data dictionary', () => {
	const published = readFileSync(DICTIONARY_PATH, 'utf8');

	it('is what `npm run data-dictionary` writes', () => {
		expect(published === dictionaryMarkdown(dictionaryEntries(model))).toBe(true);
	});

	it('says of every collection what it is for', () => {
		const silent = dictionaryEntries(model).filter(
			({ purpose, collection }) => !purpose && collection !== 'directus_users',
		);
		expect(silent.map(({ collection }) => collection)).toEqual([]);
	});

	it('leads from a paragraph to the form, and back', () => {
		expect(published).toMatch(/^\| 2\.8 \|.*`referrals\.permission_obtained`/m);
		const section = published.slice(published.indexOf('\n### referrals\n'));
		expect(section).toMatch(/^\| `permission_obtained` \|.*\| 2\.8 \| none \|$/m);
	});

	it('says what a field is in plain words', () => {
		const fields = dictionaryEntries(model).flatMap((entry) => entry.fields);
		const find = (name: string) => fields.find((each) => `${each.collection}.${each.field}` === name);
		expect(find('sessions.mentee')).toMatchObject({ type: 'one of Mentees', filled: 'required' });
		expect(find('mentees.sessions')?.type).toBe('list of Sessions');
		expect(find('call_off_contracts.cpas')?.type).toBe('list of Contract Package Areas');
		expect(find('mentees.benefits')).toMatchObject({ type: 'any number of choices', choices: 'benefit' });
		expect(find('mentees.reference')?.filled).toBe('by the platform');
		expect(find('action_plans.goal')).toMatchObject({ type: 'free text', meaning: 'In the Mentee’s own words.' });
	});

	it('has a place in the contract’s order for every paragraph', () => {
		expect(paragraphsIn('2.7 Annex E')).toEqual(['2.7', 'Annex E']);
		const index = published.slice(published.lastIndexOf('\n## ')).match(/^\| (Annex [A-Z]|[A-Z]?\d+\.\d+) \|/gm);
		expect(index?.indexOf('| 2.6 |')).toBeLessThan(index?.indexOf('| 2.20 |') as number);
	});
});

describe('the rows of the collection data_dictionary', () => {
	it('have the same key whenever they are made, and fit their columns', () => {
		const rows = dictionaryRows(model);
		expect(rows).toEqual(dictionaryRows(model));
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		for (const row of rows) expect(String(row.meaning).length).toBeLessThanOrEqual(255);
		expect(rows.find((row) => row.collection === 'mentees' && row.field === 'nino')).toMatchObject({
			sensitivity: 'personal',
			paragraph: '2.6 3.5',
		});
	});

	it('leave out a field that has no class', () => {
		const collections = [{ collection: 'a', meta: {}, schema: {} }];
		const fields = [
			{ collection: 'a', field: 'b', type: 'string', sensitivity: 'none' },
			{ collection: 'a', field: 'c', type: 'string' },
		];
		expect(dictionaryRows(stringify({ collections, fields, relations: [] })).map(({ field }) => field)).toEqual(['b']);
	});
});
