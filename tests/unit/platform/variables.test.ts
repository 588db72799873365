import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	readVariable,
	readVariables,
	strayVariables,
} from '../../../extensions/peer-mentoring/src/environment/read-variables.ts';
import { VARIABLES, type Variable } from '../../../extensions/peer-mentoring/src/environment/variables.ts';

describe('the variables of the environment', () => {
	it('have their defaults where nothing is set, or nothing is what is set', () => {
		const defaults = Object.fromEntries(Object.entries(VARIABLES).map(([name, variable]) => [name, variable.default]));
		expect(readVariables({})).toEqual(defaults);
		expect(readVariables({ INVOICE_MAX_BYTES: '', SEED: ' ' })).toEqual(defaults);
		expect(defaults).toMatchObject({ SEED: 'demo', INVOICE_MAX_BYTES: 10_485_760, REFER_PER_LINK_A_DAY: 60 });
	});

	it('are read from text, and from what Directus has made of the text', () => {
		const set = { SEED: 'none', INVOICE_MAX_BYTES: '20000', REFER_PER_LINK_A_DAY: 5, DATA_DIR: '/srv/data' };
		expect(readVariables(set)).toMatchObject({ ...set, INVOICE_MAX_BYTES: 20_000 });
		expect(readVariable('SEED', { SEED: 'reference' })).toBe('reference');
	});

	it.each<[string, unknown, string]>([
		[
			'INVOICE_MAX_BYTES',
			'20MB',
			'INVOICE_MAX_BYTES is "20MB"; it must be a whole number of bytes from 1 to 104857600. (20MB is 20971520.)',
		],
		[
			'INVOICE_MAX_BYTES',
			'512 k',
			'"512 k"; it must be a whole number of bytes from 1 to 104857600. (512 k is 524288.)',
		],
		[
			'TEMPLATE_MAX_BYTES',
			'1e6x',
			'TEMPLATE_MAX_BYTES is "1e6x"; it must be a whole number of bytes from 1 to 104857600.',
		],
		['REGISTER_MAX_BYTES', '104857601', 'REGISTER_MAX_BYTES is "104857601"; it must be'],
		['REGISTER_MAX_BYTES', '0', 'REGISTER_MAX_BYTES is "0"; it must be'],
		['REFER_PER_LINK_A_DAY', '-1', 'REFER_PER_LINK_A_DAY is "-1"; it must be a whole number of referrals from 1 to'],
		['REFER_PER_LINK_A_DAY', 2.5, 'REFER_PER_LINK_A_DAY is "2.5"; it must be'],
		['REFER_PER_ACCOUNT_AN_HOUR', 'unlimited', 'REFER_PER_ACCOUNT_AN_HOUR is "unlimited"; it must be'],
		['SEED', 'production', 'SEED is "production"; it must be demo, reference or none.'],
		['SEED', true, 'SEED is "true"; it must be demo, reference or none.'],
		['DATA_DIR', 'a\0b', 'it must be the path of a folder.'],
	])('refuse %s=%s', (name, value, sentence) => {
		expect(() => readVariables({ [name]: value })).toThrow(sentence);
	});

	it('are refused all at once', () => {
		const twice = { SEED: 'x', REFER_PER_LINK_A_DAY: 'x' };
		expect(() => readVariables(twice)).toThrow(/^SEED is [^\n]*\nREFER_PER_LINK_A_DAY is [^\n]*$/);
	});

	it('of one concern are refused alone', () => {
		expect(readVariable('DATA_DIR', { SEED: 'x' })).toBe('./data');
		expect(() => readVariable('SEED', { SEED: 'x' })).toThrow('SEED is "x"');
	});

	it.each([
		['REFER_PER_LINK_AND_ADRESS_AN_HOUR', 'Is REFER_PER_LINK_AND_ADDRESS_AN_HOUR meant?'],
		['REFFER_PER_LINK_A_DAY', 'Is REFER_PER_LINK_A_DAY meant?'],
		['INVOICES_MAX_BYTES', 'Is INVOICE_MAX_BYTES meant?'],
		['DATADIR', 'Is DATA_DIR meant?'],
		['REFER_AT_NIGHT', 'README lists those that there are.'],
		['SEEDS', 'README lists those that there are.'],
		['SIGN_IN_TRIES', 'README lists those that there are.'],
	])('tell that %s does nothing', (name, sentence) => {
		expect(strayVariables({ [name]: '1', PATH: '/bin' })).toEqual([
			`${name} is no variable of the platform and does nothing. ${sentence}`,
		]);
	});

	it('say nothing of those that are another’s, or set as they should be', () => {
		const others = [
			'PORT',
			'FILES_MAX_UPLOAD_SIZE',
			'DB_CLIENT',
			'DATABASE_URL',
			'SHELL',
			'SPEED',
			'MAX_BATCH_MUTATION',
		];
		const all = [...others, ...Object.keys(VARIABLES)];
		expect(strayVariables(Object.fromEntries(all.map((name) => [name, '1'])))).toEqual([]);
	});
});

describe('README', () => {
	it('lists them with their defaults, what they set and what they must be', () => {
		const [, section = ''] = readFileSync('README.md', 'utf8').split('## Variables of the environment\n');
		const cells = (line: string) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1'));
		const [, , ...rows] = (section.split('\n## ')[0] as string).split('\n').filter((line) => line.startsWith('|'));
		const wanted = Object.entries(VARIABLES).map(([name, variable]: [string, Variable<unknown>]) => [
			name,
			String(variable.default),
			variable.means,
			variable.right,
		]);
		expect(rows.map(cells)).toEqual(wanted);
	});
});

it('no variable of the platform’s own is read anywhere else', () => {
	const paths = ['extensions/peer-mentoring/src/**/*.{ts,vue}', 'directus/**/*.ts', 'seed/**/*.ts'];
	const own = Object.keys(VARIABLES).join('|');
	// The check that no file sets the one that is read before any file.
	const known = 'directus/lib/checked-environment.ts: DATA_DIR';
	const found = globSync(paths)
		.filter((path) => !path.includes('node_modules') && !path.includes('/dist/'))
		.flatMap((path) =>
			[...readFileSync(path, 'utf8').matchAll(new RegExp(`(?:env|effective)(?:\\.|\\[['"])(${own})\\b`, 'g'))].map(
				([, name]) => `${path}: ${name}`,
			),
		);
	expect(found.filter((each) => each !== known)).toEqual([]);
});
