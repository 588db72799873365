import { useSdk, useStores } from '@directus/extensions-sdk';
import type { RestCommand } from '@directus/sdk';
import { h, render, type AppContext } from 'vue';
import { today } from '../../../clock/today.ts';
import AskFirst from '../../shared/ask-first/ask-first.vue';
import { dayText } from '../../shared/date-names.ts';
import { pageLanguage } from '../../shared/language.ts';
import { useServer, type Server } from '../../shared/use-server.ts';
import { TEXTS } from './texts.ts';
import { keyOf, weightyIn, type Weighty } from './weighty.ts';

type Command = RestCommand<unknown, unknown>;

/** The Studio says nothing more of a save that fails with no error. */
const TAKEN_BACK = { errors: [] };

let asks = false;

/**
 * Asks before the Studio sends what cannot be undone, whichever way it is saved: with the tick, with the keys, or in a
 * drawer of another record. All of it goes through its one client, whose requests are looked at from the first form that
 * has this on, as long as the page is loaded. Called in a setup.
 */
export function askBeforeSending(context: AppContext | undefined): void {
	if (asks || !context) return;
	asks = true;
	const sdk: { request: (command: Command) => Promise<unknown> } = useSdk();
	const server = useServer();
	const notifications = useStores().useNotificationsStore();
	const send = sdk.request.bind(sdk);
	sdk.request = async (command) => {
		const { method, path, body } = command();
		const said: string[] = [];
		for (const weighty of weightyIn(method, path, written(body))) {
			const { done, ...asked } = await sentencesOf(server, weighty);
			const danger = weighty.kind === 'erasure' || weighty.kind === 'withdrawal';
			if (!(await agreedTo(context, { ...asked, danger }))) {
				throw Object.assign(new Error('Taken back by who was asked'), TAKEN_BACK);
			}
			said.push(done);
		}
		const answer = await send(command);
		for (const title of said) notifications.add({ title, persist: true });
		return answer;
	};
}

function written(body: unknown): unknown {
	return typeof body === 'string' ? JSON.parse(body) : undefined;
}

async function sentencesOf(server: Server, { kind, row, form }: Weighty) {
	const language = pageLanguage();
	const { unnamed, sentences } = TEXTS[language];
	const read = async (collection: string, key: string | undefined, field: string) => {
		if (key === undefined) return unnamed;
		const asked = server.get<Record<string, unknown>>(`/items/${collection}/${key}`, { fields: [field] });
		// A question is better asked without a name than not at all.
		return String((await asked.catch(() => undefined))?.[field] ?? unnamed);
	};
	const person = () => {
		if (form.collection === 'mentees' || form.collection === 'referrals') {
			return read(form.collection, form.key, 'reference');
		}
		const mentee = keyOf(row.mentee);
		return mentee ? read('mentees', mentee, 'reference') : read('referrals', keyOf(row.referral), 'reference');
	};
	const template = () => (row.version ? String(row.version) : read('return_templates', form.key, 'version'));
	const day = String(row.in_use_from ?? row.from_on ?? today());
	return sentences[kind]({
		reference: await (kind === 'template' ? template() : person()),
		mentor: kind === 'hand_over' ? await read('peer_mentors', keyOf(row.peer_mentor), 'name') : '',
		day: dayText(day, language),
	});
}

/** Shows what is asked over whatever is open. */
function agreedTo(
	context: AppContext,
	asked: { title: string; text: string; agree: string; danger: boolean },
): Promise<boolean> {
	const host = document.createElement('div');
	return new Promise((resolve) => {
		const answer = (agreed: boolean) => {
			render(null, host);
			resolve(agreed);
		};
		const node = h(AskFirst, {
			...asked,
			modelValue: true,
			'onUpdate:modelValue': (open: boolean) => !open && answer(false),
			onAgree: () => answer(true),
		});
		node.appContext = context;
		render(node, host);
	});
}
