/** What tells who somebody is by its shape: what is one, and what only looks like one. */
import { describe, expect, it, test } from 'vitest';
import { shapesIn } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/patterns.ts';
import type { Kind } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/tokens.ts';

/** The longest text of a kind that is found. */
const found = (kind: Kind, text: string) =>
	shapesIn(text)
		.filter((each) => each.kind === kind)
		.map(({ start, end }) => text.slice(start, end))
		.sort((a, b) => b.length - a.length)[0];
const cases = (kind: Kind, is: string[], isNot: string[]) =>
	describe(kind, () => {
		if (is.length > 0) test.each(is)('%s', (text) => expect(found(kind, `see ${text} (then)`)).toBe(text));
		if (isNot.length > 0)
			test.each(isNot)('not %s', (text) => expect(found(kind, `see ${text} (then)`)).toBeUndefined());
	});

cases(
	'url',
	[
		'http://x',
		'https://example.org/a?b=1#c',
		'www.example.org/p',
		'HTTPS://EXAMPLE.ORG',
		'a.example.org',
		'example.co.uk',
		'x.wales',
		'y.cymru/z',
		'a-b.info',
		'x.me',
		'u.io',
		'v.scot',
		'w.gov.uk',
		'q.ac.uk',
		'q.org.uk',
		'q.net',
		'q.uk',
		'q.com',
	],
	['example.xyz', 'e.g. this', 'a.b', 'http', 'example.community'],
);
cases('handle', ['@ann_b', '@ann.b9', '@_ab', '@Siân'], ['@a', 'a@b.c', '@ ann', '.@ann', '@1ab']);
cases(
	'nino',
	['QQ123456C', 'qq 12 34 56 c', 'QQ-12-34-56-C', 'QQ.12/34.56 C', 'QQ   12   34   56   C', 'QQ123456', 'QQ 12 34 56'],
	['Q123456C', 'QQQ123456C', 'QQ12345C', 'QQ123456E', 'QQ123456CC', 'qq123456', 'QQ1234567'],
);
cases(
	'phone',
	[
		'07700 900123',
		'0 7 7 0 0 9 0 0 1 2 3',
		'+44 7700 900123',
		'+447700900123',
		'0044 7700 900123',
		'(+44) 7700 900123',
		'+44 (0)7700 900123',
		'(01632) 960-123',
		'01632.960.123',
		'01632–960–123',
		'+353 86 123 4567',
		'+1 (555) 010-9999',
	],
	['x07700900123', '077009001', '17700900123', '+3538612', '077009001234567'],
);
cases(
	'address',
	[
		'12 High Street',
		'9a, Acacia Avenue',
		'Flat 2, 9a Acacia Avenue',
		'apartment 3 12 Old Mill Road',
		'Unit 4 12 Long Lane',
		'room 5, 1 St John’s Close',
		'Flat 2',
		'apt 7b',
		'fflat 3',
		'Acacia Avenue',
		'Old Mill Lane',
		'5 Stryd y Bont',
		'12 Heol Fawr',
		'3 Maes yr Haf',
		'7 Pen-y-Bont',
		'Stryd Fawr',
		'Heol y Bont',
		'Ffordd Penrhyn Uchaf',
		'Lôn Isaf',
		'10 Duke Place',
	],
	[
		'12 minutes down the road',
		'3 times a day',
		'10 steps to the park',
		'12 awr yn y gwaith',
		'high street',
		'the road',
		'stryd fawr',
		'12345 High Lanes',
		'the flat',
	],
);
test.each(
	'street st road rd avenue ave lane ln close drive court place terrace crescent cres gardens gdns grove way walk square row mews hill park view rise parade green house estate'.split(
		' ',
	),
)('an address: 12 Acacia %s', (street) => {
	expect(found('address', `at 12 Acacia ${street} now`)).toBe(`12 Acacia ${street}`);
	expect(found('address', `at 12 Acacia ${street}xyz now`)).toBeUndefined();
});
test.each('Street Road Avenue Lane Close Crescent Terrace Grove Mews'.split(' '))(
	'an address without a number: Acacia %s',
	(street) => {
		expect(found('address', `at Acacia ${street} now`)).toBe(`Acacia ${street}`);
		expect(found('address', `at acacia ${street.toLowerCase()} now`)).toBeUndefined();
	},
);
test.each('stryd ffordd heol lôn lon rhodfa maes bryn clos cilgant teras llys gerddi rhes parc tŷ ystad'.split(' '))(
	'an address: 12 %s Fawr',
	(street) => {
		expect(found('address', `yn 12 ${street} Fawr`)).toBe(`12 ${street} Fawr`);
		expect(found('address', `yn 12 ${street} y Felin`)).toBe(`12 ${street} y Felin`);
		expect(found('address', `yn 12 ${street}xyz Fawr`)).toBeUndefined();
	},
);
test.each('Stryd Ffordd Heol Lôn Rhodfa Cilgant'.split(' '))('an address without a number: %s Fawr', (street) => {
	expect(found('address', `yn ${street} Fawr`)).toBe(`${street} Fawr`);
	expect(found('address', `yn ${street.toLowerCase()} fawr`)).toBeUndefined();
});
test.each(
	'the a my our of on in to at and down up from by for per more times minutes minute mins min hours hour days day weeks week months month years year miles mile steps step sessions session y yr yn o i ar am awr ac neu gyda gan diwrnod wythnos mis munud gwaith'.split(
		' ',
	),
)('no address: 12 %s road', (word) => expect(found('address', `it is 12 ${word} road`)).toBeUndefined());

