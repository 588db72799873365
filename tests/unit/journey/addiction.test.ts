import { describe, expect, it, test } from 'vitest';
import { addictionGroup } from '../../../extensions/peer-mentoring/src/domain/journey/addiction.ts';
import { valuesOf, type CodeOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';

type Substance = CodeOf<'substance'>;

const ALL = valuesOf('substance') as Substance[];
const OPIATES: Substance[] = ['heroin', 'prescription_opioids'];
const OTHERS = ALL.filter((each) => ![...OPIATES, 'alcohol', 'not_disclosed'].includes(each));

describe('the type of addiction (3.5)', () => {
	test.each([
		['not_known', []],
		['not_known', ['not_disclosed']],
		['alcohol', ['alcohol']],
		['alcohol', ['alcohol', 'not_disclosed']],
		['opiate', ['heroin']],
		['opiate', ['alcohol', 'prescription_opioids']],
		['opiate', ['crack_cocaine', 'heroin', 'alcohol']],
		['non_opiate', ['cannabis', 'ketamine']],
		['non_opiate', ['other_drug', 'not_disclosed']],
		['non_opiate_and_alcohol', ['powder_cocaine', 'alcohol']],
		['non_opiate_and_alcohol', ['alcohol', 'cannabis', 'not_disclosed']],
	] as [CodeOf<'addiction_group'>, Substance[]][])('%s: %j', (group, substances) => {
		expect(addictionGroup(substances)).toBe(group);
		expect(addictionGroup([...substances].reverse())).toBe(group);
	});

	test.each(OPIATES)('%s is an opiate, whatever else there is', (opiate) => {
		for (const each of ALL) expect(addictionGroup([each, opiate]), each).toBe('opiate');
	});

	test.each(OTHERS)('%s is none', (substance) => {
		expect(addictionGroup([substance])).toBe('non_opiate');
		expect(addictionGroup(['alcohol', substance])).toBe('non_opiate_and_alcohol');
	});

	it('every group can come about', () => {
		const found = ALL.flatMap((one) => ALL.map((other) => addictionGroup([one, other])));
		expect(new Set(found)).toEqual(new Set(valuesOf('addiction_group')));
	});
});
