import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Language } from '../../domain/language/messages.ts';

/** The language of ours that a locale stands for: Welsh, or else English. */
export function languageOf(locale: string): Language {
	return /^cy\b/i.test(locale) ? 'cy-GB' : 'en-GB';
}

/** The language the Studio runs in now; changes when the user changes it. */
export function useLanguage(): ComputedRef<Language> {
	const { locale } = useI18n();
	return computed(() => languageOf(locale.value));
}

/** The texts of a component in the Studio's language. */
export function useTexts<Texts>(texts: Record<Language, Texts>): ComputedRef<Texts> {
	const language = useLanguage();
	return computed(() => texts[language.value]);
}

/** For the few places outside a component (options, handlers): the Studio writes its language on the page. */
export function pageLanguage(): Language {
	return languageOf(document.documentElement.lang);
}
