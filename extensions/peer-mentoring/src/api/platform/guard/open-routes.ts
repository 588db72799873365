/** Without signing in: what the sign-in page needs, and the form that outsiders fill in, which looks who they are. */
const FOR_EVERYBODY = [
	'GET /assets/:file',
	'GET /assets/:file/:name',
	'GET /auth',
	'POST /auth/login',
	'GET /auth/login/:provider',
	'GET /auth/login/:provider/callback',
	'POST /auth/logout',
	'POST /auth/password/request',
	'POST /auth/password/reset',
	'POST /auth/refresh',
	'GET /calendar-feed/:file',
	'GET /extensions/sources/:chunk',
	// The page of the mentors' app and its files, with nothing in them about anybody; what it shows comes from its `api`.
	'GET /mentor',
	'GET /mentor/:page',
	'GET /mentor/assets/:file',
	'GET /mentor/people/*',
	'GET /mentor/steps/*',
	'GET /metrics',
	'GET,POST /plan-confirmation/:token',
	'GET,POST /refer',
	'GET,POST /refer/:token',
	'GET /refer/:token/results',
	'GET,POST /second-factor',
	'GET,POST /second-factor/next',
	'GET /server/health',
	'GET /server/info',
	'POST /users/invite/accept',
];

/** The project's own endpoints, which look themselves who may ask for what. */
const ENDPOINTS = [
	'GET /administration',
	'PATCH /administration/flows/:id',
	'PATCH /administration/settings',
	'GET /archive/:file',
	'GET,POST,DELETE /calendar-feed',
	'GET,POST,DELETE /caseload/*',
	'GET /fte-coverage',
	'GET /fte-coverage/*',
	'GET /figures',
	'GET /figures/catalogue',
	'GET /figures/records',
	'GET /figures/requests/:file',
	'POST /hand-over',
	'GET /home',
	'GET,POST /mentor/api/*',
	'GET,POST /invoices/:id/document',
	'GET,POST /mentee-tracker/*',
	'GET /openapi',
	'GET /paper/:kind/:id',
	'GET /periodic-returns/:file',
	'GET /personal-data/:file',
	'GET /personal-data/:reference/readers',
	'POST /plan-confirmation/links/:id',
	'PATCH /plan-samples/:id',
	'GET /plan-samples/:id/review',
	'POST /plan-samples/:id/reject',
	'POST /plan-samples/:id/release',
	'GET /plan-samples/:contract/:file',
	'GET,POST /pmi/*',
	'POST /refer/links/:id',
	'GET,POST /registers/:kind/:id/document',
	'GET /return-templates/:id/preview',
	'GET /return-templates/:id/values',
	'GET,POST /return-templates/:id/workbook',
	'POST /second-factor/codes',
	'GET,POST /second-factor/proof',
	'GET /service-levels/clocks',
	'GET,POST /staff',
	'PATCH /staff/:id',
	'GET,POST,DELETE /signature-photo/:id',
	'GET /success-factors/:contract',
	'GET /working-days/*',
];

/** What the Studio needs; permissions decide about the records behind each. */
const FOR_SIGNED_IN = [
	'GET,SEARCH,POST,PATCH,DELETE /items/:collection',
	'GET,PATCH,DELETE /items/:collection/:id',
	'POST /graphql',
	'POST /graphql/system',

	'GET /activity',
	'GET /activity/:id',
	'GET /collections',
	'GET /collections/:name',
	'GET,POST,PATCH,DELETE /dashboards',
	'GET,PATCH,DELETE /dashboards/:id',
	'GET /fields',
	'GET /fields/:name',
	'GET /fields/:name/:field',
	'GET /files/:id',
	'GET,PATCH /notifications',
	'GET,PATCH /notifications/:id',
	'GET,POST,PATCH,DELETE /panels',
	'GET,PATCH,DELETE /panels/:id',
	'GET /permissions/me',
	'GET /permissions/me/:name',
	'GET /permissions/me/:name/:id',
	'GET /policies/me/globals',
	'GET,POST,PATCH,DELETE /presets',
	'GET,PATCH,DELETE /presets/:id',
	'GET /relations',
	'GET /revisions',
	'GET /revisions/:id',
	'GET /roles',
	'GET /roles/me',
	'GET /roles/:id',
	'GET /settings',
	'GET /translations',
	'GET /users',
	'GET /users/:id',
	'PATCH /users/:self',
	'PATCH /users/me/track/page',
	'POST /users/me/tfa/generate',
	'POST /users/me/tfa/enable',
	'POST /users/me/tfa/disable',
];

export interface Caller {
	/** The user's id; null for somebody who is not signed in. */
	user: string | null;
	/** Whether the project has a collection of this name, in lower case; Directus's own are none. */
	isCollection: (name: string) => boolean;
}

/** Whether somebody who is not Administrator may send this method to this normal path; everything else is refused. */
export function isOpen(method: string, path: string, caller: Caller): boolean {
	return leadsTo(caller.user === null ? everybody : signedIn, method, path, caller);
}

/** Whether this is an endpoint of the project itself, signed in or not. */
export function isEndpoint(method: string, path: string): boolean {
	return leadsTo(endpoints, method, path, { user: null, isCollection: () => false });
}

function leadsTo(routes: Route[], method: string, path: string, caller: Caller): boolean {
	const segments = path.slice(1).split('/');
	const asked = method === 'HEAD' ? 'GET' : method;
	return routes.some((route) => route.methods.includes(asked) && matches(route.segments, segments, caller));
}

interface Route {
	methods: string[];
	segments: string[];
}

const everybody = FOR_EVERYBODY.map(readRoute);
const endpoints = ENDPOINTS.map(readRoute);
const signedIn = [...everybody, ...endpoints, ...FOR_SIGNED_IN.map(readRoute)];

function readRoute(line: string): Route {
	const [methods = '', path = ''] = line.split(' ');
	return { methods: methods.split(','), segments: path.slice(1).split('/') };
}

function matches(pattern: string[], segments: string[], caller: Caller): boolean {
	const open = pattern.at(-1) === '*';
	if (open ? segments.length < pattern.length : segments.length !== pattern.length) return false;
	return pattern.every((part, index) => part === '*' || matchesSegment(part, segments[index] as string, caller));
}

function matchesSegment(part: string, segment: string, caller: Caller): boolean {
	if (part === ':collection') return caller.isCollection(segment);
	if (part === ':self') return segment === 'me' || segment === caller.user?.toLowerCase();
	return part.startsWith(':') || part === segment;
}
