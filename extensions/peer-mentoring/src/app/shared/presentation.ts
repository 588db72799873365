import type { defineInterface } from '@directus/extensions-sdk';

/** An interface that shows or does something about a record, and stores nothing: it stands for no column. */
export const presentation = {
	options: null,
	types: ['alias'],
	localTypes: ['presentation'],
	group: 'presentation',
	hideLoader: true,
	autoKey: true,
} satisfies Partial<Parameters<typeof defineInterface>[0]>;
