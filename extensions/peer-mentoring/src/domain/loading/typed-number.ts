/** `7.7009E+09`: a spreadsheet showed a long number so, and wrote what it showed. The digits are gone. */
export function isShortened(text: string): boolean {
	return /^[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text);
}

/** A telephone number as it was typed: without the apostrophe that keeps it text, or the `.0` of a workbook's number. */
export function asTyped(phone: string): string {
	return phone.replace(/^'(?=[\d(])/, '').replace(/^(\d{7,})\.0+$/, '$1');
}

/** A telephone number of the United Kingdom whose leading nought a spreadsheet took for nothing. */
export function lacksNought(text: string): boolean {
	return /^[1-37-9]\d{8,9}$/.test(asTyped(text).replace(/[\s().-]/g, ''));
}

/**
 * Pounds in integer pence, with or without the sign and thousands separators: `£1,250.00`. Whatever could be pounds or
 * thousands (`12,50`, `1.250,00`) is neither.
 */
export function penceOf(text: string): number | undefined {
	const amount = text.replace(/^£\s*|\s*£$/g, '').replace(/^(.*\.\d{2}\d*?)0*$/, '$1');
	const [, pounds, decimals = ''] = /^(\d{1,10}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
	if (pounds === undefined) return undefined;
	return Number(pounds.replaceAll(',', '')) * 100 + Number(decimals.padEnd(2, '0'));
}
