import { html, type Html } from '../../shared/pages/html.ts';
import { factList, type Paper } from '../../shared/pages/paper.ts';
import { ACTION_FIELDS } from './plan-paper.ts';
import { dayText, type Row, type Subject } from './reading.ts';
import { TEXTS } from './texts.ts';

/** What of a kind of support says which one it is. */
const WHICH = ['programme', 'training_type', 'volunteering_type', 'education_type'];

/** What somebody takes with them when support ends: what was reached, what is open, what comes next (1.16, 2.18). */
export async function leavingPaper({ language, labels, rows }: Subject, mentee: Row): Promise<Paper> {
	const texts = TEXTS[language];
	const own = { mentee: { _eq: mentee.id } };
	const [plan] = await rows('action_plans', { fields: ['id', 'goal'], filter: own, sort: ['-date_created', '-id'] });
	const actions = plan
		? await rows('actions', { fields: ACTION_FIELDS, filter: { action_plan: { _eq: plan.id } }, sort: ['due_on'] })
		: [];
	const supports = await rows('support_engagements', {
		fields: ['kind', 'referred_on', 'entered_on', 'ended_on', ...WHICH],
		filter: own,
		sort: ['referred_on', 'entered_on'],
	});
	const done = actions.filter(({ status }) => status === 'done');
	const open = actions.filter((action) => !done.includes(action));
	const listed = (items: readonly (string | null)[]): Html =>
		html`<ul class="short">
			${items.map((each) => html`<li>${each}</li>`)}
		</ul>`;
	const openText = ({ what, due_on, status }: Row) => {
		const how = status && status !== 'open' ? labels.value('actions', 'status', status) : null;
		return [what, dayText(due_on, language), how].filter(Boolean).join(', ');
	};
	const supportText = (support: Row) => {
		const names = ['kind', ...WHICH].filter((field) => support[field]);
		return names.map((field) => String(labels.value('support_engagements', field, support[field]))).join(', ');
	};
	const content = html`<p>${mentee.name as string | null}</p>
		${factList([
			[texts.began, dayText(mentee.start_on, language)],
			[texts.ended, dayText(mentee.ended_on, language)],
			[texts.met, mentee.sessions_counted],
		])}
		${
			plan &&
			html`<h2>${texts.reached}</h2>
				<p class="written">${plan.goal as string | null}</p>
				<h2>${texts.done}</h2>
				${done.length > 0 ? listed(done.map(({ what }) => what as string | null)) : html`<p>${texts.none_done}</p>`}`
		}
		${
			open.length > 0 &&
			html`<h2>${texts.open}</h2>
				${listed(open.map(openText))}`
		}
		${
			supports.length > 0 &&
			html`<h2>${texts.support}</h2>
				${listed(supports.map(supportText))}`
		}
		<h2>${texts.steps}</h2>
		<p class="written">${(mentee.next_steps as string | null) || texts.no_steps}</p>
		<p class="foot">${texts.share}</p>`;
	return { language, title: texts.leaving, content };
}
