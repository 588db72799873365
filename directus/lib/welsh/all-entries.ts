import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../environment.ts';
import { codeEntries } from './code-entries.ts';
import type { Entry } from './entry.ts';
import { yamlEntries } from './yaml-entries.ts';

/** Where texts in two languages stand; none of them is a person's. */
const DATA = [
	'schema-snapshot.yaml',
	'directus/{translations,mentor-steps,dashboards,presets}/*.yaml',
	'seed/reference/*.json',
	'extensions/peer-mentoring/src/domain/**/*.json',
];
const CODE = ['extensions/peer-mentoring/src/**/*.{ts,vue}'];

/** Every text of the platform that has a Welsh of ours, file by file. */
export function allEntries(): Entry[] {
	const found = (globs: string[]) => globSync(globs, { cwd: root }).sort();
	const read = (file: string) => readFileSync(join(root, file), 'utf8');
	return [
		...found(DATA).flatMap((file) => yamlEntries(file, read(file))),
		...found(CODE).flatMap((file) => entriesInCode(file, read(file))),
	];
}

/** Of a component, the part that is code. */
function entriesInCode(file: string, source: string): Entry[] {
	if (!file.endsWith('.vue')) return codeEntries(file, source);
	const [opening = '', code = ''] = /<script setup lang="ts">([^]*?)<\/script>/.exec(source) ?? [];
	return code === '' ? [] : codeEntries(file, code, source.indexOf(opening) + '<script setup lang="ts">'.length);
}
