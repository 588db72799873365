import { expect, test } from 'vitest';
import { differenceName } from '../../../extensions/peer-mentoring/src/domain/returns/submission/difference-name.ts';

test.each([
	['referrals_total.third_party', 'Total referrals: Third party', 'Cyfanswm yr atgyfeiriadau: Trydydd parti'],
	['exceptions.start_missing', 'Exceptions: Start date missing', 'Eithriadau: Dyddiad dechrau ar goll'],
	[
		'personnel_changes.rows.1.date',
		'Changes in Peer Mentoring personnel, line 2',
		'Newidiadau mewn staff mentora cymheiriaid, llinell 2',
	],
	['sme_spend.nil', 'SME spend', 'Gwariant ar fusnesau bach a chanolig'],
	['something.new', 'something.new', 'something.new'],
])('what a correction changes in %s is named as 3.8 names it', (figure, english, welsh) => {
	expect([differenceName({ figure }, 'en-GB'), differenceName({ figure }, 'cy-GB')]).toEqual([english, welsh]);
});
