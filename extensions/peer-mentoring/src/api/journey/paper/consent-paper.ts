import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { documentOn } from '../../../storage/contract/documents-in-use.ts';
import { html } from '../../shared/pages/html.ts';
import { blankLines, factList, type Paper } from '../../shared/pages/paper.ts';
import { dayText, type Row, type Subject } from './reading.ts';
import { TEXTS } from './texts.ts';

/** The oral consent statement of the contract, what somebody can do, and what they have decided (2.26, 2.28). */
export async function consentPaper(
	knex: Knex,
	{ language, labels, rows }: Subject,
	person: Row,
	own: object,
): Promise<Paper> {
	const texts = TEXTS[language];
	const wanted = { contract: String(person.contract), kind: 'consent_statement', language } as const;
	const statement = await documentOn(knex, wanted, today());
	const decisions = await rows('consents', {
		fields: ['decision', 'decided_on', 'statement_version', 'language'],
		filter: own,
		sort: ['decided_on', 'date_created'],
	});
	const decision = (each: Row) =>
		factList([
			[texts.decision, labels.value('consents', 'decision', each.decision)],
			[texts.on, dayText(each.decided_on, language)],
			[texts.version, each.statement_version],
			[texts.read_in, each.language && labels.value('consents', 'language', each.language)],
		]);
	const facts = statement && [[texts.version, statement.version] as const, [texts.found, statement.document] as const];
	const words = (statement?.words ?? '').split(/\n+/).filter(Boolean);
	const content = html`<p>${person.name as string | null}</p>
		<p>${texts.consent_intro}</p>
		<h2>${texts.statement}</h2>
		${facts ? factList(facts) : html`<p>${texts.no_statement}</p>`}
		${words.map((paragraph) => html`<p>${paragraph}</p>`)}
		<h2>${texts.rights}</h2>
		<ul class="short">
			${texts.right.map((each) => html`<li>${each}</li>`)}
		</ul>
		<h2>${decisions.length > 0 ? texts.decided : texts.read_out}</h2>
		${decisions.length > 0 ? decisions.map(decision) : blankLines(texts.read_out_lines)}`;
	return { language, title: texts.consent, content };
}
