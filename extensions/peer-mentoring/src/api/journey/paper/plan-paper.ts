import { planAsRead, READ_OF_ACTION } from '../../../domain/journey/plan-confirmation.ts';
import { html } from '../../shared/pages/html.ts';
import { blankLines, factList, type Paper } from '../../shared/pages/paper.ts';
import { dayText, oneOf, type Row, type Subject } from './reading.ts';
import { TEXTS } from './texts.ts';

export const ACTION_FIELDS = [...READ_OF_ACTION, 'status'] as string[];

/** A SMART Action Plan to take home, and to sign where it is not agreed to otherwise (1.13, Table A). */
export async function planPaper({ language, rows }: Subject, id: string, mentee: Row): Promise<Paper> {
	const texts = TEXTS[language];
	const plan = await oneOf(rows, 'action_plans', {
		fields: ['goal', 'agreed_on', 'evidence'],
		filter: { id: { _eq: id } },
	});
	const actions = await rows('actions', { fields: ACTION_FIELDS, filter: { action_plan: { _eq: id } } });
	const read = planAsRead(plan, actions);
	const next = [
		dayText(mentee.next_appointment_on, language),
		mentee.next_appointment_at ? String(mentee.next_appointment_at).slice(0, 5) : null,
		mentee.next_appointment_place,
	].filter(Boolean);
	const isAgreed = Boolean(plan.agreed_on && plan.evidence);
	const agreement = isAgreed
		? html`<p>${texts.agreed(dayText(plan.agreed_on, language) ?? '')}</p>`
		: html`<p>${texts.not_agreed}</p>
				<div class="boxed">
					<p>${texts.agree}</p>
					${blankLines(texts.sign)}
				</div>`;
	const content = html`<p>${mentee.name as string | null}</p>
		<h2>${texts.goal}</h2>
		<p class="written">${read.goal}</p>
		<h2>${texts.actions}</h2>
		<ol>
			${read.actions.map(
				(action) =>
					html`<li>
						<h3>${action.what}</h3>
						${factList([
							[texts.action.measure, action.measure],
							[texts.action.achievable, action.achievable],
							[texts.action.relevance, action.relevance],
							[texts.action.due_on, dayText(action.due_on, language)],
						])}
					</li>`,
			)}
		</ol>
		${agreement}
		${
			next.length > 0 &&
			html`<h2>${texts.next}</h2>
				<p>${next.join(', ')}</p>`
		}
		<p class="foot">${texts.yours}</p>`;
	return { language, title: texts.plan, content };
}
