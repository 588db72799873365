import { today } from '../../../clock/today.ts';

/** Says of each account once on each day that it is there, however many requests it makes. */
export function onceADay(say: (user: string) => void, dayNow: () => string = today): (user: string) => void {
	let day = '';
	let said = new Set<string>();
	return (user) => {
		const now = dayNow();
		if (now !== day) said = new Set();
		day = now;
		if (said.has(user)) return;
		said.add(user);
		say(user);
	};
}
