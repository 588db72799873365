import type { RegisterFault } from '../../../files/documents.ts';
import type { Language } from '../../../domain/language/messages.ts';

/** What was wrong with a file, or with how it was sent, and what would be right. */
export const TEXTS: Record<Language, Record<RegisterFault | 'missing' | 'several', string>> = {
	'en-GB': {
		missing: 'Send the PDF or the Excel workbook as a file.',
		several: 'Send one file: each version has one.',
		empty: 'The file is empty. Send the register as a PDF or an Excel workbook.',
		not_a_pdf: 'This is not a PDF. Send the register as a PDF or an Excel workbook.',
		cut_short: 'The file is not complete. Save it again and send that.',
		has_attachments: 'The PDF has files attached. Put what belongs to it on its pages instead.',
		neither_kind: 'This is neither a PDF nor an Excel workbook (xlsx) without a password. Save it as one of them.',
		has_macros: 'The workbook has macros or other files in it. Save it as a plain workbook (xlsx) and send that.',
	},
	'cy-GB': {
		missing: 'Anfonwch y PDF neu’r llyfr gwaith Excel fel ffeil.',
		several: 'Anfonwch un ffeil: mae gan bob fersiwn un.',
		empty: 'Mae’r ffeil yn wag. Anfonwch y gofrestr fel PDF neu lyfr gwaith Excel.',
		not_a_pdf: 'Nid PDF yw hwn. Anfonwch y gofrestr fel PDF neu lyfr gwaith Excel.',
		cut_short: 'Nid yw’r ffeil yn gyflawn. Cadwch hi eto ac anfonwch honno.',
		has_attachments: 'Mae ffeiliau ynghlwm wrth y PDF. Rhowch yr hyn sy’n perthyn iddo ar ei dudalennau yn lle hynny.',
		neither_kind: 'Nid PDF na llyfr gwaith Excel (xlsx) heb gyfrinair yw hwn. Cadwch ef fel un ohonynt.',
		has_macros:
			'Mae macros neu ffeiliau eraill yn y llyfr gwaith. Cadwch ef fel llyfr gwaith plaen (xlsx) ac anfonwch hwnnw.',
	},
};
