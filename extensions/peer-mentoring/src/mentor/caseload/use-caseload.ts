import { computed, ref } from 'vue';
import type { CaseloadAnswer } from '../../domain/home/caseload/answer.ts';
import { inOrderOfWork, weekFrom } from '../../domain/home/caseload/order.ts';
import { named } from '../../domain/home/caseload/search.ts';
import { useKeptAnswer } from '../server/kept-answer.ts';

/** A Peer Mentor's caseload as the server gives it, in the order in which it is worked through. */
export function useCaseload() {
	const withLeft = ref(false);
	const search = ref('');
	const kept = useKeptAnswer<CaseloadAnswer>(() => (withLeft.value ? 'caseload?left=true' : 'caseload'));
	const caseload = kept.answer;
	const stages = computed(() => new Map(caseload.value?.people.map(({ referral, stage }) => [referral, stage])));
	const work = computed(() => {
		if (!caseload.value) return undefined;
		const { to_dos: toDos, people, today } = caseload.value;
		return inOrderOfWork(toDos, new Map(people.map(({ referral, last_seen: seen }) => [referral, seen])), today);
	});
	const week = computed(() => {
		if (!caseload.value) return undefined;
		const { to_dos: toDos, appointments, today } = caseload.value;
		return weekFrom(today, appointments, toDos);
	});
	const people = computed(() => named(caseload.value?.people ?? [], search.value));
	return {
		...kept,
		caseload,
		withLeft,
		search,
		work,
		week,
		people,
		stageOf: (id: string) => stages.value.get(id) ?? '',
	};
}
