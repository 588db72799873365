/** A step of the mentors' app, filled in by the names of its fields: the same in either language. */
import type { Locator, Page } from 'playwright-core';

/** By `part.field`, or `part.0.field` of the first row: a text, a day, the value of a choice, several, or a tick. */
export type StepAnswers = Readonly<Record<string, string | true | readonly string[]>>;

export const elementOf = (name: string) => `answer-${name.replaceAll('.', '-')}`;

export async function fillStep(page: Page, answers: StepAnswers): Promise<void> {
	for (const [name, answer] of Object.entries(answers)) {
		const control = page.locator(`[id="${elementOf(name)}"]`);
		await control.waitFor({ state: 'attached' });
		await unfold(control);
		const field = page.locator('.field', { has: control }).last();
		const kind = await control.evaluate((element) => {
			if (element.closest('.day')) return 'day';
			return element.localName === 'select' ? 'select' : (element as HTMLInputElement).type;
		});
		if (kind === 'day') await fillDay(field, String(answer));
		else if (kind === 'select') await control.selectOption(String(answer));
		else if (answer === true) await control.check();
		else if (kind === 'radio' || kind === 'checkbox')
			for (const value of [answer].flat()) await field.locator(`input[value="${value}"]`).check();
		else await control.fill(String(answer));
	}
}

/** A part that is not always asked is opened by its title. */
async function unfold(control: Locator): Promise<void> {
	const folded = control.locator('xpath=ancestor::details[not(@open)]');
	if ((await folded.count()) > 0) await folded.locator('summary').first().click();
}

async function fillDay(field: Locator, iso: string): Promise<void> {
	const boxes = field.locator('.day input');
	for (const [index, part] of iso.split('-').reverse().map(Number).entries()) await boxes.nth(index).fill(String(part));
}
