/** A photo of the signature under a plan: taken in within the step, made anew, private, and gone with what it shows. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { colleague, inWelsh, mentor, places, saved, send, world } from '../../support/scenes/mentor-steps.ts';
import {
	asAnswer,
	begin,
	bytesOf,
	end,
	files,
	firstPlan,
	knex,
	photo,
	photoOf,
	sendAgreement,
	signed,
	started,
} from '../../support/scenes/signature-photo.ts';

beforeAll(begin);
afterAll(end);

const HEIC = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
const bomb = () =>
	sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
		.png()
		.toBuffer();

describe('a photo within the step of a plan', () => {
	it('is kept with the agreement, made anew, under a name that names nobody', async () => {
		const { plan } = await signed(await photo());
		const file = (await photoOf(plan)) as string;
		const { storage, type, filename_download, title, description, uploaded_by, folder, metadata } = await knex(
			'directus_files',
		)
			.where({ id: file })
			.first();
		expect({ storage, type, filename_download, title, description, uploaded_by, folder }).toEqual({
			...{ storage: 'local', type: 'image/jpeg', filename_download: 'signature.jpg' },
			...{ title: null, description: null, uploaded_by: null, folder: null },
		});
		expect(String(metadata ?? '')).not.toMatch(/gps|Zebedee/i);
		const kept = bytesOf(file);
		expect(kept.includes('Zebedee')).toBe(false);
		const { format, exif } = await sharp(kept).metadata();
		expect([format, exif]).toEqual(['jpeg', undefined]);
		const shown = await mentor.download(`/signature-photo/${plan}`);
		expect([shown.status, shown.content.equals(kept)]).toEqual([200, true]);
		expect(Object.fromEntries(shown.headers)).toMatchObject({
			...{ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
			'content-disposition': 'inline; filename="signature.jpg"',
		});
	});

	it('is asked for in the step, and not before', async () => {
		const about = await started();
		const { body } = await mentor.get('/mentor/api/model?language=cy-GB');
		const step = body.data.steps.find(({ key }: { key: string }) => key === 'plan');
		const part = step.parts.find(({ name }: { name: string }) => name === 'agreement');
		const field = part.fields.find((each: { field: string }) => each.field === 'signature_photo');
		expect(field).toMatchObject({ interface: 'signature-photo', label: 'Llun o’r llofnod', required: false });
		expect(field.picks).toBeUndefined();
		await saved('plan', about, firstPlan(asAnswer(await photo())));
		const { body: opened } = await mentor.get(`/mentor/api/steps/plan/${about}`);
		expect(opened.data.values.agreement.signature_photo).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('can be left out: the plan is agreed all the same', async () => {
		const { plan } = await signed();
		expect(await knex('action_plans').where({ id: plan }).first('evidence', 'signature_photo')).toEqual({
			...{ evidence: 'wet', signature_photo: null },
		});
		expect((await mentor.download(`/signature-photo/${plan}`)).status).toBe(403);
	});

	it('is sent twice and kept once, where the answer was lost on the way', async () => {
		const about = await started();
		const before = await files();
		const key = randomUUID();
		const values = firstPlan(asAnswer(await photo()));
		const answers = [await send('plan', about, values, { key }), await send('plan', about, values, { key })];
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(answers[0]!.body).toEqual(answers[1]!.body);
		const { rows, disk } = await files();
		expect([rows.length, disk.length]).toEqual([before.rows.length + 1, before.disk.length + 1]);
	});

	it('is replaced, and taken away: what was there before is on no disk any more', async () => {
		const { about, plan } = await signed(await photo());
		const first = (await photoOf(plan)) as string;
		const before = await files();
		expect((await sendAgreement(about, asAnswer(await photo('#0000ff')))).status).toBe(200);
		const second = (await photoOf(plan)) as string;
		expect(second).not.toBe(first);
		const after = await files();
		expect(after.rows).toHaveLength(before.rows.length);
		expect(after.disk).toHaveLength(before.disk.length);
		expect(after.disk.join()).not.toContain(first);
		// What is there already is no change.
		const { body } = await sendAgreement(about, second);
		expect(body.errors[0].message).toMatch(/^Nothing was saved, because nothing has been said or changed/);
		expect(await photoOf(plan)).toBe(second);
		expect((await sendAgreement(about, null)).status).toBe(200);
		expect([await photoOf(plan), (await files()).disk.join().includes(second)]).toEqual([null, false]);
	});

	it('goes with the wet signature, where another evidence takes its place', async () => {
		const { plan } = await signed(await photo());
		const file = (await photoOf(plan)) as string;
		expect((await mentor.patch(`/items/action_plans/${plan}`, { evidence: 'electronic' })).status).toBe(200);
		expect([await photoOf(plan), (await files()).disk.join().includes(file)]).toEqual([null, false]);
	});

	test.each([
		['text', async () => asAnswer(Buffer.from('Jane Doe')), /not a picture that can be read/],
		['half of one', async () => asAnswer((await photo()).subarray(0, 900)), /not a picture that can be read/],
		['an SVG', async () => asAnswer(Buffer.from('<svg/>'), 'image/svg+xml'), /not a picture that can be read/],
		['another way of writing it out', async () => 'data:image/png,abc', /not a picture that can be read/],
		['nothing', async () => 'data:image/jpeg;base64,', /nothing in this picture/],
		['an iPhone’s HEIC', async () => asAnswer(HEIC, 'image/jpeg'), /Most Compatible/],
		['a decompression bomb', async () => asAnswer(await bomb(), 'image/png'), /30 million pixels/],
		['too many bytes', async () => asAnswer(Buffer.concat([await photo(), Buffer.alloc(650_000)])), /too large a file/],
	])('that is %s is refused beside its field, and leaves nothing', async (_what, made, reason) => {
		const about = await started();
		const before = await files();
		const { status, body } = await send('plan', about, firstPlan(await made()));
		expect([status, places(body)]).toEqual([400, ['agreement.signature_photo']]);
		expect(body.errors[0].message).toMatch(reason);
		expect(await files()).toEqual(before);
		expect(await knex('action_plans').join('mentees', 'mentees.id', 'mentee').where({ referral: about })).toEqual([]);
	});

	it('leaves nothing where something else of the step is refused, nor for somebody else’s Mentee', async () => {
		const about = await started();
		const before = await files();
		const values = { ...firstPlan(asAnswer(await photo())), plan: { goal: '' } };
		const { status, body } = await send('plan', about, values);
		expect([status, places(body)]).toEqual([400, ['plan.goal']]);
		expect((await send('plan', about, firstPlan(asAnswer(await photo())), { who: colleague })).status).toBe(403);
		expect(await files()).toEqual(before);
		expect((await knex('unsettled_writes').whereIn('kind', ['photo', 'new-photo'])).length).toBe(0);
	});

	it('is refused in Welsh', async () => {
		const who = await inWelsh();
		const about = await started();
		const { body: found } = await world.admin.get(`/items/mentees?filter[referral][_eq]=${about}&fields=id`);
		const change = { peer_mentor: world.north.mentors[1]!.id };
		expect((await world.admin.patch(`/items/mentees/${found.data[0].id}`, change)).status).toBe(200);
		const { body } = await send('plan', about, firstPlan(asAnswer(HEIC)), { who });
		expect(body.errors[0].message).toMatch(/^Llun HEIC yw hwn/);
	});
});

describe('a photo from the Studio', () => {
	it('is sent to its plan, replaced and taken away by whoever may change the plan', async () => {
		const { plan } = await signed();
		const path = `/signature-photo/${plan}`;
		const sent = await mentor.upload(path, { photo: await photo() });
		expect([sent.status, sent.body.data]).toEqual([200, { bytes: expect.any(Number) }]);
		const first = (await photoOf(plan)) as string;
		expect((await mentor.upload(path, { photo: await photo('#00ff00') })).status).toBe(200);
		expect((await files()).disk.join()).not.toContain(first);
		expect((await mentor.delete(path)).status).toBe(204);
		expect(await photoOf(plan)).toBeNull();
	});

	it('is refused without a wet signature, in words beside the field', async () => {
		const { plan } = await signed();
		await mentor.patch(`/items/action_plans/${plan}`, { evidence: 'electronic' });
		const before = await files();
		const { status, body } = await mentor.upload(`/signature-photo/${plan}`, { photo: await photo() });
		expect([status, body.errors[0].extensions.field]).toEqual([400, 'signature_photo']);
		expect(body.errors[0].message).toMatch(/^A photo of a signature goes with a wet signature/);
		expect(await files()).toEqual(before);
	});

	test.each([
		['a spreadsheet', 'PK\u0003\u0004', 400, /not a picture/],
		['a HEIC', HEIC, 400, /HEIC/],
		['more bytes than are taken in', Buffer.alloc(10 * 1024 * 1024 + 1), 413, /larger than 10.0 MB/],
	])('that is %s is refused', async (_what, content, expected, reason) => {
		const { plan } = await signed();
		const { status, body } = await mentor.upload(`/signature-photo/${plan}`, { photo: content });
		expect([status, body.errors[0].message]).toEqual([expected, expect.stringMatching(reason)]);
	});
});
