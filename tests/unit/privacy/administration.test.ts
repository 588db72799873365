import { expect, test } from 'vitest';
import { actInWords } from '../../../extensions/peer-mentoring/src/domain/privacy/administration.ts';

test.each([
	['account_made', 'them', 'Account made'],
	['account_changed', 'them', 'Account changed'],
	['account_changed', 'keeper', undefined],
	['flow_changed', 'flow', 'Flow switched on or off'],
	['settings_changed', '1', 'Settings changed'],
] as const)('%s of %s: %s', (what, item, words) => {
	expect(actInWords({ what, item, user: 'keeper' })?.['en-GB']).toBe(words);
});
