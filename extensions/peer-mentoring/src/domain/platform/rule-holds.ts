/** Whether a rule of a form holds for the answers in it, where Directus itself cannot be asked: on somebody's phone. */

type Rule = Readonly<Record<string, unknown>>;
type Answers = Readonly<Record<string, unknown>>;

/** As Directus judges: a missing answer is none, and what cannot be read asks for nothing. */
export function ruleHolds(rule: Rule, answers: Answers, now: Date): boolean {
	return Object.entries(rule).every(([name, asked]) => {
		if (name === '_and') return (asked as Rule[]).every((each) => ruleHolds(each, answers, now));
		if (name === '_or') return (asked as Rule[]).some((each) => ruleHolds(each, answers, now));
		return answerFits(answers[name] ?? null, asked as Rule, now);
	});
}

function answerFits(answer: unknown, asked: Rule, now: Date): boolean {
	const [operator = ''] = Object.keys(asked);
	// A record that it points at is asked in turn.
	if (!operator.startsWith('_')) return isRecord(answer) && ruleHolds(asked, answer, now);
	const wanted = asked[operator] === '$NOW' ? now : asked[operator];
	return OPERATORS[operator]?.(answer, wanted) ?? true;
}

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null;

const OPERATORS: Readonly<Record<string, (answer: unknown, wanted: unknown) => boolean>> = {
	_eq: (answer, wanted) => isSame(answer, wanted),
	_neq: (answer, wanted) => !isSame(answer, wanted),
	_in: (answer, wanted) => (wanted as unknown[]).includes(answer),
	_nin: (answer, wanted) => !(wanted as unknown[]).includes(answer),
	_null: (answer) => answer === null,
	_nnull: (answer) => answer !== null,
	_empty: (answer) => answer === '',
	_nempty: (answer) => answer !== '',
	_contains: (answer, wanted) =>
		Array.isArray(answer)
			? answer.some((each) => String(each).includes(String(wanted)))
			: typeof answer === 'string' && answer.includes(String(wanted)),
	_lt: (answer, wanted) => isOrdered(answer, wanted, (a, b) => a < b),
	_lte: (answer, wanted) => isOrdered(answer, wanted, (a, b) => a <= b),
	_gt: (answer, wanted) => isOrdered(answer, wanted, (a, b) => a > b),
	_gte: (answer, wanted) => isOrdered(answer, wanted, (a, b) => a >= b),
};

/** A number and its text are the same. */
function isSame(answer: unknown, wanted: unknown): boolean {
	if (answer === wanted) return true;
	if (typeof wanted === 'number') return answer === String(wanted);
	return typeof wanted === 'string' && wanted !== '' && answer === Number(wanted);
}

/** By number where both are numbers, and otherwise by date; what is neither is in no order. */
function isOrdered(answer: unknown, wanted: unknown, fits: (a: number, b: number) => boolean): boolean {
	if (answer === '' || (typeof answer !== 'string' && typeof answer !== 'number')) return false;
	const byDate = wanted instanceof Date || Number.isNaN(Number(wanted));
	const measure = byDate ? (value: unknown) => new Date(value as string).getTime() : Number;
	const [a, b] = [measure(answer), measure(wanted)];
	return !Number.isNaN(a) && !Number.isNaN(b) && fits(a, b);
}
