import { authentication, createDirectus, createItem, customEndpoint, readItems, rest } from '@directus/sdk';
import { writeFile } from 'node:fs/promises';
import type { Collections } from './collections.ts';

const { PLATFORM = 'http://localhost:8055', PASSWORD = '', MONTH = '2026-01', OUT = 'tracker.xlsx' } = process.env;

async function signIn(email: string) {
	const client = createDirectus<Collections>(PLATFORM)
		.with(authentication('json', { autoRefresh: false }))
		.with(rest());
	await client.login({ email, password: PASSWORD });
	return client;
}

// A Peer Mentor lists their Mentees, and records a session with the first of them.
const mentor = await signIn('mentor1@example.org');
const mentees = await mentor.request(
	readItems('mentees', {
		fields: ['id', 'reference', { sessions: ['held_on'] }],
		filter: { ended_on: { _null: true }, start_on: { _nnull: true } },
		limit: 10,
	}),
);
const [mentee] = mentees;
if (!mentee) throw new Error('There is no Mentee to record a session with.');
const session = await mentor.request(
	createItem('sessions', { mentee: mentee.id, held_on: new Date().toISOString().slice(0, 10), minutes: 45 }),
);
console.log(`${mentees.length} Mentees; ${mentee.reference}: session of ${session.held_on}, ${session.attendance}`);

// Supplier MI reads the return of a month, and takes out the Mentee Tracker under a password.
const mi = await signIn('mi@example.org');
const pmi = await mi.request(
	customEndpoint<{ measures: { starts_new: { total: number } } }>({ method: 'GET', path: `/pmi/PM-CPA9/${MONTH}` }),
);
console.log(`${pmi.measures.starts_new.total} started in ${MONTH}`);
const tracker = await mi.request(
	customEndpoint<Response>({
		method: 'POST',
		path: `/mentee-tracker/PM-CPA9/${MONTH}.xlsx`,
		body: JSON.stringify({ password: 'a password of fifteen characters or more' }),
	}),
);
await writeFile(OUT, new Uint8Array(await tracker.arrayBuffer()));
console.log(`${OUT} holds the Mentee Tracker`);
