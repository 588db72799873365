/**
 * What somebody typed as pounds, in whole pence; `undefined` for anything that is no amount of money. A comma stands
 * between thousands only: `12,50` could be twelve pounds fifty or a slip, and is not guessed at.
 * @param negative whether less than nothing is an amount
 */
export function penceIn(text: string, negative = false): number | undefined {
	const plain = text.replace(/[£\s]/g, '').replace(/^[−–]/, '-');
	const found = /^(-?)(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/.exec(plain);
	if (!found || (found[1] && !negative)) return undefined;
	const pence = Number(found[2]?.replaceAll(',', '')) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
	return found[1] && pence > 0 ? -pence : pence;
}
