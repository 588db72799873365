import { parseDay, type CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { handOverProblems, type Wish } from '../../../domain/people/hand-over.ts';
import type { Server } from '../../shared/use-server.ts';

export interface HeldMentee {
	id: string;
	name: string;
	reference: string;
	cpa: number;
	preferred_language: string | null;
}

export interface Mentor {
	id: string;
	name: string;
	leaves_on: CalendarDay | null;
	mentees_now: number;
	works_in_welsh: string | null;
}

interface Post {
	peer_mentor: string;
	cpa: number;
	from: CalendarDay;
	to: CalendarDay | null;
}

interface StoredWish extends Wish {
	mentee: string;
	peer_mentor: string;
}

/** Everybody who could take over, and what stands in the way. */
export interface Takers {
	mentors: Mentor[];
	posts: Post[];
	wishes: StoredWish[];
}

export async function readMentors(server: Server): Promise<Mentor[]> {
	const fields = ['id', 'name', 'leaves_on', 'mentees_now', 'works_in_welsh'];
	return server.get<Mentor[]>('/items/peer_mentors', { fields, sort: ['name'], limit: -1 });
}

/** The Mentees whom somebody holds, and what decides to whom they may go. */
export async function readHeld(server: Server, mentor: string) {
	const held = await server.get<HeldMentee[]>('/items/mentees', {
		fields: ['id', 'name', 'reference', 'cpa', 'preferred_language'],
		filter: { peer_mentor: { _eq: mentor }, ended_on: { _null: true } },
		sort: ['name'],
		limit: -1,
	});
	const assignments = await server.get<
		{ peer_mentor: string; cpa: number; starts_on: string; ends_on: string | null }[]
	>('/items/fte_assignments', { fields: ['peer_mentor', 'cpa', 'starts_on', 'ends_on'], limit: -1 });
	const wishes = await server.get<StoredWish[]>('/items/working_wishes', {
		fields: ['mentee', 'peer_mentor', 'since_on', 'until_on'],
		filter: { mentee: { peer_mentor: { _eq: mentor } } },
		limit: -1,
	});
	const posts = assignments.map(({ peer_mentor, cpa, starts_on, ends_on }) => ({
		...{ peer_mentor, cpa: Number(cpa) },
		from: starts_on as CalendarDay,
		to: parseDay(ends_on ?? '') ?? null,
	}));
	return { held: held.map((mentee) => ({ ...mentee, cpa: Number(mentee.cpa) })), posts, wishes };
}

/** Who may take a Mentee over on a day, by the rule that the server asks (2.6, 2.25): who has fewest first. */
export function takersOf({ id, cpa }: HeldMentee, from: string, { mentors, posts, wishes }: Takers, on: CalendarDay) {
	const may = mentors.filter((mentor) => {
		const own = posts.filter(({ peer_mentor }) => peer_mentor === mentor.id);
		const between = wishes.filter(({ mentee, peer_mentor }) => mentee === id && peer_mentor === mentor.id);
		const problems = handOverProblems({ assignments: own, wishes: between, cpa, on, held_since: null });
		return mentor.id !== from && problems.length === 0;
	});
	return may.sort((a, b) => a.mentees_now - b.mentees_now || a.name.localeCompare(b.name));
}
