import { defineModule } from '@directus/extensions-sdk';
import { sendsReturns } from '../../shared/roles.ts';
import LoadRecordsPage from './load-records-page.vue';

/** Where a Supplier's records come in from its files; the way here is on *Home*. */
export default defineModule({
	id: 'load-records',
	name: 'Load records',
	icon: 'upload_file',
	hidden: true,
	routes: [{ name: 'load-records', path: '', component: LoadRecordsPage }],
	preRegisterCheck: (user) => sendsReturns(user as Parameters<typeof sendsReturns>[0]),
});
