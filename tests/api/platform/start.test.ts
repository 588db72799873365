import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTemplate, discard, end, environment, freePort, launch, type Copy } from '../../support/platform.ts';
import { everyTable } from '../../support/tables.ts';

let copy: Copy;
beforeAll(async () => {
	copy = await copyTemplate('demo');
});
afterAll(() => discard(copy));

/** A fingerprint of every row of every table. */
async function dump(): Promise<Record<string, string>> {
	const tables = [...(await everyTable(environment(copy, {})))];
	const fingerprint = (rows: string[]) => createHash('sha256').update(rows.join('\n')).digest('hex');
	return Object.fromEntries(tables.map(([name, rows]) => [name, `${rows.length} ${fingerprint(rows)}`]));
}

async function startAndStop(more: Record<string, string> = {}): Promise<string> {
	const port = String(await freePort());
	const { process: child, output } = await launch(
		environment(copy, { SEED: 'demo', PORT: port, SERVE_APP: 'true', ...more }),
	);
	await end(child);
	return output();
}

describe('a second start', () => {
	it('changes nothing in the database and prints the logins again', async () => {
		await startAndStop();
		const before = await dump();
		expect(Object.keys(before).length).toBeGreaterThan(50);
		const output = await startAndStop();
		expect(output).toContain('mentor1@example.org');
		expect(output).not.toContain('applying');
		expect(await dump()).toEqual(before);
	});
});

describe('a configuration file that weakens the platform', () => {
	it('stops the start and says which line to take out', async () => {
		const path = join(copy.data, '.env');
		writeFileSync(path, 'WEBSOCKETS_ENABLED=true\n');
		await expect(startAndStop({ CONFIG_PATH: path })).rejects.toThrow(/WEBSOCKETS_ENABLED must be false/);
	});
});

describe('a variable of the environment', () => {
	it.each([
		['INVOICE_MAX_BYTES', '20MB', /INVOICE_MAX_BYTES is "20MB"; it must be a whole number of bytes.*20MB is 20971520/],
		['SEED', 'production', /SEED is "production"; it must be demo, reference or none/],
		['AUTH_DISABLE_DEFAULT', 'true', /AUTH_DISABLE_DEFAULT must be left out/],
	])('that is not right stops the start: %s=%s', async (name, value, sentence) => {
		await expect(startAndStop({ [name]: value })).rejects.toThrow(sentence);
	});

	it('that is not right stops the start in the configuration file as well', async () => {
		const path = join(copy.data, '.env');
		writeFileSync(path, 'REFER_PER_LINK_A_DAY=many\n');
		await expect(startAndStop({ CONFIG_PATH: path })).rejects.toThrow(/REFER_PER_LINK_A_DAY is "many"/);
		writeFileSync(path, 'DATA_DIR=/nowhere\n');
		await expect(startAndStop({ CONFIG_PATH: path })).rejects.toThrow(/DATA_DIR stands in the configuration file/);
	});

	it('that is mistyped is told', async () => {
		const output = await startAndStop({ REFER_PER_LINK_AND_ADRESS_AN_HOUR: '5' });
		expect(output).toContain('Is REFER_PER_LINK_AND_ADDRESS_AN_HOUR meant?');
		expect(output).toContain('mentor1@example.org');
	});
});
