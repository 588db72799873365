export const TEXTS = {
	'en-GB': {
		choose: 'Choose the PDF',
		replace: 'Replace the PDF',
		download: 'Download the PDF',
		sending: 'Sending…',
		sent: 'The PDF is stored with the invoice.',
		none: 'No PDF yet. An invoice can be ready only with one.',
		saveFirst: 'Save the invoice first: then its PDF can be added.',
		problem: 'The PDF could not be used.',
	},
	'cy-GB': {
		choose: 'Dewis y PDF',
		replace: 'Disodli’r PDF',
		download: 'Lawrlwytho’r PDF',
		sending: 'Wrthi’n anfon…',
		sent: 'Mae’r PDF wedi’i gadw gyda’r anfoneb.',
		none: 'Dim PDF eto. Rhaid cael un cyn y gall anfoneb fod yn barod.',
		saveFirst: 'Cadwch yr anfoneb yn gyntaf: yna gellir ychwanegu ei PDF.',
		problem: 'Nid oedd modd defnyddio’r PDF.',
	},
};
