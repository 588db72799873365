import { READ_OF_ACTION, type ActionAsRead, type PlanAsRead } from '../../../domain/journey/plan-confirmation.ts';
import { dayInWords, type Language } from '../../../domain/language/messages.ts';
import { html, type Html } from '../../shared/pages/html.ts';
import { layout } from '../../shared/pages/layout.ts';
import { TEXTS } from './texts.ts';

interface Shown {
	language: Language;
	/** Of the link, below the address of the platform. */
	address: string;
	plan: PlanAsRead;
	/** What was typed of a change that is asked for. */
	typed: string;
	/** Why what was sent is not taken. */
	problem?: string;
}

const FORM = 'answer';
const CHANGE = 'asked_change';

/** The plan, and what to say of it: one form, so that nothing typed is lost when the language is changed. */
export function planPage({ language, address, plan, typed, problem }: Shown): string {
	const texts = TEXTS[language];
	const summary = html`<div class="summary" role="alert" aria-labelledby="problem">
		<h2 id="problem">${texts.problem}</h2>
		<ul>
			<li><a href="#${CHANGE}">${problem}</a></li>
		</ul>
	</div>`;
	const error = html`<span class="message" id="${CHANGE}-error"
		><span class="unseen">${texts.error}</span> ${problem}</span
	>`;
	const content = html`${problem && summary}
		<h1>${texts.title}</h1>
		<p>${texts.intro}</p>
		<h2>${texts.goal}</h2>
		<p class="written">${plan.goal}</p>
		<h2>${texts.actions}</h2>
		<ol class="actions">
			${plan.actions.map((action) => actionItem(action, language))}
		</ol>
		<form id="${FORM}" method="post" action="${address}?lang=${language}" novalidate>
			<section class="section">
				<h2>${texts.decide}</h2>
				<p class="known">${texts.wording}</p>
				<p><button class="send" name="answer" value="agreed">${texts.agree}</button></p>
			</section>
			<section class="section">
				<div class="field${problem ? ' fault' : ''}">
					<label class="label large" for="${CHANGE}">${texts.change}</label>
					<p class="hint" id="${CHANGE}-hint">${texts.change_hint}</p>
					${problem && error}
					<textarea
						class="text"
						id="${CHANGE}"
						name="${CHANGE}"
						rows="5"
						aria-describedby="${CHANGE}-hint${problem ? ` ${CHANGE}-error` : ''}"
						${problem && html` aria-invalid="true"`}
					>
${typed}</textarea>
				</div>
				<button class="send second" name="answer" value="change_asked">${texts.ask}</button>
			</section>
		</form>`;
	const title = problem ? `${texts.error} ${texts.title}` : texts.title;
	return layout({ language, title, content, switchTo: { form: FORM } });
}

function actionItem(action: ActionAsRead, language: Language): Html {
	const { action: labels } = TEXTS[language];
	const said = READ_OF_ACTION.filter((field) => field !== 'what' && action[field] !== null);
	const words = (field: (typeof said)[number]) =>
		field === 'due_on' ? dayInWords(String(action.due_on), language) : action[field];
	return html`<li>
		<p class="written"><strong>${action.what}</strong></p>
		<dl>
			${said.map(
				(field) =>
					html`<div>
						<dt>${labels[field]}</dt>
						<dd class="written">${words(field)}</dd>
					</div>`,
			)}
		</dl>
	</li>`;
}

/** What became of the answer. It is the answer itself: the link shows nothing any more. */
export function answeredPage(answer: 'agreed' | 'change_asked', language: Language): string {
	const texts = TEXTS[language];
	const [title, more] = answer === 'agreed' ? [texts.agreed, texts.agreed_more] : [texts.asked, texts.asked_more];
	const content = html`<div class="receipt" role="status"><h1>${title}</h1></div>
		<p>${more}</p>
		<p>${texts.over}</p>`;
	return layout({ language, title, content, switchTo: null });
}
