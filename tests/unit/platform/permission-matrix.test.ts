import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { format, resolveConfig } from 'prettier';
import { matrixPage, permissionMatrix } from '../../../directus/lib/config/roles/matrix.ts';
import { root } from '../../../directus/lib/environment.ts';

const PAGE = join(root, 'docs', 'security', 'permissions.md');
const rules = parse(readFileSync(join(root, 'directus', 'rules.yaml'), 'utf8')) as Record<
	string,
	{ means: string; paragraph?: string }
>;
const cells = permissionMatrix();

/** What nobody but an Administrator is ever given (`docs/decisions/guard.md`). */
const NEVER = 'access collections deployments extensions fields flows operations permissions policies relations roles settings shares versions'.split(' ').map((name) => `directus_${name}`); // prettier-ignore

it('every cell has a reason', () => {
	expect(cells.length).toBeGreaterThan(400);
	expect(cells.filter(({ rule }) => !rules[rule]?.means)).toEqual([]);
});

it('no cell shares, or gives what is the Administrator’s', () => {
	expect(cells.filter(({ action }) => action === 'share')).toEqual([]);
	expect(cells.filter(({ collection }) => NEVER.includes(collection))).toEqual([]);
});

it('of accounts nobody has more than what is their own, but for who must be able to say who has read what', () => {
	const others = cells.filter(({ collection, rule }) => collection === 'directus_users' && rule !== 'own-account');
	expect(others.map(({ role, action }) => `${role}: ${action}`)).toEqual(['Data Protection Officer: read']);
});

it('no rule stops silently at a hundred rows: of the reader it asks one value, and no list', () => {
	const lists = cells.filter(({ rows }) => /"_in":"\$CURRENT_USER/.test(JSON.stringify(rows ?? {})));
	expect(lists).toEqual([]);
});

it('no network address is taken for a boundary', () => {
	const text = JSON.stringify(cells);
	expect(text).not.toContain('ip_access');
});

it('the page says what the files say', async () => {
	const reasons = new Map(Object.entries(rules).map(([name, { means, paragraph }]) => [name, `${means}${paragraph ? ` (${paragraph})` : ''}`])); // prettier-ignore
	const page = await format(matrixPage(cells, reasons), { ...(await resolveConfig(PAGE)), filepath: PAGE });
	if (process.env.UPDATE_MATRIX) writeFileSync(PAGE, page);
	expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
