/** Whom the pictures are about: people of the demo, and secret addresses made for the purpose. */
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { PEOPLE } from '../people.ts';
import type { Client, TestServer } from '../server.ts';

export interface Found {
	/** The key of a Mentee with a plan, and what is said of them elsewhere. */
	mentee: string;
	plan: string;
	reference: string;
	/** The key of a referral that has no meeting yet. */
	referral: string;
	/** The key of a Peer Mentor. */
	mentor: string;
	/** The secrets of two addresses. */
	refer: string;
	confirm: string;
	/** What follows the name of a step in its address: whom it is about. */
	about(step: string): string;
}

interface Person {
	id: string;
	referral: string;
	mentee: string | null;
	stage: string;
	sessions_counted: number | null;
}

interface Step {
	key: string;
	about: 'none' | 'referral' | 'mentee';
	stages: string[] | null;
}

export async function findPeople(server: TestServer): Promise<Found> {
	const mentor = await server.login(PEOPLE['Peer Mentor'] as string);
	const manager = await server.login(PEOPLE['Supplier Manager'] as string);
	const data = async (client: Client, path: string) => (await client.get(path)).body.data;
	const { people } = (await data(mentor, '/mentor/api/caseload')) as { people: Person[] };
	const { steps } = (await data(mentor, '/mentor/api/model')) as { steps: Step[] };
	const supported = people
		.filter(({ stage }) => stage === 'in_support')
		.sort((one, other) => (other.sessions_counted ?? 0) - (one.sessions_counted ?? 0));
	const mentee = those(supported)[0].id;
	const plans = await data(mentor, `/items/action_plans?filter[mentee][_eq]=${mentee}&fields=id`);
	const { reference } = await data(mentor, `/items/mentees/${mentee}?fields=reference`);
	const [profile] = await data(manager, '/items/peer_mentors?filter[user][_nnull]=true&limit=1&fields=id');
	const [contract] = await data(manager, '/items/call_off_contracts?limit=1&fields=id');
	const { body } = await manager.post('/items/referral_links', {
		...{ contract: contract.id, route: 'third_party', organisation: 'Quiet Street Charity' },
		expires_on: addDays(today(), 30),
	});
	return {
		...{ mentee, reference, plan: those(plans as { id: string }[])[0].id, mentor: profile.id },
		referral: those(people.filter(({ stage }) => stage === 'referred'))[0].referral,
		refer: await secretOf(manager, `/refer/links/${body.data.id}`),
		confirm: await secretOf(mentor, `/plan-confirmation/links/${plans[0].id}`),
		about(step) {
			const found = steps.find(({ key }) => key === step);
			if (!found || found.about === 'none') return '';
			const fits = ({ stage, mentee: is }: Person) =>
				(found.stages?.includes(stage) ?? true) && (found.about !== 'mentee' || is !== null);
			const [whom] = those([...supported, ...people].filter(fits));
			return `/${whom.mentee ?? whom.referral}`;
		},
	};
}

/** Rows of which there is one at least. */
function those<Row>(rows: Row[]): [Row, ...Row[]] {
	if (rows.length === 0) throw new Error('The demo has nobody to take a picture of.');
	return rows as [Row, ...Row[]];
}

async function secretOf(client: Client, path: string): Promise<string> {
	const { status, body } = await client.post(path);
	if (status !== 200) throw new Error(`No address was made: ${JSON.stringify(body)}`);
	return new URL(body.data.url).pathname.split('/').at(-1) as string;
}
