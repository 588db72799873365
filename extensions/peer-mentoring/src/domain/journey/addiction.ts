import type { CodeOf } from '../language/code-lists.ts';

type Substance = CodeOf<'substance'>;

const OPIATES: readonly Substance[] = ['heroin', 'prescription_opioids'];

/** The type of addiction that the Mentee Tracker asks for, from the substances named (3.5). */
export function addictionGroup(substances: readonly Substance[]): CodeOf<'addiction_group'> {
	const named = substances.filter((each) => each !== 'not_disclosed');
	if (named.length === 0) return 'not_known';
	if (named.some((each) => OPIATES.includes(each))) return 'opiate';
	if (!named.includes('alcohol')) return 'non_opiate';
	return named.length > 1 ? 'non_opiate_and_alcohol' : 'alcohol';
}
