/** The Mentee Tracker (3.4 to 3.7): who is in it, what it says, and as which file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptWorkbook, rowsOf } from '../../support/agile.ts';
import { firstSheet, hasLibreOffice } from '../../support/libreoffice.ts';
import {
	add,
	begin,
	end,
	load,
	menteeOf,
	mentor,
	mi,
	NORTH,
	PASSWORD,
	server,
	TEXT,
	tracker,
	world,
	type Row,
} from '../../support/scenes/mentee-tracker.ts';
import { partsOf, rawTemplate } from '../../unit/support/workbooks.ts';

const starts = (rows: Row[]) => rows.map((row) => row['Start date']);

beforeAll(begin);
afterAll(end);

describe('the rows', () => {
	it('are one for each Mentee started by the end of the month, without whoever withdrew, refused or was erased', async () => {
		// FULL, OTHER and CONSENT; not those who are left out, not LATER, not AGREED, not the other Supplier's.
		expect(starts(await tracker(mi))).toEqual(['2024-05-06', '2024-06-10', '2024-06-28']);
	});

	it('say of one Mentee what was so at the end of the month', async () => {
		const [full] = await tracker(mi);
		expect(full).toEqual({
			NINO: 'QQ123456A',
			'Start date': '2024-05-06',
			'Addiction type': 'OPI: HER, ALC',
			'Employment history': '11; 5',
			'Benefit type': 'start: UC; current: UC, PIP',
			'Treatment status': 'IN',
			'Referral route': 'JCP',
			'Diagnostic Interview completed': 'Y; 2024-05-06',
			'SMART Action Plan completed': 'Y; 2024-05-13',
			'Disclosure: pre-disclosed': 'N',
			'Disclosure: post, date': '2024-05-20',
			'Barrier: other health': 'Y; MH',
			'Barrier: offending': 'N',
			'Barrier: housing': 'Y; URG',
			'Barrier: other': `Y; DEBT; ${TEXT}`,
			'Appointments attended': 3,
			'Appointments missed': 2,
			'Early departure / drop out': null,
			'Referral to treatment': 'Y; 2024-05-10',
			'Entering treatment': 'Y; 2024-06-12',
			'Completing treatment / drop out': null,
			'Buyer programme referred to': '2024-06-04 RST',
			'Buyer programme starting': '2024-06-18 RST',
			'Buyer programme completing': null,
			'Entering training': 'Y; 2024-06-20 VOC',
			'Entering volunteering': 'N',
			'Entering education': 'N',
			'Entering employment': 'N',
		});
	});

	it('say a month later what has happened since', async () => {
		const [full] = await tracker(mi, '/mentee-tracker/TEST-9/2024-07.xlsx');
		expect(full).toMatchObject({
			'Treatment status': 'COMP',
			'Appointments attended': 4,
			'Appointments missed': 3,
			'Early departure / drop out': '2024-07-10 WORK',
			'Completing treatment / drop out': '2024-07-03 85',
			'Entering employment': 'Y; 2024-07-08 F',
		});
	});

	it('have a National Insurance number of DWP customers only (2.6, 3.5)', async () => {
		const consented = (await tracker(mi)).at(-1);
		expect(consented).toMatchObject({ NINO: null, 'Disclosure: pre-disclosed': 'n/a', 'Referral route': 'TP' });
	});

	it('name nobody: no name, reference, phone or e-mail address', async () => {
		const { content } = await mi.download(NORTH, { password: PASSWORD });
		const book = decryptWorkbook(content, PASSWORD);
		for (const sheet of ['Mentee Tracker', 'Definitions', 'Codes']) {
			expect(JSON.stringify(await rowsOf(book, sheet))).not.toMatch(/Person-|FULL|CONSENT|@example/);
		}
	});

	it('of a Peer Mentor are their own Mentees alone (3.6)', async () => {
		expect(starts(await tracker(mentor))).toEqual(['2024-05-06', '2024-06-28']);
		expect(starts(await tracker(world.north.mentors[1]!.client))).toEqual(['2024-06-10']);
	});

	it('come in pages, each Mentee once, by start', async () => {
		const days = Array.from({ length: 850 }, (_, index) => ({
			reference: `MANY-${index}`,
			start_on: index % 3 === 0 ? '2024-06-14' : `2024-06-${String(10 + (index % 5)).padStart(2, '0')}`,
		}));
		await load(world.west.mi, 'TEST-1', 1, world.west.mentors[1]!.email, days);
		const found = starts(await tracker(world.west.mentors[1]!.client, '/mentee-tracker/TEST-1/2024-06.xlsx'));
		expect(found).toEqual(days.map(({ start_on }) => start_on).sort());
	});

	it('of somebody who has moved to another Supplier are in that one’s tracker, and no more in the old one (2.6)', async () => {
		const mentee = await menteeOf('OTHER');
		const held = {
			mentee,
			cpa: 1,
			peer_mentor: world.west.mentors[0]!.id,
			from_on: '2024-07-01',
			because: 'moved_area',
		};
		await add('allocations', held, world.admin);
		expect(starts(await tracker(mi))).toEqual(['2024-05-06', '2024-06-28']);
		const west = await tracker(world.west.mentors[0]!.client, '/mentee-tracker/TEST-1/2024-06.xlsx');
		expect(starts(west)).toEqual(['2024-06-10', '2024-06-11']);
	});
});

describe('the file', () => {
	it('is kept by nobody on the way, and is called by the contract and the month', async () => {
		const { headers, content } = await mi.download(NORTH, { password: PASSWORD });
		expect(headers.get('cache-control')).toBe('private, no-store');
		expect(headers.get('content-disposition')).toBe('attachment; filename="Mentee-Tracker-TEST-9-2024-06.xlsx"');
		expect(headers.get('content-type')).toContain('spreadsheetml');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(Number(headers.get('content-length'))).toBe(content.length);
	});

	it.runIf(hasLibreOffice)('opens in LibreOffice with the password, and not without', async () => {
		const { content } = await mi.download(NORTH, { password: PASSWORD });
		expect(await firstSheet(content, PASSWORD)).toMatch(/^NINO,Start date,[^]*QQ123456A,2024-05-06,/);
		expect(await firstSheet(content, 'otter violin ladder pear')).toBeUndefined();
		expect(await firstSheet(content, '')).toBeUndefined();
	});

	it('leaves everybody else answered while it is made', async () => {
		let longest = 0;
		let ended = false;
		const work = mi.download(NORTH, { password: PASSWORD }).finally(() => (ended = true));
		while (!ended) {
			const asked = performance.now();
			await server.anonymous.get('/server/info');
			longest = Math.max(longest, performance.now() - asked);
		}
		expect((await work).status).toBe(200);
		expect(longest).toBeLessThan(1000);
	});
});

describe('on the analysts’ template (3.7)', () => {
	it('the rows go where its mapping says, from the month that it is in use for', async () => {
		const before = await tracker(mi, '/mentee-tracker/TEST-9/2024-09.xlsx');
		const made = await mi.post('/items/return_templates', { kind: 'mentee_tracker', version: '1' });
		const { id } = made.body.data;
		const sent = await mi.upload(`/return-templates/${id}/workbook`, { workbook: await rawTemplate() });
		expect(sent.status).toBe(200);
		const columns = { nino: 'A', start_date: 'B', referral_route: 'C' };
		const mapping = { cells: [], lists: [{ of: 'mentees', sheet: 'Tracker & more', first_row: 4, columns }] };
		const used = await mi.patch(`/items/return_templates/${id}`, { mapping, in_use_from: '2024-09-30' });
		expect([used.status, used.body.errors]).toEqual([200, undefined]);

		const { content } = await mi.download('/mentee-tracker/TEST-9/2024-09.xlsx', { password: PASSWORD });
		const parts = await partsOf(decryptWorkbook(content, PASSWORD));
		const sheet = Object.entries(parts).find(([, part]) => part.includes('QQ123456A'))?.[1] ?? '';
		for (let row = 4; row < 4 + before.length; row++) expect(sheet).toMatch(new RegExp(`r="C${row}"`));
		expect(sheet).not.toMatch(new RegExp(`r="C${4 + before.length}"`));
		expect(before.length).toBeGreaterThan(2);
		// The month before is still on the built-in workbook.
		expect((await tracker(mi)).length).toBeGreaterThan(0);
	});
});
