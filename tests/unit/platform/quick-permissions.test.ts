import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const FILE = 'permissions/utils/fetch-dynamic-variable-data.js';

/** Directus's own module, as the platform loads it, asked for the fields of a rule by two requests of one person. */
const ASKED = `
import { quickenPermissions } from './directus/lib/quick-permissions.ts';
quickenPermissions();
const { fetchDynamicVariableData } = await import('./node_modules/@directus/api/dist/${FILE}');
const one = { user: null, role: null, roles: [] };
const another = { ...one };
const of = (accountability, names, policies = ['p']) =>
	fetchDynamicVariableData({ accountability, policies, dynamicVariableContext: { $CURRENT_USER: new Set(names) } }, {});
const first = await of(one, ['supplier']);
console.log(JSON.stringify([
	first === (await of(one, ['supplier'])),
	first === (await of(one, ['supplier', 'id'])),
	first === (await of(one, ['supplier'], ['q'])),
	first === (await of(another, ['supplier'])),
]));
process.exit(0);
`;

it('reads what a rule needs of an account once a request, and anew for other fields, rights or another request', () => {
	const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', ASKED], {
		cwd: root,
		encoding: 'utf8',
	});
	expect(stderr).not.toContain('Error');
	expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toEqual([true, false, false, false]);
});
