/** A copy of the repository in which rules can be taken out. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../../directus/lib/environment.ts';
import { without, type NamedRule } from './rules.ts';

const LEFT_OUT = ['.git', 'node_modules', 'data', 'dist'];

/** Copies what is under version control, as it stands now; the packages are shared. */
export function copyRepository(): string {
	const copy = mkdtempSync(join(tmpdir(), 'peer-mentoring-rules-'));
	cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
	return copy;
}

export const discardCopy = (copy: string) => rmSync(copy, { recursive: true, force: true });

/** Does something while a rule is out, and puts it back. */
export async function takenOut<Answer>(
	copy: string,
	rule: NamedRule,
	work: (path: string) => Promise<Answer>,
): Promise<Answer> {
	const path = join(copy, rule.file);
	const text = readFileSync(path, 'utf8');
	writeFileSync(path, without(text, rule));
	try {
		return await work(path);
	} finally {
		writeFileSync(path, text);
	}
}
