import type { Locator, Page } from 'playwright-core';

/** Somebody's thumb on a phone: whatever it touches is counted. Typing is not a tap. */
export class Thumb {
	taps = 0;
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async tap(control: Locator): Promise<void> {
		this.taps += 1;
		await control.click();
	}

	/** One tap into the field; what is typed then costs nothing. */
	async type(field: Locator, text: string): Promise<void> {
		await this.tap(field);
		await this.page.keyboard.type(text);
	}

	/** One tap opens the list, one takes the option. */
	async pick(list: Locator, option: string): Promise<void> {
		await this.tap(list);
		this.taps += 1;
		await list.selectOption({ label: option });
	}
}
