import type { Language } from '../../../../domain/language/messages.ts';
import { codeLists, type Code, type CodeList } from '../../../../domain/language/code-lists.ts';
import type { Answers, FormField } from '../../../../domain/journey/referral-form.ts';
import { TEXTS } from '../texts.ts';
import { html, type Html } from '../../../shared/pages/html.ts';

/** What a control needs to know of the form it stands in. */
export interface FormState {
	language: Language;
	answers: Answers;
	/** The first message of each field that has one. */
	messages: ReadonlyMap<string, string>;
}

export interface Choice {
	value: string;
	label: string;
}

interface TextOptions {
	type?: 'text' | 'tel' | 'email';
	/** For browsers: of the person referred nothing is remembered on a shared computer. */
	autocomplete?: string;
	optional?: boolean;
}

export function choicesOf(list: CodeList | readonly Code[], language: Language): Choice[] {
	const codes = typeof list === 'string' ? codeLists[list] : list;
	return codes.map((code) => ({ value: code.value, label: language === 'cy-GB' ? code.cy : code.en }));
}

export function textField(state: FormState, field: FormField, options: TextOptions = {}): Html {
	const { type = 'text', autocomplete = 'off', optional = false } = options;
	const short = type === 'tel' ? ' short' : '';
	return html`<div class="field${fault(state, field)}">
		${label(state, field, optional)}${hintAndMessage(state, field)}
		<input
			class="text${short}"
			id="${field}"
			name="${field}"
			type="${type}"
			value="${state.answers[field]}"
			autocomplete="${autocomplete}"
			spellcheck="false"
			${described(state, field)}
		/>
	</div>`;
}

export interface ChoiceGroup {
	label: string;
	choices: Choice[];
}

export function selectField(state: FormState, field: FormField, groups: ChoiceGroup[] | Choice[]): Html {
	const option = ({ value, label }: Choice) =>
		html`<option value="${value}" ${state.answers[field] === value && html` selected`}>${label}</option>`;
	const options = groups.map((group) =>
		'choices' in group ? html`<optgroup label="${group.label}">${group.choices.map(option)}</optgroup>` : option(group),
	);
	return html`<div class="field${fault(state, field)}">
		${label(state, field)}${hintAndMessage(state, field)}
		<select id="${field}" name="${field}" ${described(state, field)}>
			<option value="">${TEXTS[state.language].choose}</option>
			${options}
		</select>
	</div>`;
}

export function radioField(state: FormState, field: FormField, choices: Choice[], optional = false): Html {
	return html`<fieldset class="field${fault(state, field)}" ${described(state, field)}>
		<legend class="label">${TEXTS[state.language].labels[field]}${optional && optionalMark(state)}</legend>
		${hintAndMessage(state, field)}
		${choices.map(({ value, label }, index) => {
			const id = index === 0 ? field : `${field}-${value}`;
			const checked = state.answers[field] === value && html` checked`;
			return html`<div class="choice">
				<input type="radio" id="${id}" name="${field}" value="${value}" ${checked} /><label for="${id}">${label}</label>
			</div>`;
		})}
	</fieldset>`;
}

export function tickField(state: FormState, field: FormField, legend: string): Html {
	const checked = state.answers[field] === 'true' && html` checked`;
	return html`<fieldset class="field${fault(state, field)}" ${described(state, field)}>
		<legend class="label">${legend}</legend>
		${hintAndMessage(state, field)}
		<div class="choice">
			<input type="checkbox" id="${field}" name="${field}" value="true" ${checked} /><label for="${field}"
				>${TEXTS[state.language].labels[field]}</label
			>
		</div>
	</fieldset>`;
}

function label(state: FormState, field: FormField, optional = false): Html {
	const text = TEXTS[state.language].labels[field];
	return html`<label class="label" for="${field}">${text}${optional && optionalMark(state)}</label>`;
}

function optionalMark({ language }: FormState): Html {
	return html` <span class="optional">${TEXTS[language].optional}</span>`;
}

function hintAndMessage({ language, messages }: FormState, field: FormField): Html {
	const { hints, error } = TEXTS[language];
	const hint = hints[field];
	const message = messages.get(field);
	return html`${hint && html`<p class="hint" id="${field}-hint">${hint}</p>`}${
		message && html`<span class="message" id="${field}-error"><span class="unseen">${error}</span> ${message}</span>`
	}`;
}

function described({ language, messages }: FormState, field: FormField): Html {
	const parts = [TEXTS[language].hints[field] && `${field}-hint`, messages.has(field) && `${field}-error`];
	const ids = parts.filter(Boolean).join(' ');
	return html`${ids && html` aria-describedby="${ids}"`}${messages.has(field) && html` aria-invalid="true"`}`;
}

function fault({ messages }: FormState, field: FormField): string {
	return messages.has(field) ? ' fault' : '';
}
