import type { CalendarDay, CalendarMonth } from '../calendar/calendar-day.ts';
import { addDays, firstDay, lastDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { CpaFte, FteAssignment } from './fte.ts';
import { changeDays, coverage, fteOf, fteOn, inForce } from './fte.ts';

/** One change of Peer Mentoring personnel in one CPA (3.8, first item). */
export interface PersonnelChange {
	/** The last day in post of someone who left; for other changes, the first day it is different. */
	date: CalendarDay;
	cpa: number;
	delivery_area: string;
	change: Extract<CodeOf<'personnel_change'>, 'joined' | 'left' | 'hours_changed' | 'location_changed'>;
	mentor: string;
	/** FTE of this mentor in this CPA. */
	fte_before: number;
	fte_after: number;
}

/** FTE of one CPA over a month: the opening figure and all changes add up to the closing one. */
export interface CpaPersonnel {
	cpa: number;
	opening_fte: number;
	closing_fte: number;
	/** FTE on the lowest day of the month on which the minimum applies; `null` where it applies on none (C1.1). */
	lowest_fte: number | null;
	minimum: number;
	shortfall: number | null;
}

export interface FteDuty {
	cpas: readonly CpaFte[];
	/** The days on which the minimum applies: after the Implementation Period, to the end of the contract (C1.1). */
	from: CalendarDay;
	to: CalendarDay | null;
}

/** Who joined, left, or changed hours or location in a month, in order of date, CPA and mentor. */
export function personnelChanges(assignments: readonly FteAssignment[], month: CalendarMonth): PersonnelChange[] {
	const mentors = new Set(assignments.map((each) => each.mentor));
	return [...mentors]
		.flatMap((mentor) => changesOf(assignments.filter((each) => each.mentor === mentor)))
		.filter(({ date }) => date.startsWith(month))
		.sort((a, b) => compare(a.date, b.date) || a.cpa - b.cpa || compare(a.mentor, b.mentor));
}

/** Opening and closing FTE of each CPA, and its lowest day against the minimum (C1.2, Table A). */
export function cpaPersonnel(
	assignments: readonly FteAssignment[],
	month: CalendarMonth,
	duty: FteDuty,
): CpaPersonnel[] {
	const from = [firstDay(month), duty.from].sort()[1] as CalendarDay;
	const to = [lastDay(month), duty.to ?? lastDay(month)].sort()[0] as CalendarDay;
	return duty.cpas.map((cpa) => {
		const days = from <= to ? coverage(assignments, [cpa], from, to) : [];
		const lowest = days.length === 0 ? null : Math.min(...days.map((range) => range.fte_in_post));
		return {
			cpa: cpa.cpa,
			opening_fte: fteAtCloseOf(addDays(firstDay(month), -1), cpa.cpa, assignments),
			closing_fte: fteAtCloseOf(lastDay(month), cpa.cpa, assignments),
			lowest_fte: lowest,
			minimum: cpa.minimum,
			shortfall: days.length === 0 ? null : Math.max(...days.map((range) => range.gap)),
		};
	});
}

/** FTE once a day is over: whoever had their last day in post is gone. */
function fteAtCloseOf(day: CalendarDay, cpa: number, assignments: readonly FteAssignment[]): number {
	const next = addDays(day, 1);
	const staying = new Set(assignments.filter((each) => inForce(each, next)).map((each) => each.mentor));
	return fteOn(
		assignments.filter((each) => each.cpa === cpa && staying.has(each.mentor)),
		day,
	);
}

function changesOf(own: readonly FteAssignment[]): PersonnelChange[] {
	return changeDays(own).flatMap((day) => changesOn(day, own));
}

function changesOn(day: CalendarDay, own: readonly FteAssignment[]): PersonnelChange[] {
	const before = own.filter((each) => inForce(each, addDays(day, -1)));
	const after = own.filter((each) => inForce(each, day));
	const sameHours = fteOf(before) === fteOf(after);
	const cpas = new Set([...before, ...after].map((each) => each.cpa));
	return [...cpas].flatMap((cpa): PersonnelChange[] => {
		const old = before.filter((each) => each.cpa === cpa);
		const now = after.filter((each) => each.cpa === cpa);
		const change = {
			date: day,
			cpa,
			delivery_area: areas(now.length > 0 ? now : old),
			mentor: own[0]?.mentor ?? '',
			fte_before: fteOf(old),
			fte_after: fteOf(now),
		};
		if (before.length === 0) return [{ ...change, change: 'joined' }];
		if (after.length === 0) return [{ ...change, change: 'left', date: addDays(day, -1) }];
		const moved = places(old) !== places(now);
		if (change.fte_before === change.fte_after) return moved ? [{ ...change, change: 'location_changed' }] : [];
		if (sameHours) return [{ ...change, change: 'location_changed' }];
		const hoursChanged: PersonnelChange = { ...change, change: 'hours_changed' };
		if (!moved || old.length === 0 || now.length === 0) return [hoursChanged];
		return [hoursChanged, { ...change, change: 'location_changed', fte_before: change.fte_after }];
	});
}

function areas(assignments: readonly FteAssignment[]): string {
	return [...new Set(assignments.map((each) => each.delivery_area))].sort().join('; ');
}

function places(assignments: readonly FteAssignment[]): string {
	return [...new Set(assignments.map((each) => `${each.delivery_area}/${each.office ?? ''}`))].sort().join(';');
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
