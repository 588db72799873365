/**
 * What `npm test` asks on one database alone; `npm run test:long`, and a machine that has only one, asks everything of each.
 *
 * Asked of SQLite: what no database can change, as it says nothing to one but through the writer and the reader that all
 * others use: the words of a refusal, pages, links, files, accounts.
 */
export const ASKED_OF_SQLITE = [
	'tests/api/calendar/working-days',
	'tests/api/contract/{approved-documents,contract,own-measures,plan-due-days,terms}',
	'tests/api/demo/{caseload,demo,sdk-example,second-call-off}',
	'tests/api/home/{hand-over,home}',
	'tests/api/import/{cases,import-refused}',
	'tests/api/journey/{baseline-survey,calendar-feed,complaints,complete-forms,delivery-areas,mentor-reading}',
	'tests/api/journey/{mentor-steps,mentor-steps-others,paper,plan-confirmation,plan-confirmation-attacks}',
	'tests/api/journey/{refer-by-link,refer-signed-in,refer-too-much,support-journey,who-sees-whom}',
	'tests/api/money/invoices',
	'tests/api/people/{absence,one-person,peer-mentors,safeguarding}',
	'tests/api/platform/{being-seen,code-lists,code-lists-refused,conditions,config,dashboards,exports,first-start,flow-operations}',
	'tests/api/platform/{help-texts,invitations,mentor-model,new-collection,openapi,openapi-answers,sixteen-changes,staff,stopping}',
	'tests/api/privacy/{privacy,readers}',
	'tests/api/returns/{ad-hoc-figures,figures-by-token,mentee-tracker,mentee-tracker-refused}',
	'tests/api/returns/{periodic-returns,pmi-second-implementation,read-by-buyer,registers,sending,sent-returns}',
	'tests/api/returns/{plan-samples-draw,plan-samples-released,plan-samples-review}',
	'tests/api/returns/{return-template-kept,return-template-used,success-factors,success-factors-readers}',
	'tests/api/service-levels/{evidence,own-reminders,reminder-kinds,reminders}',
	'tests/api/writer/{answers,refused-deletions,same-refusal}',
	'tests/security/{evidence,for-everybody,fresh-proof,openid-connect,openid-connect-refused}',
	'tests/security/{outsiders,platform-administrator,roles,second-factor,second-factor-secrets,sessions,stranger}',
	'tests/security/{through-accounts,trail-copy,ways-around-the-log}',
].map((files) => `${files}.test.ts`);

/** Asked of PostgreSQL, on which a Supplier runs: what takes longest, and rests on what smaller files ask of both. */
export const ASKED_OF_POSTGRES = [
	'tests/api/people/fte-coverage',
	'tests/api/platform/{code-lists-pushed,config-push,model-kept}',
	'tests/api/writer/refused-relations',
	'tests/security/field-key-import',
].map((files) => `${files}.test.ts`);
