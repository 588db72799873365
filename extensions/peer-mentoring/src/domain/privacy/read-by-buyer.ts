/** Free text that the Buyer reads, who holds no personal data (2.25, 5.4): nobody is named in it. */

/** By collection, the fields in which somebody writes what the Buyer reads. */
export const READ_BY_BUYER: Readonly<Record<string, readonly string[]>> = {
	approved_documents: ['words'],
	implementation_costs: ['deferral_reason'],
	implementation_plans: ['requests'],
	information_requests: ['figures'],
	meeting_actions: ['what'],
	meetings: ['notes'],
	mi_returns: ['spend_against_profile', 'recruitment', 'mitigations', 'results_achieved', 'remedial_plans'],
	milestones: ['evidence'],
	performance_improvement_plans: ['cause', 'actions', 'decision'],
	restriction_periods: ['reason'],
	risks_and_issues: ['title', 'description', 'mitigation'],
	sample_items: ['buyer_response'],
	sample_requests: ['redraw_reason'],
	upskilling_sessions: ['topic'],
};

/** What the platform knows a person by. */
export interface KnownPerson {
	first_name: string | null;
	last_name: string | null;
	reference: string | null;
	phone: string | null;
	email: string | null;
	nino: string | null;
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr']);
/** Shorter numbers stand in many a sentence by chance. */
const SHORTEST_NUMBER = 9;
const SHORTEST_REFERENCE = 4;

/**
 * Finds out whether a text names somebody: by first and last name in either order, an initial or a title before the last
 * name, the reference, the National Insurance number, the telephone number or the e-mail address; in whatever case, with
 * or without accents. A first name or a last name alone is a word like others (Hope, May).
 */
export function namesIn(text: string): (person: KnownPerson) => boolean {
	const words = wordsOf(text);
	const places = Map.groupBy(
		words.map((_, index) => index),
		(index) => words[index] as string,
	);
	const letters = words.join('');
	const digits = text.replace(/(?<=\d)[\s().-]+(?=\d)/g, '').replace(/\+44/g, '0');
	/** Where these words stand one after another. */
	const standsAt = (sought: readonly string[]) =>
		(places.get(sought[0] ?? '') ?? []).filter((at) => sought.every((word, index) => words[at + index] === word));
	return ({ first_name, last_name, reference, phone, email, nino }) => {
		const first = wordsOf(first_name ?? '');
		const last = wordsOf(last_name ?? '');
		const isCalled = (at: number) => {
			const before = words[at - 1] ?? '';
			const [given = ''] = first;
			return (
				TITLES.has(before) ||
				(given !== '' && before === given[0]) ||
				first.every((word, index) => words[at - first.length + index] === word) ||
				first.every((word, index) => words[at + last.length + index] === word)
			);
		};
		if (first.length > 0 && standsAt(last).some(isCalled)) return true;
		const known = wordsOf(reference ?? '');
		const isReference = known.join('').length >= SHORTEST_REFERENCE && /[\d/-]/.test(reference ?? '');
		if (isReference && standsAt(known).length > 0) return true;
		const number = (phone ?? '').replace(/\+44/g, '0').replace(/\D/g, '');
		if (number.length >= SHORTEST_NUMBER && digits.includes(number)) return true;
		if (nino && letters.includes(nino.toLowerCase())) return true;
		return Boolean(email) && text.toLowerCase().includes(String(email).toLowerCase());
	};
}

/** Its words in lower case and without accents; a name with a hyphen is two. */
function wordsOf(text: string): string[] {
	const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.replace(/(?<=\p{L})['’](?=\p{L})/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}
