interface MessageTree {
	[key: string]: MessageTree | string;
}

/** `{'errors.FORBIDDEN': 'x'}` as `{errors: {FORBIDDEN: 'x'}}`, which is how the Studio keeps its messages. */
export function nested(messages: Record<string, string>): MessageTree {
	const root: MessageTree = {};
	for (const [key, text] of Object.entries(messages)) {
		const path = key.split('.');
		const last = path.pop() as string;
		let node = root;
		for (const part of path) node = (node[part] ??= {}) as MessageTree;
		node[last] = text;
	}
	return root;
}

/** Text that people typed, safe as a message: `@`, `$` and `|` have a meaning to vue-i18n. */
export function literal(text: string): string {
	return text.replace(/[@$|]/g, "{'$&'}");
}

/** British order and 24 hours, for both languages: the Studio's en-GB shows `Jun 3, 2024`. These are date-fns formats. */
export const BRITISH_FORMATS = {
	'date-fns_date_short': 'd MMM u',
	'date-fns_date_short_no_year': 'd MMM',
	'date-fns_time': 'HH:mm:ss',
	'date-fns_time_no_seconds': 'HH:mm',
	'date-fns_time_short': 'HH:mm',
	'date-fns_time_short_seconds': 'HH:mm:ss',
};

/** Refusals of our server come as whole sentences in the reader's language: shown as they are, beside the field. */
export const REFUSALS = { validationError: { refused: '{reason}' } };

/** What the Studio calls our own modules, in English; the Welsh is with the rest. */
export const MODULE_NAMES = { my_caseload: 'My caseload' };
