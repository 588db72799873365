import type { Language } from '../../../domain/language/messages.ts';
import { LEFT_FORMULAS } from '../../../domain/returns/templates/left-formulas.ts';
import type { TemplateFaultCode } from '../../../workbook/template/fault.ts';
import type { UploadTexts } from '../../shared/read-upload.ts';

interface TemplateTexts extends UploadTexts {
	fixed: string;
	noWorkbook: string;
	noReturn: string;
	/** What stands above the formulas that are left to the program that opens the workbook. */
	left: string;
	faults: Record<TemplateFaultCode, string>;
	/** Where in the file it was found. */
	found: (where: string) => string;
}

export const TEXTS: Record<Language, TemplateTexts> = {
	'en-GB': {
		form: 'Send the workbook as multipart/form-data with one file.',
		incomplete: 'The workbook did not arrive complete; send it again.',
		none: 'Send the Buyer’s workbook (.xlsx) as a file.',
		several: 'Send one workbook: a template has one.',
		tooLarge: (megabytes) => `The workbook is larger than ${megabytes} MB, the most that is allowed.`,
		fixed: 'This template has been in use, so that its workbook stays as it was. Add a new version instead.',
		noWorkbook: 'This template has no workbook yet. Add the Buyer’s workbook first.',
		noReturn:
			'No such return goes with the PMI of that month. Choose a month with one, as the list of quarterly and six-monthly returns shows.',
		left: LEFT_FORMULAS['en-GB'],
		found: (where) => ` Found at: ${where}`,
		faults: {
			empty: 'The file is empty. Send the Buyer’s workbook (.xlsx).',
			not_a_workbook: 'This is not an Excel workbook (.xlsx). Open it in Excel and save it as one.',
			old_or_binary: 'This is a workbook of an old or binary kind (.xls, .xlsb). Save it as an Excel workbook (.xlsx).',
			encrypted: 'The workbook is locked with a password to open it. Save it without that password.',
			macros: 'The workbook has macros, which are not taken. Save it as an Excel workbook without macros (.xlsx).',
			active_content:
				'The workbook holds controls or embedded files, which are not taken. Remove them and save it again.',
			outside_data:
				'The workbook takes data from outside: another workbook, a connection, a picture on the web. Remove the link and save it again.',
			outside_formula: 'A formula of the workbook reaches outside it. Replace the formula and save it again.',
			unknown_part: 'The workbook holds a file of a kind that no template needs. Remove it and save it again.',
			unpacks_too_large:
				'The workbook is too large once it is unpacked. Remove empty rows and sheets, and save it again.',
			too_many_parts: 'The workbook has more parts than a template needs. Remove sheets and save it again.',
			unsafe_xml: 'The workbook is written in a way that Excel does not use. Open it in Excel and save it again.',
			broken: 'The workbook is damaged or not complete. Open it in Excel and save it again.',
		},
	},
	'cy-GB': {
		form: 'Anfonwch y llyfr gwaith fel multipart/form-data gydag un ffeil.',
		incomplete: 'Ni chyrhaeddodd y llyfr gwaith yn gyflawn; anfonwch ef eto.',
		none: 'Anfonwch lyfr gwaith y Prynwr (.xlsx) fel ffeil.',
		several: 'Anfonwch un llyfr gwaith: un sydd gan dempled.',
		tooLarge: (megabytes) => `Mae’r llyfr gwaith yn fwy na ${megabytes} MB, sef y mwyaf a ganiateir.`,
		fixed:
			'Mae’r templed hwn wedi’i ddefnyddio, felly mae ei lyfr gwaith yn aros fel yr oedd. Ychwanegwch fersiwn newydd yn lle hynny.',
		noWorkbook: 'Nid oes llyfr gwaith gan y templed hwn eto. Ychwanegwch lyfr gwaith y Prynwr yn gyntaf.',
		noReturn:
			'Nid oes adroddiad o’r fath yn mynd gyda PMI y mis hwnnw. Dewiswch fis sydd ag un, fel y mae rhestr yr adroddiadau chwarterol a chwe-misol yn ei dangos.',
		left: LEFT_FORMULAS['cy-GB'],
		found: (where) => ` Lle: ${where}`,
		faults: {
			empty: 'Mae’r ffeil yn wag. Anfonwch lyfr gwaith y Prynwr (.xlsx).',
			not_a_workbook: 'Nid llyfr gwaith Excel (.xlsx) yw hwn. Agorwch ef yn Excel a’i gadw felly.',
			old_or_binary:
				'Llyfr gwaith o hen fath neu o fath deuaidd (.xls, .xlsb) yw hwn. Cadwch ef fel llyfr gwaith Excel (.xlsx).',
			encrypted: 'Mae’r llyfr gwaith wedi’i gloi â chyfrinair i’w agor. Cadwch ef heb y cyfrinair hwnnw.',
			macros:
				'Mae macros yn y llyfr gwaith, ac ni chaiff y rheini eu derbyn. Cadwch ef fel llyfr gwaith Excel heb facros (.xlsx).',
			active_content:
				'Mae rheolyddion neu ffeiliau wedi’u mewnosod yn y llyfr gwaith, ac ni chaiff y rheini eu derbyn. Dylech eu tynnu a’i gadw eto.',
			outside_data:
				'Mae’r llyfr gwaith yn cymryd data o’r tu allan: llyfr gwaith arall, cysylltiad, llun ar y we. Dylech dynnu’r ddolen a’i gadw eto.',
			outside_formula: 'Mae fformiwla yn y llyfr gwaith yn estyn y tu allan iddo. Newidiwch y fformiwla a’i gadw eto.',
			unknown_part: 'Mae ffeil o fath nad oes ei angen ar dempled yn y llyfr gwaith. Dylech ei thynnu a’i gadw eto.',
			unpacks_too_large:
				'Mae’r llyfr gwaith yn rhy fawr ar ôl ei ddadbacio. Tynnwch resi a dalennau gwag, a’i gadw eto.',
			too_many_parts:
				'Mae gan y llyfr gwaith fwy o rannau nag sydd eu hangen ar dempled. Tynnwch ddalennau a’i gadw eto.',
			unsafe_xml:
				'Mae’r llyfr gwaith wedi’i ysgrifennu mewn ffordd nad yw Excel yn ei defnyddio. Agorwch ef yn Excel a’i gadw eto.',
			broken: 'Mae’r llyfr gwaith wedi’i ddifrodi neu’n anghyflawn. Agorwch ef yn Excel a’i gadw eto.',
		},
	},
};
