/** An import takes the values of the lists as the platform has them, by value, code or words. */
import { describe, expect, it, test } from 'vitest';
import { codeLists, parseCode, type Lists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { formatImport } from '../../../extensions/peer-mentoring/src/import/format.ts';
import { readImport } from '../../../extensions/peer-mentoring/src/import/read-import.ts';

const OWN = { value: 'moved_abroad', code: 'MOAB', en: 'Moved abroad', cy: 'Wedi symud dramor' };
const RETIRED = { value: 'emigrated', code: 'EMI', en: 'Emigrated', cy: 'Wedi ymfudo', until: '2024-01-31' };
const LISTS: Lists = {
	...codeLists,
	end_reason: [...codeLists.end_reason, OWN, RETIRED],
	benefit: [...codeLists.benefit, { value: 'own_benefit', code: 'OB', en: 'Own benefit', cy: 'Budd-dal' }],
};

async function read(cells: Record<string, string>, lists?: Lists) {
	const row = { reference: 'R-1', contract: 'PM-CPA9', cpa: '9', route: 'jobcentre_plus', ...cells };
	const content = formatImport('caseload', [row]);
	const { caseload, faults } = await readImport([{ name: 'caseload.csv', content }], { deliveryAreas: [], lists });
	return { record: caseload[0], faults: faults.map(({ message }) => message) };
}

describe('a reason for leaving', () => {
	test.each(['moved_abroad', 'moab', ' Moved Abroad ', 'wedi symud dramor'])(
		'"%s" is one’s own',
		async (end_reason) => {
			expect((await read({ end_reason }, LISTS)).record?.end_reason).toBe('moved_abroad');
		},
	);

	it('that is out of use now was in use when it happened', async () => {
		expect((await read({ end_reason: 'EMI' }, LISTS)).record?.end_reason).toBe('emigrated');
	});

	it('of one’s own is none to the lists that the platform comes with', async () => {
		expect((await read({ end_reason: 'moved_abroad' })).faults).toEqual([
			expect.stringMatching(/^end_reason must be one of completed, .*, other/),
		]);
	});

	it('that there is not is refused with those that there are', async () => {
		expect((await read({ end_reason: 'nowhere' }, LISTS)).faults).toEqual([
			expect.stringMatching(/other, moved_abroad, emigrated/),
		]);
	});
});

describe('several benefits', () => {
	it('can be one’s own among others', async () => {
		expect((await read({ benefit_type: 'UC;own benefit' }, LISTS)).record?.benefit_type).toEqual([
			'universal_credit',
			'own_benefit',
		]);
	});
});

describe('a text that is the words of one value and the code of another', () => {
	it('is the code', () => {
		const lists = { ...codeLists, end_reason: [{ ...OWN, en: 'EMI' }, RETIRED] };
		expect(parseCode('end_reason', 'emi', lists)).toBe('emigrated');
	});
});
