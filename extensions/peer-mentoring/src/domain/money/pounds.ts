/** Whole pence as people read them: `123456` is `£1,234.56`. Big integers come as text. */
export function poundsText(pence: unknown): string {
	const whole = BigInt(String(pence));
	const amount = whole < 0n ? -whole : whole;
	const pounds = String(amount / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
	return `${whole < 0n ? '-' : ''}£${pounds}.${String(amount % 100n).padStart(2, '0')}`;
}

/**
 * What somebody typed as pounds, in whole pence; `undefined` for anything that is no amount of money.
 * @param negative whether less than nothing is an amount
 */
export function penceIn(text: string, negative = false): number | undefined {
	const plain = text.replace(/[£,\s]/g, '').replace(/^[−–]/, '-');
	const found = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
	if (!found || (found[1] && !negative)) return undefined;
	const pence = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
	return found[1] && pence > 0 ? -pence : pence;
}
