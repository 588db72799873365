/** What people and spreadsheets write for yes and no, in both languages. */
const YES = ['yes', 'y', 'true', '1', 'ydy', 'ydw', 'oes', 'ie', 'do'];
const NO = ['no', 'n', 'false', '0', 'nacydy', 'nacydw', 'nacoes', 'nage', 'naddo', 'na'];

export function yesOrNo(text: string): 'yes' | 'no' | undefined {
	const answer = text.toLowerCase().replace(/[\s._-]/g, '');
	if (YES.includes(answer)) return 'yes';
	return NO.includes(answer) ? 'no' : undefined;
}
