import type { Language } from '../../../../domain/language/messages.ts';
import { FORM_FIELDS, type Answers } from '../../../../domain/journey/referral-form.ts';
import type { PlaceName } from '../../../../storage/journey/referral-places.ts';
import type { FieldMessage } from '../make-referral.ts';
import type { Sender } from '../sender.ts';
import { TEXTS } from '../texts.ts';
import {
	choicesOf,
	radioField,
	selectField,
	textField,
	tickField,
	type ChoiceGroup,
	type FormState,
} from './controls.ts';
import { html, type Html } from '../../../shared/pages/html.ts';
import { layout } from '../../../shared/pages/layout.ts';

/** A field that people do not see: whoever fills it in is a program. */
export const TRAP = 'website';

export interface FormPage {
	sender: Sender;
	/** Of the form, below the address of the platform. */
	address: string;
	language: Language;
	answers: Answers;
	problems: FieldMessage[];
	/** Names this filled-in form, so that it is taken once. */
	submission: string;
}

export function formPage({ sender, address, language, answers, problems, submission }: FormPage): string {
	const texts = TEXTS[language];
	const messages = new Map(problems.toReversed().map(({ field, message }) => [field ?? '', message]));
	const state: FormState = { language, answers, messages };
	const title = problems.length > 0 ? `${texts.error} ${texts.title}` : texts.title;
	const content = html`${problems.length > 0 && summary(problems, language)}
		<h1>${texts.title}</h1>
		<p>${texts.intro}</p>
		<p>${texts.least}</p>
		<form
			id="refer"
			method="post"
			action="${address}?lang=${language}"
			novalidate${sender.link === null && html` class="choosing"`}
		>
			<input type="hidden" name="submission" value="${submission}" />
			<section class="section">
				<h2>${texts.you}</h2>
				${aboutSender(sender, state)}
			</section>
			<section class="section">
				<h2>${texts.person}</h2>
				${aboutPerson(sender, state)}
			</section>
			<div class="unseen" aria-hidden="true">
				<label for="${TRAP}">${texts.leaveEmpty}</label
				><input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off" />
			</div>
			<button class="send">${texts.send}</button>
		</form>
		<ul class="links">
			<li><a href="${address}/results?lang=${language}">${texts.results}</a></li>
		</ul>`;
	return layout({ language, title, content, switchTo: { form: 'refer' } });
}

function summary(problems: FieldMessage[], language: Language): Html {
	const isAsked = (field: string | null) => FORM_FIELDS.some((each) => each === field);
	return html`<div class="summary" role="alert" aria-labelledby="problem">
		<h2 id="problem">${TEXTS[language].problem}</h2>
		<ul>
			${problems.map(({ field, message }) => html`<li>${isAsked(field) ? html`<a href="#${field}">${message}</a>` : message}</li>`)}
		</ul>
	</div>`;
}

function aboutSender(sender: Sender, state: FormState): Html {
	const route = sender.link?.route;
	return html`${sender.link ? known(sender, state) : radioField(state, 'route', choicesOf('referral_route', state.language))}
	${route !== 'third_party' && html`<div class="jobcentre_plus">${aboutWorkCoach(sender, state)}</div>`}
	${route !== 'jobcentre_plus' && html`<div class="third_party">${aboutOrganisation(sender, state)}</div>`}
	${textField(state, 'referrer_phone', { type: 'tel', autocomplete: 'tel', optional: true })}
	${textField(state, 'referrer_email', { type: 'email', autocomplete: 'email', optional: true })}`;
}

/** What the link settles, to be seen and not asked. */
function known({ link, places }: Sender, { language }: FormState): Html {
	const texts = TEXTS[language];
	const office = places.offices.find(({ id }) => id === link?.jobcentre_office);
	const [area] = places.areas;
	return html`<dl class="known">
		<dt>${texts.organisation}</dt>
		<dd>${link?.organisation}</dd>
		${
			office &&
			html`<dt>${texts.office}</dt>
				<dd>${nameIn(office, language)}</dd>`
		}
		${
			!office &&
			area &&
			places.areas.length === 1 &&
			html`<dt>${texts.area}</dt>
				<dd>${areaName(area, language)}</dd>`
		}
	</dl>`;
}

function aboutWorkCoach({ offer, places }: Sender, state: FormState): Html {
	const { language } = state;
	const byArea = Map.groupBy(places.offices, ({ deliveryArea }) => nameIn(deliveryArea, language));
	const groups: ChoiceGroup[] = [...byArea].map(([label, offices]) => ({
		label,
		choices: offices.map((office) => ({ value: office.id, label: nameIn(office, language) })),
	}));
	return html`${offer.fixed.jobcentre_office === undefined && selectField(state, 'jobcentre_office', groups)}
	${textField(state, 'work_coach', { autocomplete: 'name' })}`;
}

function aboutOrganisation({ offer, places }: Sender, state: FormState): Html {
	const { language } = state;
	const areas = places.areas.map((area) => ({ value: String(area.cpa), label: areaName(area, language) }));
	return html`${areas.length > 1 && radioField(state, 'cpa', areas)}
	${offer.fixed.third_party_organisation === undefined && textField(state, 'third_party_organisation', { autocomplete: 'organization' })}
	${selectField(state, 'third_party_type', choicesOf(offer.third_party_types ?? 'third_party_type', language))}
	${textField(state, 'third_party_contact', { autocomplete: 'name' })}`;
}

function aboutPerson(sender: Sender, state: FormState): Html {
	const { language } = state;
	return html`${textField(state, 'first_name')}${textField(state, 'last_name')}
	${textField(state, 'phone', { type: 'tel' })}${textField(state, 'email', { type: 'email' })}
	${radioField(state, 'preferred_language', choicesOf('language', language), true)}
	${radioField(state, 'aged_18_or_over', choicesOf('yes_no_not_known', language))}
	${sender.link?.route !== 'jobcentre_plus' && html`<div class="third_party">${tickField(state, 'permission_obtained', TEXTS[language].permission)}</div>`}`;
}

/** `Wrexham, Denbighshire, Flintshire (CPA 9)`: people know the places, and the contract knows the number. */
function areaName({ cpa, deliveryAreas }: { cpa: number; deliveryAreas: PlaceName[] }, language: Language): string {
	return `${deliveryAreas.map((area) => nameIn(area, language)).join(', ')} (CPA ${cpa})`;
}

function nameIn({ name, name_cy }: PlaceName, language: Language): string {
	return (language === 'cy-GB' ? name_cy : null) ?? name;
}
