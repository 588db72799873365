import { describe, expect, it } from 'vitest';
import { delayAfter } from '../../../extensions/peer-mentoring/src/api/platform/sign-in/delay.ts';
import { networkOf } from '../../../extensions/peer-mentoring/src/api/platform/sign-in/network.ts';
import { tooManyInWords } from '../../../extensions/peer-mentoring/src/api/platform/sign-in/too-many.ts';
import { Turns } from '../../../extensions/peer-mentoring/src/api/platform/sign-in/turns.ts';

describe('the delay after failures', () => {
	const slowing = { free: 5, first: 15, longest: 900 };

	it.each([
		[0, 0],
		[4, 0],
		[5, 15],
		[6, 30],
		[7, 60],
		[10, 480],
		[11, 900],
		[5000, 900],
	])('%i failures: %i seconds', (failures, seconds) => expect(delayAfter(failures, slowing)).toBe(seconds));

	it('lets nobody guess more than ten times in five minutes', () => {
		let at = 0;
		let guesses = 0;
		for (; at <= 300; guesses++) at += delayAfter(guesses + 1, slowing);
		expect(guesses).toBeLessThanOrEqual(10);
	});
});

describe('the network of an address', () => {
	it.each([
		['192.0.2.7', '192.0.2.7'],
		['2001:db8::5', '2001:db8:0:0'],
		['2001:0DB8:0001:0002:3:4:5:6', '2001:db8:1:2'],
		['2001:db8:1:2::', '2001:db8:1:2'],
		['::1', '0:0:0:0'],
		['fe80::1%eth0', 'fe80:0:0:0'],
		['', ''],
	])('%s: %s', (address, network) => expect(networkOf(address)).toBe(network));
});

describe('how long to wait, in words', () => {
	it.each([
		[1, '1 second', '1 eiliad'],
		[15, '15 seconds', '15 eiliad'],
		[120, '120 seconds', '120 eiliad'],
		[121, '3 minutes', '3 munud'],
		[900, '15 minutes', '15 munud'],
	])('%i: %s', (seconds, english, welsh) => {
		expect(tooManyInWords(seconds, 'en-GB')).toContain(`in ${english}.`);
		expect(tooManyInWords(seconds, 'cy-GB')).toContain(`ymhen ${welsh}.`);
	});
});

describe('turns', () => {
	/** Everybody at once; each stays a moment, so that those inside meet. */
	async function crowd(size: number, room: () => Promise<number>): Promise<{ most: number; through: number }> {
		const turns = new Turns();
		let inside = 0;
		let most = 0;
		let through = 0;
		await Promise.allSettled(
			Array.from({ length: size }, async () => {
				const leave = await turns.take('door', room);
				most = Math.max(most, ++inside);
				await new Promise((later) => setTimeout(later, 1));
				inside--;
				through++;
				leave();
			}),
		);
		return { most, through };
	}

	it('let everybody in, no more at once than there is room', async () => {
		expect(await crowd(50, async () => 3)).toEqual({ most: 3, through: 50 });
		expect(await crowd(50, async () => 1)).toEqual({ most: 1, through: 50 });
	});

	it('let everybody in though the room changes while they wait', async () => {
		let asked = 0;
		expect((await crowd(60, async () => [5, 1, 3][asked++ % 3] as number)).through).toBe(60);
	});

	it('tell those who may not come in, and forget nobody behind them', async () => {
		let asked = 0;
		const room = async () => {
			if (asked++ % 2) throw new Error('Not now');
			return 1;
		};
		const { most, through } = await crowd(40, room);
		expect(most).toBe(1);
		expect(through).toBeGreaterThan(0);
	});
});
