/** What spreadsheets make of import files: the cases that once failed, and more of their kinds, previewed and loaded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../support/csv.ts';
import {
	begin,
	end,
	FILES,
	mi,
	PERSON,
	REFERRED_ONLY,
	rowCounts,
	SESSION,
	world,
} from '../../support/scenes/import.ts';

beforeAll(async () => {
	await begin();
	expect((await mi.upload('/caseload/import', FILES)).status).toBe(200);
});
afterAll(end);

/** A case as it stands, for a contract and a Peer Mentor of this world. */
function given(name: string): Buffer {
	const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/moving-in', name));
	const text = bytes.toString('latin1').replaceAll('PM-CPA9', 'TEST-9');
	return Buffer.from(text.replaceAll('mentor1@example.org', 'test-9-mentor1@example.org'), 'latin1');
}

const load = (caseload: string | Buffer, query = '') => mi.upload(`/caseload/import${query}`, { caseload });

async function stored(reference: string): Promise<Record<string, unknown>> {
	const fields = 'first_name,last_name,received_on,phone';
	const { body } = await mi.get(`/items/referrals?filter[reference][_eq]=${reference}&fields=${fields}`);
	return body.data[0];
}

const codes = (notices: { code: string }[]) => notices.map(({ code }) => code);

describe('the cases', () => {
	it('02: Windows-1252, with its accents and its apostrophe', async () => {
		const { status, body } = await load(given('02-windows-1252.csv'));
		expect(status).toBe(200);
		expect(body.meta.notices).toEqual([
			expect.objectContaining({ code: 'ENCODING', message: expect.stringContaining('Windows-1252') }),
		]);
		expect(await stored('RX-0002')).toMatchObject({ first_name: 'Siân', last_name: 'O’Brien' });
	});

	it('05: semicolons', async () => {
		expect((await load(given('05-semicolons.csv'))).status).toBe(200);
		expect(await stored('RX-0005')).toMatchObject({ received_on: '2024-03-04', last_name: 'Morgan' });
	});

	it('07: days day first, told once a column', async () => {
		const { status, body } = await load(given('07-dates-dd-mm-yyyy.csv'));
		expect(status).toBe(200);
		expect(body.meta.notices.map(({ column }: { column: string }) => column)).toEqual([
			'received_on',
			'initial_meeting_on',
			'start_on',
			'consent_given_on',
		]);
		expect(body.meta.notices[0]).toMatchObject({
			code: 'DAYS_READ_DAY_FIRST',
			message: expect.stringContaining('4 March 2024'),
		});
		expect(await stored('RX-0007')).toMatchObject({ received_on: '2024-03-04' });
	});

	it('13: empty rows and columns at the end', async () => {
		const { body } = await load(given('13-trailing-empty-rows-and-columns.csv'));
		expect(body).toEqual({ data: { caseload: { created: 1, updated: 0, unchanged: 0 } } });
	});

	it('14: a line break within a name, by its name', async () => {
		const { status, body } = await load(given('14-padded-and-quoted-newline.csv'));
		expect(status).toBe(400);
		expect(body.errors).toEqual([
			{
				message: expect.stringContaining('last_name holds a line break'),
				extensions: {
					code: 'IMPORT_INVALID',
					reason: 'WRONG_VALUE',
					file: 'caseload.csv',
					line: 2,
					column: 'last_name',
				},
			},
		]);
		const mended = given('14-padded-and-quoted-newline.csv').toString('latin1').replace('Evans\nJones', 'Evans Jones');
		expect((await load(mended)).status).toBe(200);
		expect(await stored('RX-0044')).toMatchObject({ first_name: 'Mari', last_name: 'Evans Jones' });
	});

	it('18: a telephone number cut short, and one that is a digit short', async () => {
		const { body } = await load(given('18-phone-scientific.csv'), '?dry_run=true');
		expect(body.data.caseload).toEqual({ created: 1, updated: 0, unchanged: 0, faulty: 1 });
		expect(body.data.faults).toEqual([
			expect.objectContaining({
				line: 2,
				column: 'phone',
				message: expect.stringContaining('shortened by a spreadsheet'),
			}),
		]);
		expect(body.data.notices).toEqual([expect.objectContaining({ code: 'DIGIT_MISSING', line: 3, column: 'phone' })]);
		expect((await load(given('18-phone-scientific.csv'))).status).toBe(400);
	});

	it('24: a Dropout before five weeks, which is loaded and stands among the exceptions', async () => {
		const { status, body } = await load(given('24-dropout-before-35-days.csv'));
		expect(status).toBe(200);
		expect(body.meta.notices).toEqual([expect.objectContaining({ code: 'EXCEPTION', column: 'ended_on', line: 2 })]);
		const { body: pmi } = await mi.get('/pmi/TEST-9/2024-04');
		expect(pmi.data.exceptions).toContainEqual(
			expect.objectContaining({ reference: 'RX-DROP', code: 'dropout_too_early' }),
		);
	});

	it('31: names of every kind come back from an export as they were, and no cell of it is a formula', async () => {
		const { status, body } = await load(given('31-names.csv'));
		expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
		expect(await stored('RN-formula')).toMatchObject({
			first_name: '=HYPERLINK("http://x.example","a")',
			last_name: '+44',
		});
		expect(await stored('RN-at')).toMatchObject({ first_name: '@SUM(1)', last_name: '-2' });

		const { body: csv } = await mi.get('/items/referrals?export=csv&filter[reference][_starts_with]=RN-&limit=-1');
		expect(csv).toContain(`"'=HYPERLINK(""http://x.example"",""a"")","'+44"`);
		expect(csv).not.toMatch(/(^|[,\n])"?[=+@-]/);
		const again = await load(csv, '?dry_run=true');
		expect(again.body.data).toMatchObject({ caseload: { created: 0, updated: 0, unchanged: 13 }, faults: [] });
	});
});

describe('an export of the platform’s own records', () => {
	it.each([
		['referrals', 'caseload'],
		['mentees', 'caseload'],
		['sessions', 'sessions'],
	])('of %s is loaded again as it is, and changes nothing', async (collection, part) => {
		const { body: exported } = await mi.get(`/items/${collection}?export=csv_utf8&limit=-1`);
		const { status, body } = await mi.upload('/caseload/import?dry_run=true', { [part]: exported });
		expect(status).toBe(200);
		expect(body.data.faults).toEqual([]);
		expect(body.data[part]).toMatchObject({ created: 0, updated: 0, faulty: 0 });
		expect(body.data[part].unchanged).toBeGreaterThan(1);
		const edited = exported.replace('face_to_face', 'digital').replaceAll('07700900123', '07700900124');
		const { body: after } = await mi.upload('/caseload/import?dry_run=true', { [part]: edited });
		expect(after.data[part].updated).toBeGreaterThan(0);
	});
});

describe('a preview', () => {
	it('writes nothing, and says what a load would come to', async () => {
		const before = await rowCounts();
		const caseload = csv('caseload', [
			{ ...PERSON, phone: '07700900999' },
			REFERRED_ONLY,
			{ ...REFERRED_ONLY, reference: 'P-1' },
			{ ...REFERRED_ONLY, reference: 'P-2', received_on: '31/06/2024' },
		]);
		const sessions = csv('sessions', [SESSION, { ...SESSION, reference: 'P-2' }]);
		const { status, body } = await mi.upload('/caseload/import?dry_run=true', { caseload, sessions });
		expect(status).toBe(200);
		expect(body.data).toMatchObject({
			caseload: { created: 1, updated: 1, unchanged: 1, faulty: 1 },
			sessions: { created: 0, updated: 0, unchanged: 1, faulty: 1 },
		});
		expect(body.data.faults).toEqual([
			expect.objectContaining({ code: 'WRONG_VALUE', file: 'caseload.csv', line: 5, column: 'received_on' }),
			expect.objectContaining({ file: 'sessions.csv', line: 3, column: 'reference' }),
		]);
		expect(await rowCounts()).toEqual(before);
		expect(await stored('I-1')).toMatchObject({ phone: PERSON.phone });
	});
});

describe('a load without its faulty rows', () => {
	const caseload = csv('caseload', [
		{ ...REFERRED_ONLY, reference: 'L-1' },
		{ ...REFERRED_ONLY, reference: 'L-2', received_on: '2024-06-31', first_name: '=1+1' },
	]);

	it('gives those back with why, to be corrected and loaded, to its own Supplier alone', async () => {
		const { body } = await load(caseload, '?leave_out_faulty=true');
		expect(body.data.caseload).toEqual({ created: 1, updated: 0, unchanged: 0, faulty: 1 });
		expect(await stored('L-1')).toBeDefined();
		expect(await stored('L-2')).toBeUndefined();

		const { body: text } = await mi.get(body.data.left_out);
		expect(text).toContain('L-2');
		expect(text).toContain('left_out_because');
		expect(text).toContain('names a day that does not exist');
		expect(text).toContain(",'=1+1,");
		for (const other of [world.west.mi, world.north.manager, world.buyer]) {
			expect((await other.get(body.data.left_out)).status).toBe(403);
		}
		const again = await load(text.replace('2024-06-31', '2024-06-30'));
		expect(again.status).toBe(200);
		expect(await stored('L-2')).toMatchObject({ first_name: '=1+1' });
	});

	it('is on record: who, which files, how many rows, and none of the rows', async () => {
		const { body } = await mi.get('/items/import_runs?sort=-loaded_at&limit=1&filter[left_out][_gt]=0');
		expect(body.data[0]).toMatchObject({ created: 1, left_out: 1 });
		expect(body.data[0].files).toEqual([
			{ part: 'caseload', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: Buffer.byteLength(caseload) },
		]);
		expect(body.data[0]).not.toHaveProperty('left_out_rows');
	});
});

describe('headings of one’s own', () => {
	const header = 'Ref,Day held,Mins,Mode,Attendance,Notes';
	const rows = `${header}\nI-1,23/10/2023,45,Digital,Attended,private\n`;

	it('are asked about, and what was said of them is remembered for the Supplier', async () => {
		const first = await mi.upload('/caseload/import', { sessions: rows });
		expect(first.status).toBe(400);
		expect(first.body.errors.map(({ extensions }: never) => (extensions as { reason: string }).reason)).toEqual([
			'MISSING_COLUMN',
			'UNKNOWN_COLUMN',
			'UNKNOWN_COLUMN',
		]);
		const columns = JSON.stringify({ sessions: { 'day held': 'held_on', Notes: null } });
		const said = await mi.upload('/caseload/import', { sessions: rows, columns });
		expect(said.body.data).toEqual({ sessions: { created: 0, updated: 1, unchanged: 0 } });
		expect(codes(said.body.meta.notices)).toEqual(
			expect.arrayContaining(['COLUMN_MATCHED', 'COLUMN_LEFT_OUT', 'DAYS_READ_DAY_FIRST']),
		);
		const later = await mi.upload('/caseload/import?dry_run=true', { sessions: rows });
		expect(later.body.data).toMatchObject({ sessions: { unchanged: 1, faulty: 0 }, faults: [] });
	});

	it('cannot be given a column that there is not', async () => {
		const columns = JSON.stringify({ sessions: { Notes: 'notes' } });
		const { status, body } = await mi.upload('/caseload/import', { sessions: rows, columns });
		expect(status).toBe(400);
		expect(body.errors[0].message).toContain('held_on');
	});

	it('keeps nothing of somebody who is erased', async () => {
		const wrong = csv('caseload', [{ ...REFERRED_ONLY, reference: 'L-3', received_on: '2024-06-31' }]);
		const { body } = await load(wrong, '?leave_out_faulty=true');
		expect(await load(wrong.replace('2024-06-31', '2024-06-30'))).toMatchObject({ status: 200 });
		expect((await mi.get(body.data.left_out)).status).toBe(200);
		const { body: found } = await world.admin.get('/items/referrals?filter[reference][_eq]=L-3&fields=id');
		const { id } = found.data[0];
		const request = { referral: id, requested_on: '2024-07-01', reason: 'Asked for in a letter' };
		expect((await world.admin.post('/items/erasures', request)).status).toBe(200);
		expect((await mi.get(body.data.left_out)).status).toBeGreaterThanOrEqual(400);
		expect((await load(wrong, '?dry-run=true')).status).toBe(400);
	});
});
