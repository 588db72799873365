import { randomUUID } from 'node:crypto';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CaseloadRecord } from '../../import/caseload.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import type { StoredJourney } from '../journey/journeys.ts';
import { settleConsents } from '../writer/settle.ts';
import type { Loading } from './context.ts';
import { addAll, change, rowsWhere, type Row } from './rows.ts';

/** What a line says of the consent of somebody on record. */
export interface PlannedConsent {
	there: StoredJourney;
	decisions: { decision: 'given' | 'withdrawn'; decided_on: CalendarDay }[];
}

export function consentsOf(record: CaseloadRecord, there: StoredJourney): PlannedConsent {
	const days = [
		['given', record.consent_given_on],
		['withdrawn', record.consent_withdrawn_on],
	] as const;
	return {
		there,
		decisions: days.flatMap(([decision, decided_on]) => (decided_on === null ? [] : [{ decision, decided_on }])),
	};
}

/**
 * Adds the decisions that nobody has recorded yet, and corrects those that came with an earlier import.
 * @returns the referrals of which any decision is new or different
 */
export async function writeConsents(loading: Loading, planned: readonly PlannedConsent[]): Promise<Set<string>> {
	const changed = new Set<string>();
	const decided = planned.filter(({ decisions }) => decisions.length > 0);
	const referrals = decided.map(({ there }) => there.referral);
	const columns = ['id', 'referral', 'decision', 'decided_on', 'imported'];
	const found = Map.groupBy(await rowsWhere(loading.knex, 'consents', 'referral', referrals, columns), keyOf);
	const added: Row[] = [];
	for (const { there, decisions } of decided) {
		for (const { decision, decided_on } of decisions) {
			const own = found.get(keyOf({ referral: there.referral, decision })) ?? [];
			if (own.some((row) => dayOf(row.decided_on) === decided_on)) continue;
			changed.add(there.referral);
			const imported = own.find((row) => Boolean(row.imported));
			const day = { decided_on: dayColumn(loading.knex, decided_on) };
			if (imported) await change(loading, 'consents', imported, day);
			else added.push({ id: randomUUID(), referral: there.referral, decision, ...day, ...ownerOf(there) });
		}
	}
	// A date of an earlier version has no decision behind it, and the new one would stand alone.
	if (added.length > 0 && !loading.onlyCounts) await settleConsents(loading.knex, [...changed], loading.writer.user);
	await addAll(loading, 'consents', added);
	return changed;
}

function ownerOf({ supplier, mentor_user, restricted }: StoredJourney): Row {
	return { imported: true, supplier, mentor_user, restricted };
}

function keyOf({ referral, decision }: Row): string {
	return `${referral} ${decision}`;
}
