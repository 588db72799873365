import { defineInterface } from '@directus/extensions-sdk';
import DayInput from '../../shared/day-input/day-input.vue';

export default defineInterface({
	id: 'day',
	name: 'Day',
	description: 'A date as day, month and year, with a button for today and a calendar',
	icon: 'today',
	component: DayInput,
	options: null,
	types: ['date'],
	group: 'standard',
	recommendedDisplays: ['datetime'],
});
