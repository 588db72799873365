import { defineModule } from '@directus/extensions-sdk';
import { hasOwnCaseload, type Permissions } from './access.ts';
import AnswerPage from './answer-page.vue';
import AppPage from './app-page.vue';
import CaseloadPage from './caseload-page.vue';
import SessionPage from './session-page.vue';
import TrackerPage from './tracker-page.vue';

interface Asked {
	params: Record<string, string>;
	query: Record<string, string | undefined>;
}

/** Where a Peer Mentor arrives: what is due, who there is, and the session that was just held. */
export default defineModule({
	id: 'caseload',
	name: '$t:my_caseload',
	icon: 'diversity_1',
	routes: [
		{ name: 'caseload', path: '', component: CaseloadPage },
		{
			name: 'caseload-session',
			path: 'session',
			component: SessionPage,
			props: ({ query }: Asked) => ({ mentee: query.mentee }),
		},
		{ name: 'caseload-app', path: 'app', component: AppPage },
		{ name: 'caseload-tracker', path: 'tracker', component: TrackerPage },
		{ name: 'caseload-answer', path: 'answer/:level/:parent', component: AnswerPage, props: true },
	],
	preRegisterCheck: (user, permissions) =>
		hasOwnCaseload(user as { admin_access?: boolean }, permissions as unknown as Permissions),
});
