/** What must not be read in the mentors' app: words of programs, and English where Welsh is spoken. */
import { CASELOAD_TEXTS } from '../../../extensions/peer-mentoring/src/domain/home/caseload/texts.ts';
import { CALENDAR_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/calendar/texts.ts';
import { MORE_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/caseload/texts.ts';
import { FIELD_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/fields/texts.ts';
import { FRAME_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/frame/texts.ts';
import { CONFIRM_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/person/confirm-texts.ts';
import { PERSON_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/person/texts.ts';
import { SIGN_IN_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/sign-in/texts.ts';
import { STEP_TEXTS } from '../../../extensions/peer-mentoring/src/mentor/step/texts.ts';
import type { Client } from '../client.ts';

const TEXTS = [
	...[CALENDAR_TEXTS, CASELOAD_TEXTS, CONFIRM_TEXTS, MORE_TEXTS, FIELD_TEXTS, FRAME_TEXTS, PERSON_TEXTS],
	...[SIGN_IN_TEXTS, STEP_TEXTS],
];
/** What only a program reads. */
const OF_A_PROGRAM = /\b[a-z]+_[a-z_]+\b|undefined|\bnull\b|NaN|\[object|\$t:|\{\{/;

/** Every text within something, whatever it is nested in. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Lines that stand in English and in no Welsh: the app's own, and those of the data model. */
export async function onlyEnglish(mentor: Client): Promise<Set<string>> {
	const models = await Promise.all(
		['en-GB', 'cy-GB'].map(async (language) => {
			const { body } = await mentor.get(`/mentor/api/model?language=${language}`);
			return textsIn(body.data.steps);
		}),
	);
	const [english, welsh] = (['en-GB', 'cy-GB'] as const).map(
		(language, index) => new Set([...TEXTS.flatMap((texts) => textsIn(texts[language])), ...models[index]!]),
	) as [Set<string>, Set<string>];
	// What the button is called that leads to it.
	welsh.add('English');
	return new Set([...english].filter((text) => !welsh.has(text)));
}

/** What of these words is no word for people, or stands in `english`. */
export function strangeIn(words: string, english: ReadonlySet<string>): string[] {
	const lines = words.split('\n').map((line) => line.replace(/\((optional|dewisol)\)/, '').trim());
	return [...(OF_A_PROGRAM.exec(words) ?? []), ...lines.filter((line) => english.has(line))];
}
