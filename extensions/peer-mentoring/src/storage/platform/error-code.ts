/** What went wrong, without the words of a database or mail server: they may hold an address or a reference. */
export function errorCode(error: unknown): string {
	const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
	return [code, responseCode].filter((each) => /^\w{1,30}$/.test(String(each ?? ''))).join(' ') || 'unknown';
}
