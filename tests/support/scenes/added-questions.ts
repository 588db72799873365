/** Every way that there is to ask for a row of an added collection, and for what is written in one without reading it. */
import type { Client } from '../client.ts';

const graphql = (who: Client, query: string) => who.post('/graphql', { query });

/** @param word what the questions look for; an answer that hangs on it tells of rows */
export async function askAround(who: Client, note: string, word: string) {
	const contains = `[_contains]=${word}`;
	const answers = [
		await who.get(`/items/mood_notes?search=${word}`),
		await who.get(`/items/mood_notes?filter[text]${contains}&aggregate[count]=*`),
		await who.get('/items/mood_notes?groupBy[]=text&aggregate[count]=*'),
		await who.search('/items/mood_notes', { query: { filter: { text: { _contains: word } } } }),
		await who.get(`/items/mood_notes?filter[mood][notes][text]${contains}`),
		await who.get(`/items/mood_replies?filter[note][text]${contains}`),
		await who.get('/items/mentees?fields=mood_notes.text&deep[mood_notes][_limit]=-1'),
		await who.get(`/items/mentees?fields=id&filter[mood_notes][text]${contains}`),
		await who.get(`/items/mentees?fields=id&filter[mood_notes][replies][reply]${contains}`),
		await who.get('/items/moods?fields=notes.text,mentees.mentees_id.last_name'),
		await who.get(`/items/moods?filter[notes][text]${contains}`),
		await who.get(`/items/moods?filter[notes][_some][text]${contains}`),
		await who.get(`/items/moods?filter[notes][_none][text]${contains}`),
		await who.get(`/items/moods?filter[$FOLLOW(mood_notes,mood)][text]${contains}`),
		await who.get(`/items/moods?filter[$FOLLOW(mood_notes,mood)][_some][text]${contains}`),
		await who.get(`/items/jobcentre_offices?filter[$FOLLOW(referrals,jobcentre_office)][last_name]${contains}`),
		await who.get(`/items/moods?filter[mentees][mentees_id][mood_notes][text]${contains}`),
		await who.get('/items/moods?sort=notes.text&fields=id'),
		await who.get('/items/moods?fields=id,count(notes)'),
		await who.get('/items/moods?filter[count(notes)][_gt]=0'),
		await who.get('/items/moods?fields=x.text&alias[x]=notes&deep[x][_limit]=-1'),
		await who.get(`/users?fields=id&filter[$FOLLOW(mood_notes,user_created)][text]${contains}`),
		await graphql(who, '{ mood_notes { text replies { reply } } }'),
		await graphql(who, `{ mood_notes_by_id(id: "${note}") { text } }`),
		await graphql(who, `{ mood_notes_aggregated(filter: { text: { _contains: "${word}" } }) { count { id } } }`),
		await graphql(who, `{ moods(filter: { notes: { text: { _contains: "${word}" } } }) { name } }`),
		await graphql(who, '{ mentees { mood_notes { text } } }'),
	];
	return answers.map(({ status, body }) => ({ status, data: body.data ?? null }));
}
