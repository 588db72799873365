import { computed, type Ref } from 'vue';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { useAnswer } from '../../shared/panel/use-answer.ts';
import { chartsOf, type ContractCoverage } from './coverage.ts';

export interface CoverageQuery {
	contract?: string | null;
	cpa?: number | null;
	from: CalendarDay;
	to: CalendarDay;
}

/** The coverage of a query, asked for as the viewer and again whenever the query changes. */
export function useCoverage(query: () => CoverageQuery, language: Readonly<Ref<Language>>) {
	const { answer, loading, error } = useAnswer<ContractCoverage | ContractCoverage[]>(() => {
		const { contract, from, to } = query();
		return {
			address: contract ? `/fte-coverage/${encodeURIComponent(contract)}` : '/fte-coverage',
			params: { from, to },
		};
	}, language);
	const charts = computed(() => chartsOf(answer.value ?? [], query().cpa));
	return { charts, loading, error };
}
