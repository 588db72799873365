export type Params = Readonly<Record<string, string | number>>;

/**
 * One thing wrong with a record: the field, what is wrong, and the values that its message names. Each room has its
 * messages in a file of its own, by their codes.
 */
export interface ProblemOf<Code extends string> {
	/** What the rules call the field: it has a name in sentences by it. */
	field: string;
	/** The field to show it beside, where that is called something else. */
	beside?: string;
	code: Code;
	params?: Params;
}
