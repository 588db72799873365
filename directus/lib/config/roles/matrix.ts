/** Who may do what: every cell of role, collection and action that is granted, with its rows, its fields and its reason. */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../directus.ts';
import { grantedFields, UNCLASSIFIED } from '../classes.ts';
import { FOLDERS } from '../files.ts';
import { names } from './names.ts';
import { ACTIONS, readRole, ruleOf, type Action, type Grant } from './role-file.ts';

export interface Cell {
	role: string;
	collection: string;
	action: Action;
	/** The row rule of `directus/rules.yaml`, whose words say why. */
	rule: string;
	/** Which rows it reaches; nothing where it reaches all. */
	rows: Item | undefined;
	/** What a row must keep as it is written. */
	written: Item | undefined;
	fields: string[];
	/** As the role file says them. */
	said: string[];
}

/** Everything that the files of `directus/roles` grant. What is in no cell is granted to nobody but an Administrator. */
export function permissionMatrix(): Cell[] {
	const paths = globSync('*.yaml', { cwd: FOLDERS.roles }).sort();
	return paths.flatMap((path) => {
		const { name, permissions, retired } = readRole(join(FOLDERS.roles, basename(path)));
		if (retired) return [];
		return Object.entries(permissions)
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.flatMap(([collection, grants]) =>
				ACTIONS.flatMap((action) => {
					const grant = grants[action];
					return grant ? [cellOf(name, collection, action, grant)] : [];
				}),
			);
	});
}

function cellOf(role: string, collection: string, action: Action, grant: Grant): Cell {
	const asked = { permissions: grant.permissions, validation: grant.validation };
	const rule = [...names().rules.values()].find((each) => {
		const { permissions, validation } = ruleOf(action, each);
		return isDeepStrictEqual({ permissions, validation }, asked);
	});
	if (!rule)
		throw new Error(
			`${role} may ${action} ${collection} by no rule of directus/rules.yaml, so that no reason is known.`,
		);
	return {
		...{ role, collection, action, rule: rule.name },
		...{ rows: grant.permissions, written: grant.validation },
		...{ fields: grantedFields(collection, grant.fields), said: grant.fields },
	};
}

/** The matrix as a page to be read, a list for each role. @param reasons what each rule means */
export function matrixPage(cells: readonly Cell[], reasons: ReadonlyMap<string, string>): string {
	const roles = [...new Set(cells.map(({ role }) => role))];
	const used = [...new Set(cells.map(({ rule }) => rule))].sort();
	const lines = [
		'# Who may do what',
		'',
		'Made from `directus/roles`, `directus/rules.yaml` and `directus/field-lists.yaml`, which are what the database is given too:',
		'`UPDATE_MATRIX=1 npx vitest run --config tests/vitest.config.ts tests/unit/platform/permission-matrix.test.ts`. What stands in',
		'no cell is refused. Each cell is played on a running server, on both databases, by `tests/security/permission-matrix.test.ts`. Behind',
		'these stand the guard and the rules of the contract, which refuse more. An Administrator may do what the guard leaves them.',
		'',
		'## Why: the rows of each rule',
		'',
		...used.map((rule) => `- \`${rule}\`: ${reasons.get(rule) ?? ''}`),
	];
	for (const role of roles) {
		const own = cells.filter((cell) => cell.role === role);
		lines.push('', `## ${role}`, '');
		for (const collection of new Set(own.map((cell) => cell.collection))) {
			const granted = own.filter((cell) => cell.collection === collection);
			lines.push(`- **${collection}**: ${granted.map(inWords).join('; ')}`);
		}
	}
	return `${lines.join('\n')}\n`;
}

function inWords({ action, rule, said, fields }: Cell): string {
	const only = said.length === 1 && said[0] === UNCLASSIFIED ? 'what is not personal' : fields.join(', ');
	return `${action} \`${rule}\`${said.includes('*') ? '' : ` (${only})`}`;
}
