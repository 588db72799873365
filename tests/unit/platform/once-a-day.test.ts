import { expect, it } from 'vitest';
import { onceADay } from '../../../extensions/peer-mentoring/src/api/platform/guard/once-a-day.ts';

it('says of each account once on each day that it is there', () => {
	const said: string[] = [];
	let day = '2024-02-05';
	const say = onceADay(
		(user) => void said.push(`${user} ${day}`),
		() => day,
	);
	for (const user of ['one', 'one', 'other', 'one']) say(user);
	day = '2024-02-06';
	say('one');
	say('one');
	expect(said).toEqual(['one 2024-02-05', 'other 2024-02-05', 'one 2024-02-06']);
});
