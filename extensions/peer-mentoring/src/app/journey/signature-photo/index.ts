import { defineInterface } from '@directus/extensions-sdk';
import { PHOTO_INTERFACE } from '../../../domain/journey/signature-photo.ts';
import SignaturePhoto from './signature-photo.vue';

export default defineInterface({
	id: PHOTO_INTERFACE,
	name: 'Photo of a signature',
	description: 'Shows, takes, replaces and removes the photo of the signature under a plan',
	icon: 'draw',
	component: SignaturePhoto,
	options: null,
	types: ['uuid'],
	localTypes: ['file'],
	group: 'relational',
	relational: true,
});
