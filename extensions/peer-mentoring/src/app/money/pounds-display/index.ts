import { defineDisplay } from '@directus/extensions-sdk';
import { poundsText } from '../../../domain/language/in-words.ts';
import PoundsDisplay from './pounds-display.vue';

export default defineDisplay({
	id: 'pounds',
	name: 'Pounds',
	description: 'Shows whole pence as pounds',
	icon: 'currency_pound',
	component: PoundsDisplay,
	handler: (value) => poundsText(value),
	options: null,
	types: ['integer', 'bigInteger'],
});
