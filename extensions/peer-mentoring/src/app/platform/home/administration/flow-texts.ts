/** The platform's own flows in Welsh, by what their files say: Directus keeps one name of a flow, and one description. */
const WELSH: Readonly<Record<string, string>> = {
	'Every hour: e-mails that could not be sent, unusual reading':
		'Bob awr: negeseuon e-bost nad oedd modd eu hanfon, darllen anarferol',
	'What the mail server did not take is tried again after an hour, a day and three days; the Administrator is told what did not arrive, and the Data Protection Officer of unusual reading of people’s records, of the use of an Administrator’s account and of what a Platform Administrator has changed.':
		'Rhoddir cynnig arall ar yr hyn na dderbyniodd y gweinydd post ar ôl awr, diwrnod a thridiau; dywedir wrth y gweinyddwr beth na chyrhaeddodd, ac wrth y swyddog diogelu data am ddarllen anarferol ar gofnodion pobl, am ddefnyddio cyfrif gweinyddwr ac am yr hyn a newidiodd gweinyddwr y platfform.',
	'Every month: PMI and Mentee Tracker': 'Bob mis: PMI a’r Traciwr Mentoreion',
	'From the first of the month until the returns are due, Supplier MI staff are told what to prepare, what is missing, and what is due.':
		'O’r cyntaf o’r mis nes bod y ffurflenni’n ddyledus, dywedir wrth staff gwybodaeth reoli’r cyflenwr beth i’w baratoi, beth sydd ar goll a beth sy’n ddyledus.',
	'Every morning: what is due, overdue or missing': 'Bob bore: yr hyn sy’n ddyledus, yn hwyr neu ar goll',
	'Every weekday morning, everybody is told what concerns them and they have not been told before.':
		'Bob bore yn ystod yr wythnos waith, dywedir wrth bawb yr hyn sy’n berthnasol iddynt ac na ddywedwyd wrthynt o’r blaen.',
	'Every quarter and half year: spend, registers, plan sample':
		'Bob chwarter a hanner blwyddyn: gwariant, cofrestri, sampl o gynlluniau',
	'Where the month’s PMI takes the quarter’s spend, or the Cost Register and IPR Log, those who prepare it are told; and that the quarter’s sample of plans is to be drawn.':
		'Pan fydd PMI’r mis yn cynnwys gwariant y chwarter, neu’r Gofrestr Costau a’r Log Hawliau Eiddo Deallusol, dywedir wrth y rhai sy’n ei baratoi; a bod sampl chwarterol o gynlluniau i’w thynnu.',
	'Third Working Day: the returns are filled in': 'Trydydd diwrnod gwaith: caiff y ffurflenni eu llenwi',
	'On the third Working Day the figures of the month that is over are written into the drafts of its returns, two days before they are due.':
		'Ar y trydydd diwrnod gwaith ysgrifennir ffigurau’r mis a aeth heibio yn nrafftiau ei ffurflenni, ddeuddydd cyn eu bod yn ddyledus.',
};

const plain = (text: string) => text.replaceAll("'", '’');

/** What a flow is called, or says of itself, in a language; as it stands where an Administrator has changed it. */
export function flowText(text: string | null, language: 'en-GB' | 'cy-GB'): string {
	const said = plain(text ?? '');
	return language === 'cy-GB' ? (WELSH[said] ?? said) : said;
}
