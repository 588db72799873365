import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { anonymise, type Known } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import { replacementsOf, textOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';
import { fold } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/words.ts';
import { CLEAN, CLEAN_WELSH } from '../support/clean-plans.ts';
import { plantedText, PEOPLE, PLACES } from '../support/planted.ts';
import { oneOf, randomFrom } from '../support/random.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { sample } from '../../support/sample.ts';

const near = day('2024-03-01');
const knownOf = (index: number): Known => ({
	...PEOPLE[index % PEOPLE.length]!,
	places: PLACES,
	moving: { days: index % 2 === 0 ? 49 : -63, near },
});

/** Whether words stand in a text by themselves; `Gwen` is not left in `dydd Gwener`. */
function isLeft(words: string, text: string): boolean {
	const source = fold(words).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
	return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'u').test(fold(text));
}

describe('identifiers planted in English and Welsh sentences', () => {
	it('none is left, in hundreds of texts, and what comes out goes in again unchanged', { timeout: 180_000 }, () => {
		const random = randomFrom(20240301);
		for (let index = 0; index < sample(2500, 800); index++) {
			const known = knownOf(index);
			const { text, planted } = plantedText(random, known, index % 2 === 0 ? 'en-GB' : 'cy-GB');
			const result = textOf(anonymise(text, known));
			for (const words of planted) {
				expect(isLeft(words, result) ? `${words} is left of "${text}": "${result}"` : '').toBe('');
			}
			expect(textOf(anonymise(result, known))).toBe(result);
		}
	});
});

describe('a plan that says nothing of a person', () => {
	it.each([
		['English', CLEAN],
		['Welsh', CLEAN_WELSH],
	])('stays as it is but for a few words in %s', (_, sentences) => {
		const words = sentences.join(' ').split(/\s+/).length;
		const replaced = sentences.flatMap((sentence) =>
			PEOPLE.flatMap((__, person) => replacementsOf(anonymise(sentence, knownOf(person)))),
		);
		const rate = replaced.length / (words * PEOPLE.length);
		expect(rate, JSON.stringify(replaced.map(({ original }) => original))).toBeLessThan(0.005);
	});
});

describe('whatever the text', () => {
	const LETTERS =
		'abcdefghijklmnop ABCDEFG 0123456789 \n\t.,;:!?-–/\\()[]{}<>@#£$%^&*_+=~`\'"’“”≈âŵŷÎ😀漢\u0301\u200b\ud800[name][≈3 March 2024]2024-03-03 07700'.split(
			'',
		);

	it('never throws, is the same the second time, and gives every replacement its place', { timeout: 180_000 }, () => {
		const random = randomFrom(7);
		for (let index = 0; index < sample(3000, 1000); index++) {
			const length = Math.floor(random() * 120);
			const text = Array.from({ length }, () => oneOf(random, LETTERS)).join('');
			const segments = anonymise(text, knownOf(index));
			const result = textOf(segments);
			expect(textOf(anonymise(result, knownOf(index)))).toBe(result);
			for (const { start, end, text: shown } of replacementsOf(segments)) expect(result.slice(start, end)).toBe(shown);
			expect(segments.map((each) => each.original ?? each.text).join('')).toBe(text);
		}
	});

	it('takes no longer for a long text than for many short ones', async () => {
		for (const piece of ['a', '0', '0 ', 'A. ', '1 High ', '@', 'a.', '07', '[', 'wife ', 'Mr ', "d'"]) {
			expect(await cpuTime(() => anonymise(piece.repeat(4000), knownOf(0))), piece).toBeLessThan(4000);
		}
	});

	it('moves every date of one Mentee by the same number of days', () => {
		const known = { ...knownOf(0), moving: { days: 35, near } };
		for (let index = -400; index < 400; index += 7) {
			const on = addDays(near, index);
			expect(textOf(anonymise(`On ${on}.`, known))).toBe(`On [≈${addDays(on, 35)}].`);
		}
	});
});
