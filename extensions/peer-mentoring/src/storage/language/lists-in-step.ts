/** Fields offer what their list has, and the Studio reads it in both languages: kept in step with the lists. */
import type { Knex } from 'knex';
import { codeLists, type CodeList, type Lists } from '../../domain/language/code-lists.ts';
import { isOffered } from '../../domain/language/lists.ts';
import {
	readChoosingFields,
	writeChoosingField,
	writeTexts,
	type ChoosingField,
	type FieldChoice,
	type KeyedText,
} from '../platform/data-model.ts';
import { forgetLists, listsOf, readCodes } from './lists.ts';

const KEYED = /^\$t:([a-z0-9_]+?)__(.+)$/;

/** The key under which a value's words stand among the translations. */
export function choiceKey(list: string, value: string): string {
	return `${list}__${value}`;
}

/** Whether words belong to a value of a list. */
export function isChoiceKey(key: string): boolean {
	return listOfChoices([{ text: `$t:${key}` }]) !== undefined;
}

/** The list that choices are of: one of them names it with its words. */
export function listOfChoices(choices: readonly { text: string }[] | undefined): CodeList | undefined {
	for (const { text } of choices ?? []) {
		const list = KEYED.exec(String(text))?.[1];
		if (list !== undefined && Object.hasOwn(codeLists, list)) return list as CodeList;
	}
	return undefined;
}

/** The list that a field offers, if it is one of ours. */
export function listOfField({ options, display_options }: Omit<ChoosingField, 'collection' | 'field'>) {
	return listOfChoices(options?.choices) ?? listOfChoices(display_options?.choices);
}

/** The choices of a list as a field keeps them. What cannot be chosen on the day is shown where a record has it. */
export function choicesOf(lists: Lists, list: CodeList, on: string, there: readonly FieldChoice[] = []): FieldChoice[] {
	const known = new Map(there.map((choice) => [choice.value, choice]));
	return lists[list].map((code) => {
		const { disabled: _, ...own } = known.get(code.value) ?? ({} as FieldChoice);
		const choice = { ...own, text: `$t:${choiceKey(list, code.value)}`, value: code.value };
		return isOffered(code, on) ? choice : { ...choice, disabled: true };
	});
}

function textsOf(lists: Lists): KeyedText[] {
	return Object.entries(lists).flatMap(([list, codes]) =>
		codes.flatMap(({ value, en, cy }) => {
			const key = choiceKey(list, value);
			return [
				{ key, language: 'en-GB', value: en },
				{ key, language: 'cy-GB', value: cy },
			] as const;
		}),
	);
}

/** Brings every field that offers a list, and the words of its choices, to the list as it is. It may be done again. */
export async function keepListsInStep(knex: Knex, on: string): Promise<void> {
	await knex.transaction(async (transaction) => {
		const lists = listsOf(await readCodes(transaction));
		await writeTexts(transaction, textsOf(lists));
		for (const there of await readChoosingFields(transaction)) {
			const list = listOfField(there);
			if (list === undefined) continue;
			const inStep = (options: ChoosingField['options']) =>
				options?.choices && { ...options, choices: choicesOf(lists, list, on, options.choices) };
			const [options, display_options] = [there.options, there.display_options].map((each) => inStep(each) ?? each) as [
				ChoosingField['options'],
				ChoosingField['options'],
			];
			if (JSON.stringify([options, display_options]) === JSON.stringify([there.options, there.display_options]))
				continue;
			await writeChoosingField(transaction, { ...there, options, display_options });
		}
	});
	forgetLists();
}
