import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import DataOfPerson from './data-of-person.vue';

export default defineInterface({
	id: 'data-of-person',
	name: 'Data of a person',
	description: 'Buttons by which the Data Protection Officer gives a person everything that is kept of them',
	icon: 'person_search',
	component: DataOfPerson,
	hideLabel: true,
	...presentation,
});
