const NINO = /^(?!BG|GB|KN|NK|NT|TN|ZZ)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)\d{6}[A-D]$/;

/**
 * A National Insurance number in its stored form (`QQ123456C`), or `undefined` where the text has not the form that
 * HMRC gives them. Spaces and case do not matter. The prefix QQ, which HMRC never issues and uses in its examples, is
 * taken so that invented people can have a number.
 */
export function parseNino(text: string): string | undefined {
	const nino = text.replace(/\s/g, '').toUpperCase();
	return NINO.test(nino) ? nino : undefined;
}
