import type { Clock } from '../../domain/service-levels/clock.ts';

/** What working out clocks anew has changed. */
export class ClockChanges {
	added = 0;
	removed = 0;
	/** Rows of which anything is different. */
	changed = 0;
	due_dates_moved = 0;
	now_met = 0;
	now_missed = 0;
	/** Clocks that keep the terms of a submitted return. */
	frozen = 0;
	/** The months whose service levels are to be counted again, by contract. */
	readonly months = new Map<string, Set<string>>();

	/** Notes one clock as it was and as it is; one of the two is missing where it was added or removed. */
	note(contract: string, was: Clock | undefined, is: Clock | undefined): void {
		if (!was) this.added += 1;
		else if (!is) this.removed += 1;
		else {
			this.changed += 1;
			if (was.due_on !== is.due_on) this.due_dates_moved += 1;
			if (was.status === 'missed' && is.status === 'met') this.now_met += 1;
			if (was.status === 'met' && is.status === 'missed') this.now_missed += 1;
		}
		const months = this.months.get(contract) ?? new Set<string>();
		for (const clock of [was, is]) {
			// Rows of an earlier version have no month yet.
			if (clock?.month) months.add(clock.month);
		}
		this.months.set(contract, months);
	}

	add(other: ClockChanges): void {
		for (const count of COUNTS) this[count] += other[count];
		for (const [contract, months] of other.months) {
			this.months.set(contract, new Set([...(this.months.get(contract) ?? []), ...months]));
		}
	}
}

const COUNTS = ['added', 'removed', 'changed', 'due_dates_moved', 'now_met', 'now_missed', 'frozen'] as const;
