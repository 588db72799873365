import { optional, part, rule, type Functions } from '../call.ts';
import { floor, isClean, rounded } from '../decimals.ts';
import { doubt } from '../left.ts';
import { power } from '../signs.ts';
import { errorOf, finite } from '../values.ts';

const ofOne = (work: (number: number) => number) => rule(1, 1, (parts) => finite(work(part(parts, 0).number())));

const rounding = (how: 'half' | 'up' | 'down') =>
	rule(2, 2, (parts) => rounded(part(parts, 0).number(), part(parts, 1).whole(), how));

/** A quotient larger than this has no remainder that programs agree on. */
const LARGEST_QUOTIENT = 2 ** 40;

/** What is left of a number, with the sign of what it is divided by. */
function remainder(number: number, divisor: number): number {
	if (divisor === 0) throw errorOf('#DIV/0!');
	if (Math.abs(number / divisor) > LARGEST_QUOTIENT) throw doubt();
	if (Number.isInteger(number) && Number.isInteger(divisor)) {
		const left = number % divisor;
		return left !== 0 && left < 0 !== divisor < 0 ? left + divisor : left;
	}
	const left = number - divisor * floor(number / divisor);
	if (!isClean(left) || Math.abs(left) < 1e-10 * Math.abs(divisor)) throw doubt();
	return left;
}

export const NUMBERS: Functions = {
	ROUND: rounding('half'),
	ROUNDUP: rounding('up'),
	ROUNDDOWN: rounding('down'),
	TRUNC: rule(1, 2, (parts) =>
		rounded(
			part(parts, 0).number(),
			optional(parts, 1, (places) => places.whole(), 0),
			'down',
		),
	),
	ABS: ofOne(Math.abs),
	SIGN: ofOne(Math.sign),
	INT: ofOne(floor),
	MOD: rule(2, 2, (parts) => finite(remainder(part(parts, 0).number(), part(parts, 1).number()))),
	SQRT: ofOne((number) => {
		if (number < 0) throw doubt();
		return Math.sqrt(number);
	}),
	POWER: rule(2, 2, (parts) => power(part(parts, 0).number(), part(parts, 1).number())),
	PI: rule(0, 0, () => Math.PI),
};
