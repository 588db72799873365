/** One step as it is filled in: its answers, the draft of them on the device, and sending it. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { today } from '../../clock/today.ts';
import { draftOf, dropDraft, keepDraft, type Draft } from '../device/drafts.ts';
import { newKey } from '../device/new-key.ts';
import { keepForLater, sendStep } from '../device/outbox.ts';
import { isBrokenDay } from '../fields/day.ts';
import { NoConnection, Refused, type Refusal } from '../server/ask.ts';
import { useKnownName } from '../person/use-known-name.ts';
import { useKeptAnswer } from '../server/kept-answer.ts';
import type { Beginning, Values } from '../server/model.ts';
import { model, vault } from '../server/session.ts';
import {
	answersToSend,
	elementOf,
	isAsked,
	isSame,
	missingAnswers,
	recordsOf,
	shownFields,
	valuesToBegin,
} from './form.ts';
import type { STEP_TEXTS } from './texts.ts';

type Texts = (typeof STEP_TEXTS)['en-GB'];
/** So soon after the last key what is typed is on the device. */
const PAUSE_IN_TYPING = 200;

export interface Fault {
	message: string;
	element?: string;
}

export function useStep(key: string, about: string | null, texts: () => Texts) {
	const step = computed(() => model.value?.steps.find((each) => each.key === key));
	const beginning = useKeptAnswer<Beginning>(() => (about ? `steps/${key}/${about}` : `steps/${key}`));
	const values = ref<Values>();
	/** The answers as they were when the step was opened. */
	const untouched = shallowRef<Values>({});
	/** What was on record when the form was opened: only what differs from it is a change of theirs. */
	const known = shallowRef<Beginning>();
	/** As they were when the page was opened, with what had been typed before. */
	const begins = shallowRef<Values>({});
	const faults = ref<Fault[]>([]);
	const saving = ref(false);
	const hasDraft = ref(false);
	let submission = newKey();
	let writing: ReturnType<typeof setTimeout> | undefined;

	const shown = computed(() => {
		const { values: stored, context, begun } = known.value ?? {};
		if (!stored || !context || !begun) return beginning.answer.value;
		return { ...(beginning.answer.value ?? known.value), values: stored, context, begun } as Beginning;
	});
	const isTouched = computed(() => values.value !== undefined && !isSame(values.value, untouched.value));
	const knownName = useKnownName(about);
	const name = computed(() => beginning.answer.value?.name ?? knownName.value);

	async function begin(): Promise<void> {
		if (!step.value || isTouched.value) return;
		const asked = beginning.answer.value;
		const draft = values.value ? undefined : await draftOf(key, about);
		if (isTouched.value) return;
		known.value = draft ? draft.beginning : asked;
		untouched.value = valuesToBegin(step.value, known.value, today());
		values.value = copy(draft?.values ?? untouched.value);
		begins.value = copy(values.value);
		if (!draft) return;
		hasDraft.value = true;
		submission = draft.key;
		if (draft.refusals) faults.value = draft.refusals.map(faultOf);
	}
	watch(
		[step, beginning.answer, beginning.problem],
		() => {
			if (beginning.answer.value || beginning.problem.value instanceof NoConnection) void begin();
		},
		{ immediate: true },
	);

	const draft = (): Draft => ({
		step: key,
		about,
		name: name.value,
		key: submission,
		values: values.value ?? {},
		beginning: known.value,
		typed_at: Date.now(),
	});

	function write(): void {
		clearTimeout(writing);
		writing = undefined;
		if (isTouched.value) void keepDraft(draft());
	}
	watch(
		values,
		() => {
			clearTimeout(writing);
			writing = setTimeout(write, PAUSE_IN_TYPING);
		},
		{ deep: true },
	);
	// A phone closes pages without a word.
	const hide = () => document.visibilityState === 'hidden' && write();
	document.addEventListener('visibilitychange', hide);
	onScopeDispose(() => {
		document.removeEventListener('visibilitychange', hide);
		if (writing !== undefined && vault.value) write();
	});

	async function forgetDraft(): Promise<void> {
		clearTimeout(writing);
		writing = undefined;
		await dropDraft(key, about);
		hasDraft.value = false;
	}

	async function startAnew(): Promise<void> {
		await forgetDraft();
		values.value = copy(untouched.value);
		faults.value = [];
		submission = newKey();
	}

	function faultOf({ message, extensions = {} }: Refusal): Fault {
		const { part, row, field } = extensions;
		const element = part && field ? elementOf({ part, row, field }) : undefined;
		return { message, ...(element && isShown({ part, row, field }) && { element }) };
	}

	/** A fault of a field that is not asked stands in the summary alone. */
	function isShown({ part: name, row = 0, field }: { part?: string; row?: number; field?: string }): boolean {
		const part = step.value?.parts.find((each) => each.name === name);
		const answers = part && recordsOf(values.value?.[part.name])[row];
		if (!part || !answers || !values.value || !isAsked(part, values.value)) return false;
		return shownFields(part, answers, shown.value).some((each) => each.field === field);
	}

	/** What can be told without the server. */
	function ownFaults(sent: Values): Fault[] {
		if (!step.value || !values.value) return [];
		const missing = missingAnswers(step.value, values.value, untouched.value, shown.value).map(
			({ label, ...where }) => ({
				message: texts().needed(label),
				element: elementOf(where),
			}),
		);
		const broken = step.value.parts.flatMap((part) =>
			recordsOf(sent[part.name]).flatMap((answers, row) =>
				part.fields
					.filter(({ field, interface: name }) => name === 'day' && isBrokenDay(answers[field]))
					.map(({ field, label }) => ({
						message: texts().real_day(label),
						element: elementOf({ part: part.name, ...(part.rows && { row }), field }),
					})),
			),
		);
		return [...missing, ...broken];
	}

	/** @returns what was said of it; nothing where it was refused */
	async function save(): Promise<string | undefined> {
		if (!step.value || !values.value || saving.value) return undefined;
		const sent = answersToSend(step.value, values.value, shown.value, untouched.value);
		faults.value = ownFaults(sent);
		if (faults.value.length > 0) return undefined;
		saving.value = true;
		try {
			return await sendOrKeep(sent);
		} finally {
			saving.value = false;
		}
	}

	async function sendOrKeep(sent: Values): Promise<string | undefined> {
		// What comes of it is not known until the server has answered: the draft stays until then.
		await keepDraft(draft());
		try {
			const { said } = await sendStep({ ...draft(), values: sent });
			await forgetDraft();
			untouched.value = copy(values.value ?? {});
			return said;
		} catch (error) {
			if (error instanceof NoConnection) {
				await keepForLater({ ...draft(), sent });
				await forgetDraft();
				untouched.value = copy(values.value ?? {});
				return texts().kept;
			}
			faults.value =
				error instanceof Refused && error.status < 500 && error.refusals.length > 0
					? error.refusals.map(faultOf)
					: [{ message: texts().not_saved }];
			return undefined;
		}
	}

	return {
		step,
		values,
		begins,
		shown,
		faults,
		saving,
		isTouched,
		hasDraft,
		name,
		beginning,
		save,
		startAnew,
		forgetDraft,
		write,
	};
}

const copy = (values: Values): Values => JSON.parse(JSON.stringify(values)) as Values;
