/** Differences between database and repository as lines for people. */
import { relative } from 'node:path';
import { root } from '../environment.ts';
import type { Plan } from '../model/plan.ts';
import type { FileChange } from './pull/files.ts';
import type { Difference } from './sync.ts';

/** What a push does or did: model first, as it is applied. */
export function pushLines(plan: Plan, changes: readonly Difference[]): string[] {
	return [
		...plan.summary.map((line) => `  model   ${line}`),
		...changes.map(({ action, collection, key, data, fields }) => {
			const table = collection.replace('directus_', '');
			const name = data.name ?? Object.values(key).filter(Boolean).join(' ');
			return `  ${action.padEnd(7)} ${table} ${name}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`;
		}),
	];
}

export function pullLines(changes: readonly FileChange[], modelPath?: string): string[] {
	const line = (path: string, action: string) => `  ${action.padEnd(7)} ${relative(root, path)}`;
	return [
		...(modelPath ? [line(modelPath, 'write')] : []),
		...changes.map(({ path, content }) => line(path, content === null ? 'remove' : 'write')),
	];
}
