/** Differences between database and repository as lines for people. */
import { relative } from 'node:path';
import { root } from '../environment.ts';
import type { Plan } from '../model/plan.ts';
import type { FileChange } from './pull/files.ts';
import { nameOfConflict, type EntryConflict } from '../three-ways/entries.ts';
import type { Difference } from './sync.ts';

/** What a push does or did: model first, as it is applied. */
export function pushLines(plan: Plan, changes: readonly Difference[]): string[] {
	return [
		...plan.summary.map((line) => `  model   ${line}`),
		...changes.map(({ action, label, fields }) => {
			return `  ${action.padEnd(7)} ${label}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`;
		}),
	];
}

/** What Studio and files both changed, and how it is settled. */
export function conflictLines(conflicts: readonly EntryConflict[]): string[] {
	if (conflicts.length === 0) return [];
	return [
		'Changed in the Studio and in the files since the last push. What the Studio says stays until you choose, there under',
		'"Configuration conflicts", or by npm run config:push -- --take studio|files [NAME]:',
		...valueTable(conflicts),
	];
}

/** Values of the Studio beside those of the files. */
export function valueTable(values: readonly EntryConflict[]): string[] {
	const rows = values.map((each) => [nameOfConflict(each), shown(each.studio), shown(each.files)] as const);
	const [what, studio] = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] as string).length), 6));
	const line = ([name, one, other]: readonly string[]) =>
		`  ${(name as string).padEnd(what as number)}  ${(one as string).padEnd(studio as number)}  ${other}`;
	return [line(['what', 'Studio', 'files']), ...rows.map(line)];
}

const LONGEST = 60;

function shown(value: unknown): string {
	const text = value === undefined ? '(not there)' : JSON.stringify(value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

export function pullLines(changes: readonly FileChange[], modelPath?: string): string[] {
	const line = (path: string, action: string) => `  ${action.padEnd(7)} ${relative(root, path)}`;
	return [
		...(modelPath ? [line(modelPath, 'write')] : []),
		...changes.map(({ path, content }) => line(path, content === null ? 'remove' : 'write')),
	];
}
