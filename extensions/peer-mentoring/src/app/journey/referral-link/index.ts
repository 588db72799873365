import { defineInterface } from '@directus/extensions-sdk';
import { presentation } from '../../shared/presentation.ts';
import ReferralLink from './referral-link.vue';

export default defineInterface({
	id: 'referral-link',
	name: 'Referral link',
	description: 'A button that makes the address of a referral link, shown once',
	icon: 'link',
	component: ReferralLink,
	...presentation,
});
