/** Fills a form of the Studio as somebody would who knows nothing of the work: each field by the look of it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { parse } from 'yaml';
import { MODEL_PATH } from '../../directus/lib/model/model-file.ts';

/** What a field gets instead: a text, the label of a choice, a text of the row to pick; `null` leaves it alone. */
export type Values = Record<string, string | null>;

interface ModelField {
	collection: string;
	field: string;
	type: string;
	meta: { interface?: string; readonly?: boolean; hidden?: boolean } | null;
}

const { fields } = parse(readFileSync(MODEL_PATH, 'utf8')) as { fields: ModelField[] };
const known = new Map(fields.map((each) => [`${each.collection}.${each.field}`, each]));

/** What stands over the page: the drawer that was opened last. */
export const drawers = (page: Page) => page.locator('#dialog-outlet .v-drawer');

/** @param form the page, or the drawer that the form is in */
export async function fillForm(page: Page, form: Locator, collection: string, values: Values = {}): Promise<void> {
	await form.locator(`[data-collection="${collection}"]`).first().waitFor();
	const done = new Set<string>();
	const tabs = form.getByRole('tab');
	for (let tab = 0; tab < Math.max(1, await tabs.count()); tab++) {
		if (await tabs.count()) await tabs.nth(tab).click();
		await openGroups(form);
		// An answer may open another question.
		for (let next = await openField(form, collection, done); next; next = await openField(form, collection, done)) {
			done.add(next);
			const value = values[next];
			const field = form.locator(`[data-collection="${collection}"][data-field="${next}"]`);
			if (value !== null) await fillField(page, field, known.get(`${collection}.${next}`) as ModelField, value);
		}
	}
}

/** What is folded away is part of the form. */
export async function openGroups(form: Locator): Promise<void> {
	for (const group of await form.locator('.group-detail > .v-divider:not(.active)').all()) await group.click();
}

/** The first field in sight that one can write in and has not been at yet. */
async function openField(form: Locator, collection: string, done: Set<string>): Promise<string | undefined> {
	const shown = await form
		.locator(`[data-collection="${collection}"][data-field]`)
		.evaluateAll((elements) =>
			(elements as HTMLElement[])
				.filter(
					(element) =>
						element.checkVisibility() &&
						!element.querySelector(
							'input:disabled, textarea:disabled, .v-list-item.disabled, fieldset:disabled, .v-radio:disabled',
						),
				)
				.map(({ dataset }) => dataset.field as string),
		);
	return shown.find((name) => !done.has(name) && isWritten(known.get(`${collection}.${name}`)));
}

const isWritten = (field?: ModelField) => !field?.meta?.readonly && (field?.meta?.interface ?? '') in FILLERS;

async function fillField(page: Page, field: Locator, model: ModelField, value?: string): Promise<void> {
	try {
		await (FILLERS[model.meta?.interface ?? ''] as Filler)({ page, field, model, value });
	} catch (error) {
		throw new Error(`${model.collection}.${model.field} could not be filled in`, { cause: error });
	}
}

type Filler = (what: { page: Page; field: Locator; model: ModelField; value: string | undefined }) => Promise<void>;

const FILLERS: Record<string, Filler> = {
	input: ({ field, model, value }) => write(field.locator('input'), value ?? sample(model)),
	'input-multiline': ({ field, model, value }) => write(field.locator('textarea'), value ?? sample(model)),
	pounds: ({ field, value }) => write(field.locator('input'), value ?? '12.50'),
	boolean: async ({ field }) => {
		const box = field.getByRole('checkbox');
		if ((await box.getAttribute('aria-pressed')) !== 'true') await box.click();
	},
	'select-multiple-checkbox': ({ field, value }) =>
		(value ? field.getByText(value, { exact: true }) : field.getByRole('checkbox')).first().click(),
	'select-radio': async ({ field, value }) => {
		if (value) await field.getByText(value, { exact: true }).click();
		else if (!(await field.locator('[aria-pressed=true]').count())) await field.locator('.v-radio').first().click();
	},
	'select-dropdown': async ({ page, field, value }) => {
		if (!value && (await field.locator('input').inputValue())) return;
		await field.locator('.v-input').click();
		// A long list begins with a box to search it.
		const choices = page.locator('.v-menu-popper.active .v-list-item').filter({ hasNot: page.locator('input') });
		await (value ? choices.filter({ hasText: value }) : choices).first().click();
	},
	'form-field': async ({ field }) => {
		await field.getByLabel('Form', { exact: true }).selectOption({ index: 1 });
		await field.getByLabel('Field', { exact: true }).selectOption({ index: 1 });
	},
	day: async ({ field, value }) => {
		if (!value) return field.getByRole('button', { name: 'Today' }).click();
		const boxes = field.locator('input[inputmode=numeric]');
		for (const [index, part] of value.split('-').reverse().entries()) await boxes.nth(index).fill(part);
	},
	'survey-answers': async ({ field }) => {
		await field.locator('select, textarea').first().waitFor();
		for (const choice of await field.locator('select').all()) await choice.selectOption({ index: 1 });
		for (const box of await field.locator('input, textarea').all()) await box.fill('5');
	},
	// The Studio's own, which the model has for times of day only.
	datetime: async ({ page, field, value }) => {
		await field.locator('.v-list-item').click();
		const menu = page.locator('.v-menu-popper.active');
		await menu.locator('[data-reka-time-field-segment=hour]').click();
		await page.keyboard.type((value ?? '10:30').replace(':', ''));
		await page.keyboard.press('Escape');
		await menu.waitFor({ state: 'detached' });
	},
	'select-dropdown-m2o': async ({ page, field, value }) => {
		const empty = field.getByText('Select an item...');
		if (!(await empty.count())) return;
		const drawer = drawers(page).nth(await drawers(page).count());
		await empty.click();
		const rows = drawer.locator('tbody tr');
		await rows.or(drawer.locator('.v-info')).first().waitFor();
		if (value) {
			await drawer.locator('.search-input').click();
			await drawer.locator('.search-input input').fill(value);
			// What is ticked before the list has shrunk is ticked no more after it.
			await rows.filter({ hasNotText: value }).first().waitFor({ state: 'detached' });
		}
		await (value ? rows.filter({ hasText: value }) : rows).first().click();
		await drawer.locator('header button:has([data-icon="check"])').click();
		await drawer.waitFor({ state: 'detached' });
		await field.locator('[data-icon="close"]').waitFor();
	},
};

async function write(input: Locator, text: string): Promise<void> {
	if (!(await input.inputValue())) await input.fill(text);
}

function sample({ field, type }: ModelField): string {
	if (type === 'integer' || type === 'decimal') return '5';
	if (field.includes('email')) return 'person@example.org';
	return field.includes('phone') ? '01632 960 123' : 'Example';
}

/** A text without a condition among these fields, to write something more into. */
export function textAmong(collection: string, names: readonly string[]): string | undefined {
	return names.find((name) => {
		const { type, meta } = known.get(`${collection}.${name}`) ?? {};
		const isText = ['string', 'text'].includes(type ?? '') && /^input/.test(meta?.interface ?? '');
		return isText && !meta?.readonly && !meta?.hidden && !/email|phone|month|quarter/.test(name);
	});
}
