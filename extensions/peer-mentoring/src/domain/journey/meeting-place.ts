import type { CodeOf } from '../language/code-lists.ts';
import type { Problem } from './messages.ts';
import type { Route } from './journey.ts';

/** Where the initial meeting takes place: Jobcentre Plus premises where it referred, else the Supplier's (2.6, 2.24). */
const USUAL: Record<Route, CodeOf<'meeting_place'>> = {
	jobcentre_plus: 'jobcentre_plus',
	third_party: 'supplier_premises',
};

/** Refuses an initial meeting at another place than its route asks for, without a word why (2.6, 2.24). */
export function meetingPlaceProblems(
	route: Route,
	{ place, elsewhere_reason }: { place: CodeOf<'meeting_place'> | null; elsewhere_reason: string | null },
): Problem[] {
	if (place === null || place === USUAL[route] || elsewhere_reason?.trim()) return [];
	return [{ field: 'elsewhere_reason', code: 'place_needs_reason', params: { usual: USUAL[route] } }];
}
