import { useApi } from '@directus/extensions-sdk';
import { ref, watch, type Ref } from 'vue';
import type { CalendarDay } from '../../../domain/calendar-day.ts';
import type { Language } from '../../../domain/messages.ts';
import { requestError } from '../../shared/request-error.ts';
import { chartsOf, type ContractCoverage, type CoverageChart } from './coverage.ts';

export interface CoverageQuery {
	contract?: string | null;
	cpa?: number | null;
	from: CalendarDay;
	to: CalendarDay;
}

/** The coverage of a query, asked for as the viewer and again whenever the query changes. */
export function useCoverage(query: () => CoverageQuery, language: Readonly<Ref<Language>>) {
	const api = useApi();
	const charts = ref<CoverageChart[]>([]);
	const loading = ref(true);
	const error = ref<string>();

	watch(
		query,
		async ({ contract, cpa, from, to }, _before, onCleanup) => {
			const overtaken = new AbortController();
			onCleanup(() => overtaken.abort());
			loading.value = true;
			try {
				const { data } = await api.get<{ data: ContractCoverage | ContractCoverage[] }>(
					contract ? `/fte-coverage/${encodeURIComponent(contract)}` : '/fte-coverage',
					{ params: { from, to }, signal: overtaken.signal },
				);
				charts.value = chartsOf(data.data, cpa);
				error.value = undefined;
			} catch (problem) {
				if (overtaken.signal.aborted) return;
				error.value = await requestError(problem, language.value);
			}
			loading.value = false;
		},
		{ immediate: true },
	);

	return { charts, loading, error };
}
