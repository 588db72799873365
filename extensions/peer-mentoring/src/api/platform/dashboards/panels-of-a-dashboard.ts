import type { Accountability, SchemaOverview } from '@directus/types';
import type { Request, RequestHandler } from 'express';
import { uuidIn } from '../../../storage/database/keys.ts';
import { DASHBOARDS, PANELS } from '../../../storage/platform/records.ts';

type Access = Record<string, { access?: boolean }>;
interface Permissions {
	getItemPermissions(collection: string, key?: string): Promise<Access>;
}
interface Services {
	PermissionsService: new (options: { accountability: Accountability; schema: SchemaOverview }) => unknown;
}

const ASKED = /^\/permissions\/me\/directus_panels\/([0-9a-f-]{36})$/i;

/**
 * Before it lets anybody edit a dashboard, the Studio asks what they may do with its panels, by the key of the dashboard,
 * which is that of no panel: whoever is held to rows of their own was always told no. The answer is what they may do
 * with that dashboard, as far as they may do it with panels at all.
 */
export function answerForDashboards(services: unknown, getSchema: () => Promise<SchemaOverview>): RequestHandler {
	const { PermissionsService } = services as Services;
	return async (request: Request & { accountability?: Accountability | null }, response, next) => {
		try {
			const key = request.method === 'GET' ? uuidIn(ASKED.exec(request.path)?.[1]) : undefined;
			const { accountability } = request;
			if (key === undefined || !accountability?.user || accountability.admin) return next();
			const schema = await getSchema();
			const permissions = new PermissionsService({ accountability, schema }) as Permissions;
			const [dashboard, panels] = await Promise.all([
				permissions.getItemPermissions(DASHBOARDS, key),
				permissions.getItemPermissions(PANELS),
			]);
			response.json({ data: both(dashboard, panels) });
		} catch (error) {
			next(error);
		}
	};
}

function both(one: Access, other: Access): Access {
	return Object.fromEntries(
		Object.entries(one).map(([action, { access }]) => [
			action,
			{ access: access === true && other[action]?.access === true },
		]),
	);
}
