import { readFileSync } from 'node:fs';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { holidaysOf, type Calendar } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';

const file = new URL('../../../seed/reference/bank-holidays.json', import.meta.url);
const days = JSON.parse(readFileSync(file, 'utf8')) as Record<Calendar, string[]>;

export const calendars = Object.keys(days) as Calendar[];
export const holidays = (calendar: Calendar) => holidaysOf(calendar, days[calendar].map(day));
export const englandAndWales = holidays('england-and-wales');
