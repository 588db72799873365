import { defineModule } from '@directus/extensions-sdk';
import ReferPage from './refer-page.vue';
import { hasRole } from '../../shared/roles.ts';

/** Where a Referrer lands: the way to the form, and the results of their own referrals. Nobody else sees it. */
export default defineModule({
	id: 'refer',
	name: 'Refer',
	icon: 'outgoing_mail',
	routes: [{ path: '', component: ReferPage }],
	preRegisterCheck: (user) => hasRole(user, 'referrer'),
});
