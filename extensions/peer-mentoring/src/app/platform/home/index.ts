import { defineModule } from '@directus/extensions-sdk';
import { beginsOnHome } from '../../shared/roles.ts';
import HandOverPage from './hand-over-page.vue';
import HomePage from './home-page.vue';
import AdministrationPage from './administration/administration-page.vue';
import StaffPage from './staff/staff-page.vue';
import { goBackFromReferral } from './back-from-referral.ts';
import { openListsFromAddresses } from './open-list.ts';
import { onceSignedIn } from './studio-router.ts';

// An error here would take every extension of the bundle with it: without it links lead to the whole list.
try {
	onceSignedIn((inside) => {
		openListsFromAddresses(inside);
		goBackFromReferral(inside);
	});
} catch (error) {
	console.warn('[home] lists open without their filter:', error);
}

/** Where everybody begins who has no page of their own: what slips, what is due, what was sent. */
export default defineModule({
	id: 'home',
	name: '$t:home',
	icon: 'home',
	routes: [
		{ name: 'home', path: '', component: HomePage },
		{
			name: 'home-hand-over',
			path: 'hand-over',
			component: HandOverPage,
			props: ({ query }: { query: Record<string, unknown> }) => ({ mentor: query.mentor }),
		},
		{ name: 'home-staff', path: 'staff', component: StaffPage },
		{ name: 'home-administration', path: 'administration', component: AdministrationPage },
	],
	preRegisterCheck: (user) => beginsOnHome(user as Parameters<typeof beginsOnHome>[0]),
});
