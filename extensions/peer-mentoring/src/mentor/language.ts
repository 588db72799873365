import { computed, ref, watch, type ComputedRef } from 'vue';
import type { Language } from '../domain/language/text.ts';

const CHOSEN = 'mentor.language';

/** What is read before anybody is known: as the Studio was that led here (`?lang=`), as before, or as the browser is. */
function first(): Language {
	const asked = new URLSearchParams(location.search).get('lang');
	if (asked !== null) {
		localStorage.setItem(CHOSEN, languageIn(asked));
		// Said once: whoever loads the page again after another choice stays with that.
		history.replaceState(history.state, '', location.pathname + location.hash);
	}
	const before = localStorage.getItem(CHOSEN);
	if (before !== null) return languageIn(before);
	return languageIn(navigator.languages.find((each) => /^(cy|en)\b/i.test(each)));
}

export function languageIn(text: unknown): Language {
	return /^cy\b/i.test(String(text)) ? 'cy-GB' : 'en-GB';
}

export const language = ref<Language>(first());

watch(language, (now) => (document.documentElement.lang = now), { immediate: true });

/** From now on in this language, and at the next visit from the start. */
export function speak(now: Language): void {
	language.value = now;
	localStorage.setItem(CHOSEN, now);
}

/** The texts of a page in the language that is spoken now. */
export function useTexts<Texts>(texts: Record<Language, Texts>): ComputedRef<Texts> {
	return computed(() => texts[language.value]);
}
