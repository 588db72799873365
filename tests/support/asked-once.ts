/**
 * What no database can change, as it says nothing to one but through the writer and the reader that all others use: the
 * words of a refusal, pages, links, files, accounts. `npm test` asks it on SQLite alone; with `npm run test:long`, both.
 */
export const ASKED_ONCE = [
	'tests/api/calendar/working-days',
	'tests/api/contract/{approved-documents,contract,own-measures,plan-due-days,terms}',
	'tests/api/home/hand-over',
	'tests/api/import/{cases,import-refused}',
	'tests/api/journey/{baseline-survey,calendar-feed,complaints,complete-forms,delivery-areas,mentor-reading}',
	'tests/api/journey/{mentor-steps,mentor-steps-others,paper,plan-confirmation,plan-confirmation-attacks}',
	'tests/api/journey/{refer-by-link,refer-signed-in,refer-too-much,support-journey}',
	'tests/api/money/invoices',
	'tests/api/people/{one-person,peer-mentors,safeguarding}',
	'tests/api/platform/{being-seen,code-lists-refused,conditions,dashboards,flow-operations,invitations}',
	'tests/api/platform/{mentor-model,staff,stopping}',
	'tests/api/returns/{figures-by-token,mentee-tracker-refused,read-by-buyer,registers,sending,sent-returns}',
	'tests/api/returns/{plan-samples-draw,plan-samples-released,plan-samples-review}',
	'tests/api/returns/{return-template-kept,return-template-used}',
	'tests/api/service-levels/{evidence,reminder-kinds,reminders}',
	'tests/security/{for-everybody,fresh-proof,outsiders,roles,second-factor,sessions,stranger,through-accounts}',
].map((files) => `${files}.test.ts`);
