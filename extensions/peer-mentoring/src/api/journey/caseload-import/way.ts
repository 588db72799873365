import { Misasked } from '../../shared/errors.ts';

/** How an import is asked for: all or nothing, only tried, or without its faulty rows. */
export type Way = 'all' | 'try' | 'right';

const KNOWN = ['dry_run', 'leave_out_faulty', 'job', 'lang'];

/** Of both, trying is the one that changes nothing. */
export function wayAsked(query: Readonly<Record<string, unknown>>): { way: Way; asJob: boolean } {
	// A misspelt wish to try only would load.
	const unknown = Object.keys(query).find((name) => !KNOWN.includes(name));
	if (unknown !== undefined)
		throw new Misasked(
			`The address may say ${KNOWN.join(', ')}: "${unknown}" is none of them.`,
			`Caiff y cyfeiriad ddweud ${KNOWN.join(', ')}: nid yw "${unknown}" yn un ohonynt.`,
		);
	const asJob = isAsked(query, 'job');
	if (isAsked(query, 'dry_run')) return { way: 'try', asJob };
	return { way: isAsked(query, 'leave_out_faulty') ? 'right' : 'all', asJob };
}

function isAsked(query: Readonly<Record<string, unknown>>, name: string): boolean {
	const value = query[name];
	if (value === undefined || value === 'false') return false;
	if (value === 'true' || value === '') return true;
	throw new Misasked(`${name} must be true or false.`, `Rhaid i ${name} fod yn true neu false.`);
}
