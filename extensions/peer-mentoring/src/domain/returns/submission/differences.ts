/** One value of a return that a correction has changed. */
export interface Difference {
	/** Where it stands in the figures: `starts_total.jobcentre_plus`, `personnel_changes.rows.0.date`. */
	figure: string;
	from: Value;
	to: Value;
}

type Value = string | number | boolean | null;

/** What a corrected return says otherwise than the version before it, figure by figure. */
export function differences(before: object, after: object): Difference[] {
	const was = valuesIn(before);
	const is = valuesIn(after);
	return [...new Set([...was.keys(), ...is.keys()])]
		.map((figure) => ({ figure, from: was.get(figure) ?? null, to: is.get(figure) ?? null }))
		.filter(({ from, to }) => from !== to);
}

function valuesIn(figures: object): Map<string, Value> {
	const values = new Map<string, Value>();
	const walk = (value: unknown, path: string) => {
		if (typeof value === 'object' && value !== null) {
			for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
		} else values.set(path, value as Value);
	};
	walk(figures, '');
	return values;
}
