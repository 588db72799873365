import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { refusalsInLog } from '../../../extensions/peer-mentoring/src/api/platform/guard/refusals-in-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what is refused to somebody signed in is on record by account and minute', () => {
	const lines: object[] = [];
	const watch = refusalsInLog((details) => lines.push(details));
	const answered = (user: string | null, statusCode: number) => {
		const response = Object.assign(new EventEmitter(), { statusCode });
		watch({ accountability: { user } } as never, response as never, () => undefined);
		response.emit('finish');
	};
	for (let time = 0; time < 30; time++) answered('a', 403);
	answered('b', 403);
	answered('b', 200);
	answered(null, 403);
	expect(lines).toEqual([]);
	vi.advanceTimersByTime(60_000);
	expect(lines).toEqual([
		{ account: 'a', times: 30 },
		{ account: 'b', times: 1 },
	]);
	answered('a', 403);
	vi.advanceTimersByTime(60_000);
	expect(lines.at(-1)).toEqual({ account: 'a', times: 1 });
	expect(lines).toHaveLength(3);
});
