import { defineInterface } from '@directus/extensions-sdk';
import SystemLanguage from './system-language.vue';

/** The id is the Studio's own: registered later, this replaces its picker wherever a language is chosen. */
export default defineInterface({
	id: 'system-language',
	name: 'Language',
	icon: 'translate',
	component: SystemLanguage,
	options: null,
	types: ['string'],
	system: true,
});
