import type { ReturnState } from '../../../domain/home/returns.ts';
import type { Language } from '../../../domain/language/messages.ts';

export const RETURNS_TEXTS = {
	'en-GB': {
		lacking: 'What is missing',
		nothing_lacking: 'No return is missing, and everything submitted has been sent.',
		missing: (count: number) =>
			`${count} ${count === 1 ? 'return is' : 'returns are'} past the due day and not submitted`,
		to_send: (count: number) =>
			`${count} submitted ${count === 1 ? 'return is' : 'returns are'} not on record as sent through Jaggaer`,
		month: (month: string) => `Due in ${month}`,
		nothing_due: 'No return falls due this month.',
		state: {
			missing: 'missing',
			due: 'to be submitted',
			to_send: 'submitted, to be sent',
			sent: 'sent',
		} satisfies Record<ReturnState, string>,
		receipts: 'The last that were sent',
		no_receipts: 'Nothing has been sent yet.',
		sent: (day: string, reference: string | null) => `sent on ${day}${reference ? `, ${reference}` : ''}`,
		coming: 'What comes, to the end of the next quarter',
		nothing_ahead: 'Nothing falls due until then, or the bank holidays are not known yet.',
	},
	'cy-GB': {
		lacking: 'Beth sydd ar goll',
		nothing_lacking: 'Does dim adroddiad ar goll, ac mae popeth a gyflwynwyd wedi’i anfon.',
		missing: (count: number) => `Adroddiadau y mae eu dyddiad cau wedi mynd heibio, heb eu cyflwyno: ${count}`,
		to_send: (count: number) => `Adroddiadau a gyflwynwyd heb gofnod eu bod wedi’u hanfon drwy Jaggaer: ${count}`,
		month: (month: string) => `I’w cyflwyno ym mis ${month}`,
		nothing_due: 'Does dim adroddiad i’w gyflwyno y mis hwn.',
		state: {
			missing: 'ar goll',
			due: 'i’w gyflwyno',
			to_send: 'wedi’i gyflwyno, i’w anfon',
			sent: 'wedi’i anfon',
		} satisfies Record<ReturnState, string>,
		receipts: 'Y rhai olaf a anfonwyd',
		no_receipts: 'Does dim wedi’i anfon eto.',
		sent: (day: string, reference: string | null) => `anfonwyd ${day}${reference ? `, ${reference}` : ''}`,
		coming: 'Yr hyn sydd i ddod, hyd at ddiwedd y chwarter nesaf',
		nothing_ahead: 'Does dim i’w gyflwyno tan hynny, neu nid yw’r gwyliau banc yn hysbys eto.',
	},
} satisfies Record<Language, object>;
