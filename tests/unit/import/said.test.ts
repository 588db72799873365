/** What a load says of a file, in Welsh: every sentence that faults and notices of the tests' files are made of. */
import { describe, expect, it } from 'vitest';
import { saidIn, SENTENCES } from '../../../extensions/peer-mentoring/src/domain/loading/said.ts';
import { csv } from '../../support/csv.ts';
import { read } from '../support/import-files.ts';

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('each sentence', () => {
	it.each(SENTENCES.map(({ en, cy }) => [en, cy]))('%s', (en, cy) => {
		expect(namesIn(cy as string)).toEqual(namesIn(en as string));
		expect(cy).not.toBe(en);
	});
});

it.each([
	[
		'cpa must not be empty; it must be a Contract Package Area, 1 to 9',
		'ni chaiff cpa fod yn wag; y gwerth cywir yw Ardal Pecyn Contract, 1 i 9',
	],
	[
		'cpa must be a Contract Package Area, 1 to 9, not "12"',
		'gwerth cywir cpa yw Ardal Pecyn Contract, 1 i 9, nid "12"',
	],
	[
		'held_on names a day that does not exist; it must be a day that exists, from the year 2000 on, written YYYY-MM-DD or DD/MM/YYYY',
		'mae held_on yn enwi diwrnod nad yw’n bod; y gwerth cywir yw diwrnod sy’n bod, o’r flwyddyn 2000 ymlaen, wedi’i ysgrifennu BBBB-MM-DD neu DD/MM/BBBB',
	],
	[
		'line 7 already has this reference; keep one of the two rows',
		'ar llinell 7 eisoes: y cyfeirnod hwn; cadwch un o’r ddwy res',
	],
	[
		'the days of from were read day first, then the month: 4/3/24 as 4 March 2024, 5/3/24 as 5 March 2024',
		'darllenwyd dyddiau from gyda’r diwrnod yn gyntaf, yna’r mis: 4/3/24 fel 4 Mawrth 2024, 5/3/24 fel 5 Mawrth 2024',
	],
])('%s', (en, cy) => {
	expect(saidIn('cy-GB', en)).toBe(cy);
	expect(saidIn('en-GB', en)).toBe(en);
});

it('leaves nothing of a bad file in English', async () => {
	const bad = {
		reference: 'A 1',
		contract: '',
		cpa: '12',
		route: 'somewhere',
		received_on: '31/06/2024',
		phone: '7.7009E+09',
		email: 'nobody',
		aged_18_or_over: 'perhaps',
		nino: 'X',
		benefit_type: 'all',
		start_on: '03/13/2024',
		ended_on: '#N/A',
	};
	const { faults } = await read({ name: 'caseload.csv', content: csv('caseload', [bad, bad]) });
	expect(faults.length).toBeGreaterThan(15);
	for (const { message } of faults) expect(saidIn('cy-GB', message)).not.toMatch(/\b(must|the|holds|was|names)\b/);
});
