import { parseDay } from '../../../domain/calendar/calendar-day.ts';
import { dayInWords, type Language } from '../../../domain/language/messages.ts';
import { html, type Html } from '../../shared/pages/html.ts';
import { factList, type Paper } from '../../shared/pages/paper.ts';
import type { PersonsData } from './answer.ts';

interface Texts {
	title: string;
	intro: (day: string) => string;
	reference: string;
	of: (count: number) => string;
	yes: string;
	no: string;
	right: string;
}

const TEXTS: Record<Language, Texts> = {
	'en-GB': {
		title: 'What is kept about me',
		intro: (day) => `This is everything that is kept about you, as it was on ${day}.`,
		reference: 'Reference',
		of: (count) => `${count} records`,
		yes: 'Yes',
		no: 'No',
		right:
			'You can ask to have anything here put right or deleted, and you can complain to the Information Commissioner’s Office.',
	},
	'cy-GB': {
		title: 'Beth a gedwir amdanaf',
		intro: (day) => `Dyma bopeth a gedwir amdanoch, fel yr oedd ar ${day}.`,
		reference: 'Cyfeirnod',
		of: (count) => `Cofnodion: ${count}`,
		yes: 'Ie',
		no: 'Na',
		right:
			'Gallwch ofyn am gywiro neu ddileu unrhyw beth sydd yma, a gallwch gwyno i Swyddfa’r Comisiynydd Gwybodaeth.',
	},
};

/** Everything of a person as a page that they can read, in their language (the right of access, as the file has it). */
export function dataPaper({ reference, language, given_on, records }: PersonsData & { reference: string }): Paper {
	const texts = TEXTS[language];
	const groups = Map.groupBy(records, ({ label }) => label);
	const section = ([label, own]: [string, PersonsData['records']]): Html =>
		html`<h2>${label}</h2>
			${own.length > 1 && html`<p>${texts.of(own.length)}</p>`}
			${own.map(
				({ entries }) =>
					html`<section class="record">
						${factList(entries.map(({ label: name, value }) => [name, pictureOf(value, name) ?? inWords(value, language)]))}
					</section>`,
			)}`;
	const content = html`<p>${texts.intro(dayInWords(given_on, language))}</p>
		${factList([[texts.reference, reference]])}${[...groups].map(section)}
		<p class="foot">${texts.right}</p>`;
	return { language, title: texts.title, content };
}

/** A picture that stands in the answer itself. */
function pictureOf(value: unknown, name: string): Html | undefined {
	return typeof value === 'string' && value.startsWith('data:image/')
		? html`<img src="${value}" alt="${name}" />`
		: undefined;
}

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' } as const;

/** A value as people read it: days and times in words, lists with commas, and what is nested line by line. */
export function inWords(value: unknown, language: Language): string {
	const { yes, no } = TEXTS[language];
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? yes : no;
	if (value instanceof Date) return inWords(value.toISOString(), language);
	if (Array.isArray(value)) {
		const plain = value.every((each) => typeof each !== 'object');
		return value.map((each) => inWords(each, language)).join(plain ? ', ' : '\n');
	}
	if (typeof value === 'object') {
		const said = Object.values(value).map((each) => inWords(each, language));
		return said.filter(Boolean).join('; ');
	}
	const text = String(value);
	const day = parseDay(text.slice(0, 10));
	if (!day || !/^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/.test(text)) return text;
	if (text.length === 10) return dayInWords(day, language);
	const moment = new Date(text.endsWith('Z') ? text : `${text}Z`);
	return `${dayInWords(day, language)}, ${new Intl.DateTimeFormat('en-GB', TIME).format(moment)}`;
}
