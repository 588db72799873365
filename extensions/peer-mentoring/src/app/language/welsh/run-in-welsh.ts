import { getActivePinia, type PiniaPluginContext, type Store } from 'pinia';
import { watch } from 'vue';
import type { Language } from '../../../domain/language/messages.ts';
import welsh from './cy-GB.json';
import { browserLanguage, rememberLanguage } from './browser-language.ts';
import { studioComposer, type Composer } from './composer.ts';
import { BRITISH_FORMATS, literal, OWN_NAMES, nested, REFUSALS } from './messages.ts';
import { teachWelshDates } from './welsh-dates.ts';

const WELSH = 'cy-GB';

interface TranslationsStore extends Store {
	translations: { key: string; value: string }[];
}
interface ServerStore extends Store {
	info: { project?: { default_language?: string | null } | null };
}
interface UserStore extends Store {
	language: string;
}
interface FieldsStore extends Store {
	fields: unknown[];
	hydrate(): Promise<void>;
}

/**
 * Makes the stock Studio run in Welsh. For a language it does not list the Studio still loads translations, names of
 * fields and date-fns' locale, and sets `<html lang>`: only the locale and the messages are missing, and are put in here.
 */
export function runInWelsh(): void {
	const pinia = getActivePinia();
	const composer = pinia && studioComposer(pinia);
	if (!composer) {
		console.warn('[welsh] this Studio is built differently: it stays in its own languages');
		return;
	}
	composer.mergeLocaleMessage('en-US', { ...REFUSALS, ...OWN_NAMES });
	// English underneath both: the Studio asks te(), which has no fallback, and else shows raw keys.
	const english = composer.getLocaleMessage('en-US');
	composer.mergeLocaleMessage('en-GB', english);
	composer.mergeLocaleMessage(WELSH, english);
	composer.mergeLocaleMessage(WELSH, nested(welsh));
	teachWelshDates();

	const language = browserLanguage();
	let fields: FieldsStore | undefined;
	pinia.use(({ store }: PiniaPluginContext) => {
		if (store.$id === 'fieldsStore') fields = store as FieldsStore;
		if (store.$id === 'translations') followLanguage(store as TranslationsStore, composer, () => fields);
		if (store.$id === 'serverStore' && language) preferLanguage(store as ServerStore, language);
		if (store.$id === 'userStore') rememberUser(store as UserStore);
	});
}

/** The Studio loads the translations of a language just before it uses it. */
function followLanguage(
	store: TranslationsStore,
	composer: Composer,
	fieldsStore: () => FieldsStore | undefined,
): void {
	let current: unknown;
	store.$onAction(({ name, args: [asked], after }) => {
		if (name !== 'loadTranslations' || typeof asked !== 'string') return;
		if (asked === WELSH) composer.locale.value = WELSH;
		after(() => {
			if (asked === WELSH || asked === 'en-GB') composer.mergeLocaleMessage(asked, BRITISH_FORMATS);
			composer.mergeLocaleMessage(asked, dottedRows(store.translations));
			const fields = fieldsStore();
			// `$t:` in notes and choices is replaced once, for good: read them again for another language.
			if (current !== undefined && current !== asked && fields && fields.fields.length > 0) void fields.hydrate();
			current = asked;
		});
	});
}

/** The Studio takes rows of directus_translations as top-level keys only; `errors.CODE` has to work as well. */
function dottedRows(rows: readonly { key: string; value: string }[]): object {
	const dotted = rows.filter(({ key }) => key.includes('.'));
	return nested(Object.fromEntries(dotted.map(({ key, value }) => [key, literal(value)])));
}

/**
 * Before sign-in, and for a user without a language of their own, the browser's language stands for the project's.
 * At once, or the Studio begins to load the other language, and the slower of the two wins.
 */
function preferLanguage(store: ServerStore, language: Language): void {
	watch(
		() => store.info.project,
		(project) => {
			if (project) project.default_language = language;
		},
		{ flush: 'sync' },
	);
}

/** The login page greets whoever used this browser last in their language. */
function rememberUser(store: UserStore): void {
	store.$onAction(({ name, after }) => {
		if (name === 'hydrate') after(() => rememberLanguage(store.language));
	});
}
