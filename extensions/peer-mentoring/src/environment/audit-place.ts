import { readVariable, type Environment } from './read-variables.ts';

/** Where a copy of the trail goes: a file, or a collector of system logs. */
export type AuditPlace = { file: string } | { host: string; port: number };

export function auditPlace(env: Environment): AuditPlace | undefined {
	const set = readVariable('AUDIT_LOG', env);
	if (set === '') return undefined;
	if (!set.startsWith('syslog:')) return { file: set };
	const { hostname, port } = new URL(set);
	// An IPv6 address stands in brackets.
	return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}
