/** What the Studio's own editors say of a list, brought into the list: there is one truth. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { shortCodeFor } from '../../domain/language/lists.ts';
import { isOpen } from '../../domain/language/open-lists.ts';
import { readChoosingFields, readTexts, type FieldChoice, type KeyedText } from '../platform/data-model.ts';
import { isChoiceKey, listOfField } from './lists-in-step.ts';
import { readCodes } from './lists.ts';

const KEY = '$t:';

/** Choices that were added, called otherwise or put in another order in a field's own editor. */
export async function adoptChoices(knex: Knex, one: { collection: string; field: string }): Promise<void> {
	await knex.transaction(async (transaction) => {
		const [field] = await readChoosingFields(transaction, one);
		const list = field && listOfField(field);
		if (!list) return;
		await adopt(transaction, list, field.options?.choices ?? []);
	});
}

/** As {@link adoptChoices}, of every field, and without their order: what was added before lists were data. */
export async function adoptAdded(knex: Knex): Promise<void> {
	for (const field of await readChoosingFields(knex)) {
		const list = listOfField(field);
		if (!list) continue;
		const known = new Set((await readCodes(knex, list)).map(({ value }) => value));
		const added = (field.options?.choices ?? []).filter(({ value }) => !known.has(value));
		if (added.length > 0) await adopt(knex, list, added);
	}
}

async function adopt(knex: Knex, list: string, choices: readonly FieldChoice[]): Promise<void> {
	const codes = await readCodes(knex, list);
	const known = new Map(codes.map((code) => [code.value, code]));
	const taken = codes.map(({ code }) => code);
	const isWhole = codes.every(({ value }) => choices.some((choice) => choice.value === value));
	let last = Math.max(0, ...codes.map(({ order }) => order ?? 0));
	for (const [index, { value, text }] of choices.entries()) {
		const there = known.get(value);
		const order = isWhole ? index + 1 : (there?.order ?? ++last);
		const words = text.startsWith(KEY) ? undefined : text;
		if (there) {
			const changed = { ...(words !== undefined && words !== there.en && { english: words }), order };
			if (changed.english !== undefined || order !== there.order) {
				await knex('codes').where({ id: there.id }).update(changed);
			}
		} else if (isOpen(list)) {
			const code = shortCodeFor(value, taken);
			taken.push(code);
			const given = words === undefined ? await wordsOf(knex, text.slice(KEY.length)) : { english: words };
			const { english = value, welsh = null } = given;
			const row = { list, value, code, english, welsh, missing: welsh ? null : 'welsh', order, ruled: false };
			await knex('codes').insert({ id: randomUUID(), ...row });
		}
	}
}

/** What stands among the translations under a key. */
async function wordsOf(knex: Knex, key: string): Promise<{ english?: string; welsh?: string }> {
	const texts = (await readTexts(knex)).filter((text) => text.key === key);
	const inLanguage = (language: KeyedText['language']) => texts.find((text) => text.language === language)?.value;
	return { english: inLanguage('en-GB'), welsh: inLanguage('cy-GB') };
}

/** Words that were changed among the translations since the last push wrote them, before lists were data. */
export async function adoptChangedWords(knex: Knex, pushed: readonly KeyedText[]): Promise<void> {
	const nameOf = ({ key, language }: KeyedText) => `${language} ${key}`;
	const there = new Map((await readTexts(knex)).map((text) => [nameOf(text), text.value]));
	const changed = pushed.filter((text) => isChoiceKey(text.key) && there.get(nameOf(text)) !== text.value);
	for (const key of new Set(changed.map((text) => text.key))) await adoptWords(knex, key);
}

/** The words of a value that were changed among the translations. */
export async function adoptWords(knex: Knex, key: string): Promise<void> {
	const [list, value] = key.split('__') as [string, string];
	const [code] = (await readCodes(knex, list)).filter((each) => each.value === value);
	if (!code) return;
	for (const { language, value: words } of (await readTexts(knex)).filter((text) => text.key === key)) {
		if (language === 'en-GB' && words !== code.en)
			await knex('codes').where({ id: code.id }).update({ english: words });
		if (language === 'cy-GB' && words !== code.cy) {
			await knex('codes').where({ id: code.id }).update({ welsh: words, missing: null });
		}
	}
}
