/** What a form asks, where that depends on the answers given: worked out as the Studio does. */

/** What a field becomes where its rule holds; what is left out stays as it is. */
export interface Condition {
	rule?: Readonly<Record<string, unknown>> | null;
	required?: boolean | null;
	hidden?: boolean | null;
	/** What was answered before is emptied where the field is hidden. */
	clear_hidden_value_on_save?: boolean | null;
}

export interface FormField {
	field: string;
	required: boolean;
	hidden: boolean;
	/** The field under which the form shows it. */
	group: string | null;
	conditions: readonly Condition[];
}

export interface Asked {
	required: boolean;
	/** Not asked with these answers; what the form never shows is not meant, for programs fill it in. */
	hidden: boolean;
	cleared: boolean;
	/** The answers that its being required hangs on. */
	because: readonly string[];
}

/** What each field of a form asks with the answers that are there. @param holds whether a rule holds for them */
export function asked(
	fields: readonly FormField[],
	holds: (rule: Readonly<Record<string, unknown>>) => boolean,
): Map<string, Asked> {
	const own = new Map(fields.map((field) => [field.field, askedOf(field, holds)]));
	const groups = new Map(fields.map(({ field, group }) => [field, group]));
	const all = new Map<string, Asked>();
	for (const [field, alone] of own) {
		let { hidden, cleared } = alone;
		const above = new Set<string>();
		for (let group = groups.get(field); group && !above.has(group); group = groups.get(group)) {
			above.add(group);
			hidden ||= own.get(group)?.hidden ?? false;
			cleared ||= own.get(group)?.cleared ?? false;
		}
		all.set(field, { ...alone, hidden, cleared });
	}
	return all;
}

/** The last condition that holds is the one that counts; one with two rules side by side counts never. */
function askedOf(field: FormField, holds: (rule: Readonly<Record<string, unknown>>) => boolean): Asked {
	const { conditions, required, hidden } = field;
	const found = conditions.findLast(({ rule }) => rule && Object.keys(rule).length === 1 && holds(rule));
	const isHidden = conditions.length > 0 && (found?.hidden ?? hidden);
	return {
		required: found?.required ?? required,
		hidden: isHidden,
		cleared: isHidden && found?.clear_hidden_value_on_save === true,
		because: found?.required && found.rule ? namesIn(found.rule) : [],
	};
}

/** The fields that a rule looks at. */
export function namesIn(rule: unknown): string[] {
	if (Array.isArray(rule)) return rule.flatMap(namesIn);
	if (typeof rule !== 'object' || rule === null) return [];
	return Object.entries(rule).flatMap(([name, of]) =>
		name === '_and' || name === '_or' ? namesIn(of) : [/\((\w+)\)$/.exec(name)?.[1] ?? name],
	);
}
