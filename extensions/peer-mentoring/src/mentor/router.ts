import { nextTick, ref } from 'vue';
import { base } from './server/address.ts';

/** A page of the app: the parts of its path. */
export interface Place {
	page: string;
	params: string[];
}

/** Asked before a page is left; it may keep people there. */
type Guard = (leave: () => void) => boolean;

const placeOf = (path: string): Place => {
	const below = path.startsWith(base.pathname) ? path.slice(base.pathname.length) : '';
	const [page = '', ...params] = below
		.split('/')
		.filter((part) => part !== '')
		.map(decodeURIComponent);
	return { page, params };
};

export const place = ref<Place>(placeOf(location.pathname));

let guard: Guard | undefined;
/** Where one was on each page that was left by a link: it has the focus again on the way back. */
const leftBy = new Map<string, string>();
let shown = location.pathname;

export function addressOf(path: string): string {
	return base.pathname + path;
}

/** From now on this is asked before the page is left. @returns what ends that */
export function guardLeaving(asks: Guard): () => void {
	guard = asks;
	return () => {
		if (guard === asks) guard = undefined;
	};
}

/** To another page of the app; `instead` of this one, so that *Back* does not lead here again. */
export function go(path: string, { instead = false } = {}): void {
	const leave = () => {
		leftBy.set(shown, addressOf(path));
		history[instead ? 'replaceState' : 'pushState'](null, '', addressOf(path));
		show();
		scrollTo(0, 0);
	};
	if (!guard || guard(leave)) leave();
}

addEventListener('popstate', () => {
	const wanted = location.pathname;
	const leave = () => {
		if (location.pathname !== wanted) history.back();
		else void returnTo(wanted);
	};
	if (!guard) return leave();
	// The address has changed already: it is put back until the question is answered.
	if (guard(leave)) leave();
	else history.pushState(null, '', shown);
});

async function returnTo(path: string): Promise<void> {
	show();
	const link = leftBy.get(path);
	if (link) await focusWhenThere(`a[href="${CSS.escape(link)}"]`);
}

/** As long as a page may take to be there again. */
const LONGEST = 5000;

/** Unless somebody has moved on by themselves in the meantime. */
async function focusWhenThere(selector: string): Promise<void> {
	isReturning = true;
	const until = Date.now() + LONGEST;
	const { pathname } = location;
	await nextTick();
	const before = document.activeElement;
	while (Date.now() < until && location.pathname === pathname && document.activeElement === before) {
		const link = document.querySelector<HTMLElement>(`main ${selector}`);
		if (link) {
			link.focus();
			break;
		}
		await new Promise(requestAnimationFrame);
	}
	isReturning = false;
}

let isReturning = false;

/** Whether the focus goes back to where it was, and not to the head of the page. */
export const returning = (): boolean => isReturning;

function show(): void {
	guard = undefined;
	shown = location.pathname;
	place.value = placeOf(shown);
}
