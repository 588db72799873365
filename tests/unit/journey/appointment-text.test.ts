import { expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { appointmentText } from '../../../extensions/peer-mentoring/src/domain/home/caseload/appointment-text.ts';

const TODAY = day('2024-06-03');

it.each([
	['2024-06-10', '10:00', 'en-GB', 'We are meeting on Monday 10 June at 10:00, at the place we agreed.'],
	['2024-06-10', null, 'en-GB', 'We are meeting on Monday 10 June, at the place we agreed.'],
	['2025-01-06', '09:30', 'en-GB', 'We are meeting on Monday 6 January 2025 at 09:30, at the place we agreed.'],
	['2024-06-10', '10:00', 'cy-GB', 'Rydym yn cwrdd dydd Llun 10 Mehefin am 10:00, yn y lle y cytunwyd arno.'],
	['2024-06-10', null, 'cy-GB', 'Rydym yn cwrdd dydd Llun 10 Mehefin, yn y lle y cytunwyd arno.'],
] as const)('an appointment on %s at %s is confirmed in %s (2.7, 2.24)', (on, at, language, text) => {
	const said = appointmentText({ on: day(on), at }, TODAY, language);
	expect(said.startsWith(text)).toBe(true);
	expect(said).not.toMatch(/mentor|drug|alcohol|recover|support|cymorth|adfer/i);
});
