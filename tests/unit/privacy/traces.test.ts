import { describe, expect, it } from 'vitest';
import { renameInLines } from '../../../extensions/peer-mentoring/src/storage/platform/traces.ts';

describe('a reference in a message', () => {
	const to = 'https://example.org/admin/content/mentees/1';
	it.each([
		['- TEST-1', '- X'],
		['- Initial meeting, 4 June 2024: TEST-1', '- Initial meeting, 4 June 2024: X'],
		[`- [TEST-1](${to})`, `- [X](${to})`],
		[`- [Initial meeting, 4 June 2024: TEST-1](${to})`, `- [Initial meeting, 4 June 2024: X](${to})`],
		[`- [Initial meeting: TEST-12](${to})`, `- [Initial meeting: TEST-12](${to})`],
		['- OLD-TEST-1', '- OLD-TEST-1'],
		['**Overdue**\n\n- TEST-1\n- TEST-2', '**Overdue**\n\n- X\n- TEST-2'],
	])('%s', (message, renamed) => expect(renameInLines(message, 'TEST-1', 'X')).toBe(renamed));
});