cases(
	'postcode',
	[
		'LL13 7YT',
		'll137yt',
		'LL13-7YT',
		'LL13  7YT',
		'M1 1AE',
		'EC1A 1BB',
		'GIR 0AA',
		'W1A 0AX',
		'LL13',
		'CH5',
		'EC1A',
		'LL13 7',
	],
	['L13', 'B12', 'll13', 'LL137', 'AA1', 'xLL13 7YT', 'QQ1', '1AA'],
);
const AREAS =
	'AB AL BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK FY GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE';
test.each(AREAS.split(' '))('a postcode district: %s1', (area) => {
	expect(found('postcode', `by ${area}1 now`)).toBe(`${area}1`);
	expect(found('postcode', `by ${area}12 3 now`)).toBe(`${area}12 3`);
	expect(found('postcode', `by ${area.toLowerCase()}1 now`)).toBeUndefined();
});
test.each([
	'in',
	'In',
	'near',
	'Near',
	'around',
	'Around',
	'yn',
	'Yn',
	'ym',
	'Ym',
	'ger',
	'Ger',
	'postcode',
	'Postcode',
	'cod post',
	'Cod post',
])('a district of one letter after %s', (word) => {
	for (const letter of 'BEGLMNSW') expect(found('postcode', `${word} ${letter}12 now`)).toBe(`${letter}12`);
	expect(found('postcode', `${word} D12 now`)).toBeUndefined();
	expect(found('postcode', `x${word} B12 now`)).toBeUndefined();
});

cases(
	'number',
	[
		'123456',
		'R123456',
		'REFX123456ABC',
		'943 476 5919',
		'12-34-56 12345678',
		'12.34.56',
		'12.34.56.78',
		'4929 1234 5678 9012',
	],
	[
		'12345',
		'12-34-56',
		'R12345',
		'ABCDE123456',
		'123456ABCD',
		'12-345',
		'2023-2024',
		'2023 2024',
		'2023–24',
		'10.30-11',
		'10-11.30',
		'2023-24',
		'10.30-11.30',
		'10.30 – 11',
		'9-11.30',
		'1 2 3 4 5 6',
		'20.00-22.00',
	],
);

test.each([
	'2023-2024',
	'2023 - 2024',
	'2023–2024',
	'2023 24',
	'1999-2001',
	'10.30-11.30',
	'10.30 – 11.30',
	'9.30-10',
	'9 - 10.30',
	'10–11.30',
])('years and times are no number of anybody’s: %s', (text) =>
	expect(found('number', `for ${text} (then)`)).toBeUndefined(),
);
test.each([
	'20235-2024',
	'2023-52024',
	'10.305-11.30',
	'10.30-911.30',
	'2023-2024-05',
	'12.2023-2024',
	'1823-2024',
	'20.30-11.30.15',
	'10.300-1130',
	'12 34.5678',
	'99-11.300',
])('but longer ones are: %s', (text) => expect(found('number', `for ${text} (then)`)).toBe(text));

it('is found as often as it stands there', () => {
	expect(shapesIn('M1 1AE and 07700 900123 and M1 1AE').filter(({ kind }) => kind === 'postcode')).toHaveLength(2);
	expect(shapesIn('nothing of that')).toEqual([]);
});
