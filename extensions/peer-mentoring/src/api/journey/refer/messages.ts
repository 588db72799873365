import type { Language } from '../../../domain/language/messages.ts';
import type { FormField, FormProblem, FormProblemCode } from '../../../domain/journey/referral-form.ts';

/** What each field lacks. Whole sentences: Welsh words change at their beginning, so none is put together. */
const MISSING: Record<Language, Partial<Record<FormField, string>>> = {
	'en-GB': {
		route: 'Choose where you work.',
		jobcentre_office: 'Choose the Jobcentre office.',
		work_coach: 'Enter the Work Coach’s full name.',
		cpa: 'Choose where the person would meet a Peer Mentor.',
		third_party_organisation: 'Enter the name of your organisation.',
		third_party_type: 'Choose the kind of organisation.',
		third_party_contact: 'Enter your full name.',
		first_name: 'Enter the person’s first name.',
		last_name: 'Enter the person’s last name.',
		aged_18_or_over: 'Say whether the person is aged 18 or over.',
	},
	'cy-GB': {
		route: 'Dewiswch ble rydych chi’n gweithio.',
		jobcentre_office: 'Dewiswch y ganolfan gwaith.',
		work_coach: 'Rhowch enw llawn yr anogwr gwaith.',
		cpa: 'Dewiswch ble byddai’r unigolyn yn cwrdd â mentor cymheiriaid.',
		third_party_organisation: 'Rhowch enw eich sefydliad.',
		third_party_type: 'Dewiswch y math o sefydliad.',
		third_party_contact: 'Rhowch eich enw llawn.',
		first_name: 'Rhowch enw cyntaf yr unigolyn.',
		last_name: 'Rhowch enw olaf yr unigolyn.',
		aged_18_or_over: 'Nodwch a yw’r unigolyn yn 18 oed neu’n hŷn.',
	},
};

const OTHERS: Record<Language, Record<Exclude<FormProblemCode, 'missing'>, (most: number) => string>> = {
	'en-GB': {
		not_offered: () => 'Choose one of those on the list.',
		too_long: (most) => `Enter ${most} characters or fewer.`,
		phone_format: () => 'Enter a phone number, like 01632 960 001 or +44 808 157 0192.',
		email_format: () => 'Enter an email address in the correct format, like name@example.com.',
		no_contact: () => 'Enter a phone number or an email address, so that the Peer Mentor can reach the person.',
		under_18: () => 'Only people aged 18 or over can take part, so this person cannot be referred.',
		permission_missing: () => 'Confirm that the person agrees to be referred. Without that, do not refer them.',
	},
	'cy-GB': {
		not_offered: () => 'Dewiswch un o’r rhai sydd ar y rhestr.',
		too_long: (most) => `Rhaid i’r ateb fod yn ${most} nod neu lai.`,
		phone_format: () => 'Rhowch rif ffôn, fel 01632 960 001 neu +44 808 157 0192.',
		email_format: () => 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com.',
		no_contact: () => 'Rhowch rif ffôn neu gyfeiriad e-bost, er mwyn i’r mentor cymheiriaid gysylltu â’r unigolyn.',
		under_18: () => 'Dim ond pobl 18 oed neu hŷn sy’n cael cymryd rhan, felly ni ellir atgyfeirio’r unigolyn hwn.',
		permission_missing: () =>
			'Cadarnhewch fod yr unigolyn yn cytuno i gael ei atgyfeirio. Heb hynny, peidiwch â’i atgyfeirio.',
	},
};

/** A problem in a sentence that says what would be right. What was typed is not repeated. */
export function formMessage({ field, code, most = 0 }: FormProblem, language: Language): string {
	if (code === 'missing') return MISSING[language][field] ?? OTHERS[language].not_offered(most);
	return OTHERS[language][code](most);
}
