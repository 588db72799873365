import type { Language } from '../../../domain/language/messages.ts';

export const ACCOUNTS_TEXTS = {
	'en-GB': {
		title: 'Accounts to look at',
		about: 'Nobody has signed in to these for 90 days: suspend those that nobody needs.',
		none: 'No phone is lost, and every account has been used in the last 90 days.',
		lost: (count: number) => `${count} lost ${count === 1 ? 'phone' : 'phones'}: second factors to reset`,
		unused: (email: string, role: string, day: string | undefined) =>
			`${email} (${role}): ${day ? `last here on ${day}` : 'never here'}`,
		more: (count: number) => `And ${count} more.`,
		nobody: 'no address',
		no_role: 'no role',
	},
	'cy-GB': {
		title: 'Cyfrifon i edrych arnynt',
		about: 'Nid oes neb wedi mewngofnodi i’r rhain ers 90 diwrnod: ataliwch y rhai nad oes eu hangen ar neb.',
		none: 'Nid oes ffôn ar goll, ac mae pob cyfrif wedi’i ddefnyddio yn y 90 diwrnod diwethaf.',
		lost: (count: number) => `Ffonau coll, ail ffactorau i’w hailosod: ${count}`,
		unused: (email: string, role: string, day: string | undefined) =>
			`${email} (${role}): ${day ? `yma ddiwethaf ar ${day}` : 'heb fod yma erioed'}`,
		more: (count: number) => `A ${count} arall.`,
		nobody: 'dim cyfeiriad',
		no_role: 'dim rôl',
	},
} satisfies Record<Language, object>;
