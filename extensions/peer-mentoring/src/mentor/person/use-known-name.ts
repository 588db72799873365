import { ref } from 'vue';
import type { CaseloadAnswer } from '../../domain/home/caseload/answer.ts';
import { keptName } from '../server/kept-answer.ts';
import { vault } from '../server/session.ts';

/** What somebody is called as My caseload had it last, by the key of their Mentee's record or of their referral. */
export function useKnownName(about: string | null) {
	const name = ref<string | null>(null);
	void vault.value?.get<CaseloadAnswer>(keptName('caseload')).then((caseload) => {
		const found = caseload?.people.find(({ mentee, referral }) => about === mentee || about === referral);
		if (about) name.value = found?.name ?? null;
	});
	return name;
}
