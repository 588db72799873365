import { computed, ref, watch, type Ref } from 'vue';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { sundayOf } from '../../../domain/calendar/week.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { requestError } from '../../shared/request-error.ts';
import { useServer } from '../../shared/use-server.ts';
import { readCaseload, type Caseload } from './caseload-query.ts';
import { named } from '../../../domain/home/caseload/search.ts';

/** More Mentees than anybody has; whoever does have more pages through them. */
const PAGE = 200;
const PAUSE_IN_TYPING = 250;

/** A Peer Mentor's caseload, and the search in it: in the list itself, or by the server where the list is cut short. */
export function useCaseload(today: CalendarDay, language: Readonly<Ref<Language>>) {
	const server = useServer();
	const caseload = ref<Caseload>();
	const error = ref<string>();
	const search = ref('');
	const withLeft = ref(false);
	const limit = ref(PAGE);
	const asksServer = ref(false);
	let latest = 0;

	async function load(): Promise<void> {
		const asked = ++latest;
		const name = asksServer.value ? search.value.trim() : '';
		try {
			const query = { name, withLeft: withLeft.value, limit: limit.value, until: sundayOf(today) };
			const found = await readCaseload(server, query);
			if (asked !== latest) return;
			caseload.value = found;
			error.value = undefined;
			if (!name) asksServer.value = isCut(found);
		} catch (problem) {
			if (asked === latest) error.value = requestError(problem, language.value);
		}
	}

	const isCut = ({ mentees, referrals }: Caseload) => Math.max(mentees.length, referrals.length) >= limit.value;

	watch([withLeft, limit], load);
	watch(search, (_text, _before, onCleanup) => {
		if (!asksServer.value) return;
		const pause = setTimeout(load, PAUSE_IN_TYPING);
		onCleanup(() => clearTimeout(pause));
	});
	void load();

	return {
		caseload,
		error,
		search,
		withLeft,
		load,
		mentees: computed(() => named(caseload.value?.mentees ?? [], search.value)),
		referrals: computed(() => named(caseload.value?.referrals ?? [], search.value)),
		hasMore: computed(() => caseload.value !== undefined && isCut(caseload.value)),
		showMore: () => (limit.value += PAGE),
	};
}
