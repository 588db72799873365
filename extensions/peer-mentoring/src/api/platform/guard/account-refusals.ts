import type { Language } from '../../../domain/language/messages.ts';
import type { Refusal } from './refusal.ts';

export type AccountRefusal = 'changed' | 'code' | 'left' | 'over' | 'second_factor' | 'second_factor_stays';

/** Why somebody who has signed in may not go on, in their language. */
export const ACCOUNT_REFUSALS: Record<
	AccountRefusal,
	Omit<Refusal, 'message'> & { messages: Record<Language, string> }
> = {
	changed: {
		status: 401,
		code: 'TOKEN_EXPIRED',
		messages: {
			'en-GB': 'Your account has changed since you signed in. Sign in again.',
			'cy-GB': 'Mae eich cyfrif wedi newid ers ichi fewngofnodi. Mewngofnodwch eto.',
		},
	},
	code: {
		status: 403,
		code: 'SECOND_FACTOR_REQUIRED',
		messages: {
			'en-GB':
				'Enter the code of your authenticator app first, at /second-factor: your organisation’s sign-in does not stand in for it.',
			'cy-GB':
				'Yn gyntaf, rhowch god eich ap dilysu, yn /second-factor: nid yw mewngofnodi eich sefydliad yn cymryd ei le.',
		},
	},
	left: {
		status: 401,
		code: 'ACCOUNT_ENDED',
		messages: {
			'en-GB': 'Your last day as a Peer Mentor has passed, and with it your access. Ask your manager if that is wrong.',
			'cy-GB':
				'Mae eich diwrnod olaf fel mentor cymheiriaid wedi bod, a’ch mynediad gydag ef. Gofynnwch i’ch rheolwr os yw hynny’n anghywir.',
		},
	},
	over: {
		status: 401,
		code: 'TOKEN_EXPIRED',
		messages: {
			'en-GB': 'You were signed out: thirty minutes without doing anything, or twelve hours in all. Sign in again.',
			'cy-GB': 'Cawsoch eich allgofnodi: hanner awr heb wneud dim, neu ddeuddeg awr i gyd. Mewngofnodwch eto.',
		},
	},
	second_factor: {
		status: 403,
		code: 'SECOND_FACTOR_REQUIRED',
		messages: {
			'en-GB': 'Set up your second factor first, at /second-factor: an app on your phone that shows a code.',
			'cy-GB': 'Yn gyntaf, trefnwch eich ail ffactor, yn /second-factor: ap ar eich ffôn sy’n dangos cod.',
		},
	},
	second_factor_stays: {
		status: 403,
		code: 'SECOND_FACTOR_REQUIRED',
		messages: {
			'en-GB':
				'The second factor cannot be switched off here. If the device is lost, use a recovery code, or ask your manager for a reset.',
			'cy-GB':
				'Ni ellir diffodd yr ail ffactor yma. Os yw’r ddyfais ar goll, defnyddiwch god adfer, neu gofynnwch i’ch rheolwr am ailosod.',
		},
	},
};
