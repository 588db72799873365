import type { CalendarDay } from './calendar-day.ts';

const WALL = new Intl.DateTimeFormat('en-GB', {
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
	timeZone: 'Europe/London',
});

const HOUR = 60 * 60 * 1000;

/**
 * The moment at which a clock on the wall in the United Kingdom shows this time. Of the hour that comes twice in October
 * the first is meant; one that is left out in March is as long after midnight as it says (RFC 5545, 3.3.5).
 * @param time as `14:30`
 */
export function momentInLondon(day: CalendarDay, time: string): Date {
	const winter = new Date(`${day}T${time}:00Z`);
	const summer = new Date(winter.getTime() - HOUR);
	return WALL.format(summer) === time ? summer : winter;
}
