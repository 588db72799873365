import { afterEach, describe, expect, it, vi } from 'vitest';
import { retrying } from '../../../extensions/peer-mentoring/src/storage/database/retry.ts';

const collision = (code: string) => Object.assign(new Error('stood in the way'), { code });

/** Work that fails as often as said. */
function work(failures: number, code: string) {
	let tries = 0;
	return vi.fn(async () => {
		if (tries++ < failures) throw collision(code);
		return 'done';
	});
}
const outcomeOf = (task: () => Promise<string>) =>
	retrying(task).catch((error: { code: string }) => `gave up: ${error.code}`);

afterEach(() => vi.restoreAllMocks());

describe('what another transaction stood in the way of', () => {
	it.each(['40P01', '40001', 'SQLITE_BUSY', 'SQLITE_LOCKED'])('is done again after %s', async (code) => {
		const task = work(3, code);
		expect(await outcomeOf(task)).toBe('done');
		expect(task).toHaveBeenCalledTimes(4);
	});

	it('is given up after six tries', async () => {
		const task = work(6, '40001');
		expect(await outcomeOf(task)).toBe('gave up: 40001');
		expect(task).toHaveBeenCalledTimes(6);
	});

	it('is given up once ten seconds are over, however few the tries', async () => {
		const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
		const task = work(6, 'SQLITE_BUSY');
		task.mockImplementationOnce(async () => {
			clock.mockReturnValue(10_001);
			throw collision('SQLITE_BUSY');
		});
		expect(await outcomeOf(task)).toBe('gave up: SQLITE_BUSY');
		expect(task).toHaveBeenCalledTimes(1);
	});

	it('is not done again for any other reason', async () => {
		const task = work(1, '23505');
		expect(await outcomeOf(task)).toBe('gave up: 23505');
		expect(task).toHaveBeenCalledTimes(1);
	});
});
