import type { Language } from '../../../domain/language/messages.ts';

export interface Choice {
	text: string;
	value: string;
}

type Single = string | number | null | undefined;

/** A stored value, or each of a list, as people read it: codes by their labels, numbers in the reader's language. */
export function factsOf(
	value: Single | readonly Single[],
	choices: readonly Choice[] | null | undefined,
	type: string | undefined,
	language: Language,
): string[] {
	return [value].flat().flatMap((each) => {
		if (each === null || each === undefined || each === '') return [];
		const label = choices?.find((choice) => choice.value === each)?.text;
		const isNumber = type === 'integer' || type === 'decimal';
		return label ?? (isNumber ? Number(each).toLocaleString(language) : String(each));
	});
}
