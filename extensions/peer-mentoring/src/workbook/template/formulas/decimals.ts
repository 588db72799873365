import { doubt } from './left.ts';
import { finite } from './values.ts';

/** What differences of larger numbers leave of a number's last digits. */
const UNSURE = 2e-12;

/** Whether a number is one that somebody could have written, without last digits that only a difference leaves. */
export function isClean(number: number): boolean {
	return Number(number.toPrecision(13)) === number;
}

export type Rounding = 'half' | 'up' | 'down';

/** More places than numbers are kept with. */
const MOST_PLACES = 15;

/**
 * A number at so many places behind the point (before it for fewer than none), as its fifteen digits say: 1.005 is 1.01.
 * Where its last digits would decide, nobody can say.
 * @param how away from nought from the half on, always, or never
 */
export function rounded(number: number, places: number, how: Rounding): number {
	if (Math.abs(places) > MOST_PLACES) throw doubt();
	const size = Math.abs(number);
	if (size === 0 || (Number.isInteger(number) && places >= 0)) return number;
	const asKept = atPlaces(size.toExponential(14), places, how);
	const isSure = [-UNSURE, UNSURE].every(
		(part) => atPlaces((size * (1 + part)).toExponential(14), places, how) === asKept,
	);
	if (!isClean(number) && !isSure) throw doubt();
	return finite(number < 0 ? -asKept : asKept);
}

function atPlaces(written: string, places: number, how: Rounding): number {
	const [mantissa = '', exponent = ''] = written.split('e');
	const digits = mantissa.replace('.', '');
	const kept = Number(exponent) + 1 + places;
	const head = kept > 0 ? digits.slice(0, kept).padEnd(kept, '0') : '0';
	const rest = kept >= 0 ? digits.slice(kept) : digits.padStart(digits.length - kept, '0');
	const goesUp = how === 'half' ? rest >= '5' : how === 'up' && /[1-9]/.test(rest);
	const units = BigInt(head) + (goesUp ? 1n : 0n);
	return Number(`${units}e${-places}`);
}

/** Down to the next whole number; one that all but reaches it is nobody's to say. */
export function floor(number: number): number {
	const near = Math.round(number);
	if (number !== near && Math.abs(number - near) <= 1e-11 * Math.max(1, Math.abs(number))) throw doubt();
	return Math.floor(number);
}
