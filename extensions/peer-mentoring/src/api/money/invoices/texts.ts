import type { DocumentFault } from '../../../files/documents.ts';
import type { Language } from '../../../domain/language/messages.ts';

/** What was wrong with the PDF of an invoice, or with how it was sent, and what would be right (4.11). */
export const TEXTS: Record<Language, Record<DocumentFault | 'missing' | 'several' | 'sent', string>> = {
	'en-GB': {
		missing: 'Send the PDF of the invoice as a file.',
		several: 'Send one PDF: all that belongs to an invoice is in it (4.11).',
		sent: 'This invoice has been sent: its document is changed no more.',
		empty: 'The file is empty. Send the PDF of the invoice.',
		not_a_pdf: 'This is not a PDF. Save the invoice as a PDF and send that (4.11).',
		cut_short: 'The PDF is not complete: its end is missing. Save it again and send that.',
		has_attachments: 'The PDF has files attached. Put supporting documents on its pages instead (4.11).',
	},
	'cy-GB': {
		missing: 'Anfonwch PDF yr anfoneb fel ffeil.',
		several: 'Anfonwch un PDF: mae popeth sy’n perthyn i anfoneb ynddo (4.11).',
		sent: 'Mae’r anfoneb hon wedi’i hanfon: ni newidir ei dogfen mwyach.',
		empty: 'Mae’r ffeil yn wag. Anfonwch PDF yr anfoneb.',
		not_a_pdf: 'Nid PDF yw hwn. Cadwch yr anfoneb fel PDF ac anfonwch hwnnw (4.11).',
		cut_short: 'Nid yw’r PDF yn gyflawn: mae ei ddiwedd ar goll. Cadwch ef eto ac anfonwch hwnnw.',
		has_attachments: 'Mae ffeiliau ynghlwm wrth y PDF. Rhowch y dogfennau ategol ar ei dudalennau yn lle hynny (4.11).',
	},
};
