import { describe, expect, it, test } from 'vitest';
import { parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { codeLists, type Lists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	TRACKER_KEYS,
	type TrackerRow,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import { encryptWorkbook } from '../../../extensions/peer-mentoring/src/workbook/encrypt.ts';
import { trackerWorkbook } from '../../../extensions/peer-mentoring/src/workbook/tracker-workbook.ts';
import { decryptWorkbook, rowsOf } from '../../support/agile.ts';

const PASSWORD = 'otter violin lâdder plum';
const ABOUT = {
	contract: 'PM-CPA9',
	supplier: 'Adferiad Cyf',
	month: parseMonth('2024-06')!,
	madeAt: new Date('2024-07-05T09:00:00Z'),
};

function row(more: Partial<TrackerRow> = {}): TrackerRow {
	const empty = Object.fromEntries(TRACKER_KEYS.map((key) => [key, null])) as TrackerRow;
	return { ...empty, start_date: '2024-06-03', appointments_attended: 4, appointments_missed: 0, ...more };
}

async function sheet(rows: TrackerRow[], name = 'Mentee Tracker', lists?: Lists) {
	const each = async function* () {
		yield* rows;
	};
	return rowsOf(await trackerWorkbook({ ...ABOUT, lists }, each()), name);
}

describe('the workbook of the tracker (3.5)', () => {
	it('has the 28 columns in English, a row for each Mentee, dates as dates and counts as numbers', async () => {
		const [first, second] = await sheet([row({ disclosed_on: '2024-06-10' }), row({ nino: 'QQ123456A' })]);
		expect(Object.keys(first!)).toEqual(codeLists.tracker_column.map(({ en }) => en));
		expect(first).toMatchObject({ 'Start date': '2024-06-03', 'Disclosure: post, date': '2024-06-10' });
		expect(first).toMatchObject({ 'Appointments attended': 4, 'Appointments missed': 0, NINO: null });
		expect(second!.NINO).toBe('QQ123456A');
	});

	it('explains values of an Administrator’s own among its codes', async () => {
		const own = { value: 'moved_abroad', code: 'MOAB', en: 'Moved abroad', cy: 'Wedi symud dramor' };
		const lists = { ...codeLists, end_reason: [...codeLists.end_reason, own] };
		const codes = await sheet([], 'Codes', lists);
		expect(codes).toContainEqual(expect.objectContaining({ Code: 'MOAB', Meaning: 'Moved abroad' }));
		expect(codes).toHaveLength((await sheet([], 'Codes')).length + 1);
	});

	test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
		'%j is text, not a formula',
		async (text) => {
			const [first] = await sheet([row({ barrier_other: text })]);
			// XML reads every end of a line as the same one.
			expect(first!['Barrier: other']).toBe(`'${text.replace('\r', '\n')}`);
		},
	);

	test.each([
		['what is no letter', 'No\ufffe \uffffhousing', 'No housing'],
		['half a letter', 'No\ud83d housing', 'No housing'],
		['a letter that the end would cut in half', `${'x'.repeat(32_766)}😀`, 'x'.repeat(32_766)],
	])('opens with %s in a text, and keeps every letter', async (_, text, shown) => {
		const [first] = await sheet([row({ barrier_other: text })]);
		expect(first!['Barrier: other']).toBe(shown);
	});

	it('takes the longest text that a cell holds, and signs that XML does not know', async () => {
		const [first] = await sheet([
			row({ barrier_other: `Y\u0000\u0008${'x'.repeat(40_000)}`, completed_treatment: '<&>"' }),
		]);
		expect(String(first!['Barrier: other']).length).toBeLessThanOrEqual(32_767);
		expect(String(first!['Barrier: other'])).toMatch(/^Yx+$/);
		expect(first!['Completing treatment / drop out']).toBe('<&>"');
	});

	it('says what each column means and what each code stands for', async () => {
		const definitions = await sheet([], 'Definitions');
		const named = definitions.map((each) => each.Column);
		for (const { code, en } of codeLists.tracker_column) expect(named).toContain(`${code}. ${en}`);
		expect(definitions).toContainEqual({ Column: 'Month', 'What it holds': '2024-06' });
		const codes = await sheet([], 'Codes');
		expect(codes).toContainEqual({ Column: 'Treatment status', Code: 'IN', Meaning: 'In treatment' });
		expect(codes).toContainEqual({ Column: 'Entering employment', Code: 'F', Meaning: 'Construction' });
	});

	it('fails where its rows fail, and waits for nothing', async () => {
		// eslint-disable-next-line require-yield -- it fails before the first row
		const failing = async function* (): AsyncGenerator<TrackerRow> {
			throw new Error('The database is gone');
		};
		await expect(trackerWorkbook(ABOUT, failing())).rejects.toThrow('The database is gone');
	});
});

describe('the encryption (3.4)', () => {
	const plain = Buffer.from('PK'.padEnd(10_000, 'a workbook'));

	it('is AES-256 with 100,000 rounds and sealed, opens with the password and not with another', async () => {
		const file = await encryptWorkbook(plain, PASSWORD);
		expect(file.includes('a workbook')).toBe(false);
		expect(decryptWorkbook(file, PASSWORD).equals(plain)).toBe(true);
		expect(() => decryptWorkbook(file, PASSWORD.toUpperCase())).toThrow('The password is another');
	});

	it('leaves the thread that answers requests free', async () => {
		let longest = 0;
		const began = performance.now();
		let last = began;
		const beat = () => {
			longest = Math.max(longest, performance.now() - last);
			last = performance.now();
		};
		const pulse = setInterval(beat, 5);
		await encryptWorkbook(plain, PASSWORD);
		clearInterval(pulse);
		// What was done in one piece lets no timer in before the end.
		beat();
		expect(longest).toBeLessThan((last - began) / 3);
	});

	it('ends at once where nobody waits any more', async () => {
		const gone = new AbortController();
		const work = encryptWorkbook(plain, PASSWORD, gone.signal);
		gone.abort();
		await expect(work).rejects.toThrow(/abort/i);
		await expect(encryptWorkbook(plain, PASSWORD, gone.signal)).rejects.toThrow(/abort/i);
	});

	it('says why it failed', async () => {
		await expect(encryptWorkbook(plain, 'x'.repeat(256))).rejects.toThrow('maximum password length');
	});
});
