import { useSdk, useStores } from '@directus/extensions-sdk';
import type { RestCommand } from '@directus/sdk';
import { pageLanguage } from '../../shared/language.ts';
import type { Inside } from './studio-router.ts';

const LIST = '/content/referrals';
const FORM = `${LIST}/+`;
/** Our own pages from which a referral is added. */
const OURS = ['/home', '/caseload'];

const SAVED = {
	'en-GB': (name: string) => `Saved: the referral of ${name}`,
	'cy-GB': (name: string) => `Wedi’i gadw: atgyfeiriad ${name}`,
};

/** Who adds a referral from a page of ours is back there once it is saved, and is told whose it was. */
export function goBackFromReferral({ app, router }: Inside): void {
	const { sdk, notifications } = app.runWithContext(() => ({
		sdk: useSdk() as unknown as { request: (command: RestCommand<unknown, unknown>) => Promise<unknown> },
		notifications: useStores().useNotificationsStore(),
	}));
	let cameFrom: string | undefined;
	let added: string | undefined;

	const send = sdk.request.bind(sdk);
	sdk.request = async (command) => {
		const answer = await send(command);
		const { method, path, body } = command();
		if (method?.toUpperCase() === 'POST' && path === '/items/referrals') added = nameIn(body);
		return answer;
	};
	router.beforeEach((to, from) => {
		if (to.path === FORM) {
			cameFrom = OURS.find((page) => page === from.path);
			added = undefined;
		}
		if (from.path !== FORM || to.path !== LIST || !cameFrom || added === undefined) return undefined;
		notifications.add({ title: SAVED[pageLanguage()](added), type: 'success', icon: 'check_circle' });
		return cameFrom;
	});
}

function nameIn(body: unknown): string {
	const { first_name, last_name } = (typeof body === 'string' ? JSON.parse(body) : (body ?? {})) as Record<
		string,
		unknown
	>;
	return [first_name, last_name].filter(Boolean).join(' ');
}
