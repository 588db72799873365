/** Photos of signatures whose Mentee, plan, rival or sender goes away: none is left behind, none is missing. */
import { request } from 'node:http';
import { join } from 'node:path';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankCopy } from '../../support/copies.ts';
import { discard, end as endServer, environment, freePort, launch, root } from '../../support/platform.ts';
import { mentor, server, world } from '../../support/scenes/mentor-steps.ts';
import { begin, end, files, knex, photo, photoOf, signed } from '../../support/scenes/signature-photo.ts';
import { openDatabase } from '../../support/tables.ts';
import { soon } from '../../support/trouble.ts';

beforeAll(begin);
afterAll(end);

const consistent = async () => {
	const { rows, disk } = await files();
	const named: string[] = await knex('action_plans').whereNotNull('signature_photo').pluck('signature_photo');
	expect(disk).toEqual([...rows].sort());
	const photos: string[] = await knex('directus_files').where({ filename_download: 'signature.jpg' }).pluck('id');
	expect(photos.sort()).toEqual(named.sort());
};

describe('a photo whose person is deleted', () => {
	it.each([
		['the Mentee', ({ mentee }: Keys) => world.admin.delete(`/items/mentees/${mentee}`)],
		['the referral', ({ about }: Keys) => world.admin.delete(`/items/referrals/${about}`)],
		['the plan among several', ({ plan }: Keys) => world.admin.delete('/items/action_plans', [plan])],
		[
			'the plan by GraphQL',
			({ plan }: Keys) =>
				world.admin.post('/graphql', { query: `mutation { delete_action_plans_item(id: "${plan}") { id } }` }),
		],
		[
			'the plan within its Mentee',
			({ plan, mentee }: Keys) =>
				world.admin.patch(`/items/mentees/${mentee}`, { action_plans: { create: [], update: [], delete: [plan] } }),
		],
	])('is there as long as its plan, and no longer: %s', async (_what, remove) => {
		const { about, plan } = await signed(await photo());
		const { mentee } = await knex('action_plans').where({ id: plan }).first('mentee');
		const { status } = await remove({ about, plan, mentee });
		expect(status).toBeLessThan(500);
		await consistent();
	});
});

interface Keys {
	about: string;
	plan: string;
	mentee: string;
}

describe('a photo that is sent', () => {
	it('five times at once is there once', async () => {
		const { plan } = await signed();
		const colours = ['#111111', '#333333', '#555555', '#777777', '#999999'];
		const answers = await Promise.all(
			colours.map(async (colour) => mentor.upload(`/signature-photo/${plan}`, { photo: await photo(colour) })),
		);
		for (const { status } of answers) expect(status).toBeLessThan(500);
		expect(answers.map(({ status }) => status)).toContain(200);
		expect(await photoOf(plan)).not.toBe(null);
		await consistent();
	});

	it('while the evidence changes is there with a wet signature alone', async () => {
		const { plan } = await signed(await photo());
		const [sent] = await Promise.all([
			photo('#123456').then((photo) => mentor.upload(`/signature-photo/${plan}`, { photo })),
			mentor.patch(`/items/action_plans/${plan}`, { evidence: 'verbal' }),
		]);
		expect(sent.status).toBeLessThan(500);
		const { evidence, signature_photo } = await knex('action_plans').where({ id: plan }).first();
		expect(evidence === 'wet' || signature_photo === null).toBe(true);
		await consistent();
	});

	it('and broken off half way leaves nothing', async () => {
		const { plan } = await signed();
		await new Promise<void>((done) => {
			const url = new URL(`${server.url}/signature-photo/${plan}`);
			const headers = {
				authorization: `Bearer ${mentor.token}`,
				'content-type': 'multipart/form-data; boundary=cut',
			};
			const sending = request(url, { method: 'POST', headers });
			sending.on('error', () => done()).on('close', () => done());
			sending.write('--cut\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n\xff\xd8\xff\xe0');
			setTimeout(() => sending.destroy(), 300);
		});
		expect(await photoOf(plan)).toBe(null);
		await consistent();
	});
});

describe('a photo in a backup', () => {
	it('does not come back with it once its person is erased', async () => {
		const shelf = mkdtempSync(join(tmpdir(), 'photos-'));
		const place = await blankCopy();
		try {
			const { about, plan } = await signed(await photo());
			const kept = (await signed(await photo())).plan;
			const [file, other] = [await photoOf(plan), await photoOf(kept)];
			const backup = join(shelf, 'one.backup');
			expect(await command('backup', ['--out', backup], server.env)).toBe(0);
			const erasure = { referral: about, requested_on: '2024-01-05', reason: 'Article 17(1)(b)' };
			expect((await world.admin.post('/items/erasures', erasure)).status).toBe(200);
			const register = join(server.data, 'erasures.register');
			expect(await soon(10, async () => existsSync(register))).toBe(true);

			// The register was sealed where the person was erased.
			const env = environment(place, { SECRET: readFileSync(join(server.data, 'secret.txt'), 'utf8').trim() });
			expect(await command('restore', ['--from', backup, '--register', register], env)).toBe(0);
			// What is left of the file goes with the first start.
			const started = await launch({ ...env, PORT: String(await freePort()) });
			const restored = openDatabase(env);
			try {
				const gone = async () => {
					const rows: string[] = await restored('directus_files').pluck('id');
					const disk = readdirSync(join(place.data, 'uploads')).join();
					return !rows.includes(String(file)) && !disk.includes(String(file)) && disk.includes(String(other));
				};
				expect(await soon(60, gone)).toBe(true);
				const photos: Record<string, unknown>[] = await restored('action_plans')
					.whereIn('id', [plan, kept])
					.select('id', 'signature_photo');
				expect(new Map(photos.map((row) => [row.id, row.signature_photo]))).toEqual(
					new Map([
						[plan, null],
						[kept, other],
					]),
				);
			} finally {
				await restored.destroy();
				await endServer(started.process);
			}
		} finally {
			await discard(place);
			rmSync(shelf, { recursive: true, force: true });
		}
	});
});

function command(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<number | null> {
	const script = join(root, 'directus/commands', `${name}.ts`);
	const child = spawn(process.execPath, [script, ...args], { env, cwd: root, stdio: 'inherit' });
	return new Promise((done) => child.on('close', done));
}
