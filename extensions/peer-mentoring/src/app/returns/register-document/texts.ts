export const TEXTS = {
	'en-GB': {
		choose: 'Choose the PDF or Excel file',
		replace: 'Replace the file',
		download: 'Download the file',
		sending: 'Sending…',
		sent: 'The file is stored with this version.',
		none: 'No file yet. A PDF or an Excel workbook without macros can be added.',
		saveFirst: 'Save this version first: then its file can be added.',
		problem: 'The file could not be used.',
	},
	'cy-GB': {
		choose: 'Dewis y ffeil PDF neu Excel',
		replace: 'Disodli’r ffeil',
		download: 'Lawrlwytho’r ffeil',
		sending: 'Wrthi’n anfon…',
		sent: 'Mae’r ffeil wedi’i chadw gyda’r fersiwn hwn.',
		none: 'Dim ffeil eto. Gellir ychwanegu PDF neu lyfr gwaith Excel heb facros.',
		saveFirst: 'Cadwch y fersiwn hwn yn gyntaf: yna gellir ychwanegu ei ffeil.',
		problem: 'Nid oedd modd defnyddio’r ffeil.',
	},
};
