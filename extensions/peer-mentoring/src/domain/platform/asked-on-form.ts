/** A field as the data model describes it, as far as it says whether a form ever shows it. */
export interface Shown {
	special: readonly string[];
	hidden: boolean;
	/** Conditions of other answers: one of them may show what is hidden otherwise. */
	conditions: readonly unknown[];
}

/** Whether a form shows the field, if only with some answers; what divides a form is no field of it. */
export function isOnForm({ special, hidden, conditions }: Shown): boolean {
	return !special.includes('no-data') && (!hidden || conditions.length > 0);
}
