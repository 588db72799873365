/** Makes records by the forms of the Studio, and sees whether the server was content with everything it was asked. */
import type { Locator, Page } from 'playwright-core';
import { drawers, fillForm, openGroups, type Values } from './form-filler.ts';
import type { Studio } from './studio.ts';

/** Names that are for programs: of fields, of choices and of texts that were not translated. */
const RAW = /\b[a-z]+(_[a-z]+)+\b|\{\{|\$t:/g;
/** The Studio asks for them beside every record; the platform uses neither and answers nothing. */
const UNUSED = /^\/(comments|shares)$/;

export class Forms {
	private readonly page: Page;
	private readonly studio: Studio;
	/** What the server has refused since the form was opened. */
	private refused: string[] = [];

	constructor(studio: Studio) {
		this.studio = studio;
		this.page = studio.page;
		this.page.on('response', (response) => {
			const isUnused = UNUSED.test(new URL(response.url()).pathname);
			if (response.status() >= 400 && !isUnused) void this.note(response.status(), response.url(), response.text());
		});
		// Left by a form that could not be saved.
		const discard = this.page.getByRole('button', { name: 'Discard Changes' });
		void this.page.addLocatorHandler(discard, (button) => button.click());
		// What cannot be undone asks first.
		const agree = this.page.getByRole('alertdialog').getByRole('button').last();
		void this.page.addLocatorHandler(agree, (button) => button.click());
	}

	/** A new record; answers its key. */
	async make(collection: string, values?: Values): Promise<string | undefined> {
		await this.open(`/content/${collection}/+`);
		await fillForm(this.page, this.page.locator('main'), collection, values);
		return this.save('POST', `/items/${collection}`);
	}

	/** A new record below one that is there, in drawers. @param path the lists that lead to it, of one collection each */
	async makeWithin(parent: string, key: string, path: Step[]): Promise<void> {
		await this.open(`/content/${parent}/${key}`);
		await this.page.locator(`main [data-collection="${parent}"]`).first().waitFor();
		await this.studio.recordThere();
		await this.add(this.page.locator('main'), parent, path);
		await this.save('PATCH', `/items/${parent}/${key}`);
	}

	/** Writes something more into a text of a record. */
	async change(collection: string, key: string, field: string): Promise<void> {
		await this.open(`/content/${collection}/${key}`);
		const text = this.page.locator(`main [data-field="${field}"]`).locator('input, textarea').first();
		await text.waitFor();
		await this.studio.recordThere();
		await text.fill(`${await text.inputValue()} again`);
		await this.save('PATCH', `/items/${collection}/${key}`);
	}

	private async add(form: Locator, parent: string, [step, ...rest]: Step[]): Promise<void> {
		if (!step) return;
		const list = form.locator(`[data-collection="${parent}"][data-field="${step.list}"]`);
		await form.locator(`[data-collection="${parent}"]`).first().waitFor();
		for (const tab of await form.getByRole('tab').all()) {
			if (!(await list.isVisible())) await tab.click();
		}
		await openGroups(form);
		const drawer = drawers(this.page).nth(await drawers(this.page).count());
		await list.getByRole('button', { name: 'Create New' }).click();
		const { collection, values } = step;
		await fillForm(this.page, drawer, collection, values);
		this.look(await drawer.innerText());
		await this.add(drawer, collection, rest);
		await drawer.locator('header button:has([data-icon="check"])').click();
		await drawer.waitFor({ state: 'detached' });
	}

	/** The Studio stays loaded from one form to the next: to load it anew takes longer than to fill one in. */
	private async open(path: string): Promise<void> {
		this.refused = [];
		await this.studio.go(path);
	}

	private async save(method: string, path: string): Promise<string | undefined> {
		this.look(await this.page.locator('main').innerText());
		const before = this.page.url();
		const asked = this.page.waitForResponse(
			(response) => response.request().method() === method && new URL(response.url()).pathname === path,
		);
		await this.studio.save();
		const response = await asked.catch(async () => {
			throw new Error(`The form could not be saved: ${await this.page.locator('main').innerText()}`);
		});
		if (!response.ok()) throw new Error(`${response.request().postData()} was refused: ${await response.text()}`);
		await this.page.waitForURL((url) => url.href !== before);
		if (this.refused.length > 0) throw new Error(`The server has refused what the form asked: ${this.refused.join()}`);
		// What one may not read oneself is stored without an answer.
		return response.status() === 204 ? undefined : String((await response.json()).data.id);
	}

	private look(text: string): void {
		const raw = text.match(RAW);
		if (raw) throw new Error(`Not for people: ${raw.join(' ')}`);
	}

	private async note(status: number, url: string, text: Promise<string>): Promise<void> {
		this.refused.push(`${status} ${decodeURIComponent(url)} ${await text.catch(() => '')}`);
	}
}

export interface Step {
	list: string;
	collection: string;
	values?: Values;
}
