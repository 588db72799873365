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

/** What the Studio calls our own modules and operations, in English; the Welsh is with the rest. */
export const OWN_NAMES = {
	// The sign-in page reads no translations of the platform's own.
	errors: { ACCOUNT_ENDED: 'Your last day as a Peer Mentor has passed, and with it your access.' },
	otp: 'Code of your app, or a recovery code',
	my_caseload: 'My caseload',
	home: 'Home',
	operation_remind: 'Remind people',
	operation_remind_description:
		'Tells everybody, in their language, what concerns them and they have not been told before.',
	operation_nth_working_day: 'Nth Working Day of the month',
	operation_nth_working_day_description:
		'Goes on only on that Working Day of the month, bank holidays counted; on other days the flow takes the other way.',
	operation_clocks_due: 'Clocks due',
	operation_clocks_due_description:
		'Finds what runs out soon, or has run out with nothing done, by reference and without names.',
	operation_pmi_figures: 'PMI figures',
	operation_pmi_figures_description: 'Works out the PMI figures of a month as the records are now, without names.',
	operation_count_figure: 'Count a figure',
	operation_count_figure_description:
		'Counts anything of the catalogue of figures, by month, area, language and more, without names.',
	operation_fill_return: 'Fill a return',
	operation_fill_return_description:
		'Writes the figures of a month into the draft of its return. A submitted return is never touched.',
};
