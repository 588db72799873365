/** What has been sent, for the manifest and the receipt of the archive. */
export interface Sent {
	contract: string;
	supplier: string;
	/** The moment at which the archive was made. */
	made_at: string;
	files: readonly { path: string; kind: string; month: string; sent_at: string; bytes: number; sha256: string }[];
	/** The Mentee Trackers: they hold people's data, so that no copy of them is kept. */
	trackers: readonly { month: string; taken_at: string; records: number }[];
}

/** The receipt: what was sent when, each file with its checksum, as a text to attach where the contract is managed. */
export function receiptText({ contract, supplier, made_at, files, trackers }: Sent): string {
	const lines = [
		`Receipt for what has been sent under Call-Off Contract ${contract}`,
		`Supplier: ${supplier}`,
		`Made at: ${made_at}`,
		'',
		'Files (SHA-256 of each beside it; the times are those of submission):',
		...files.map(({ path, sent_at, bytes, sha256 }) => `- ${path}, sent ${sent_at}, ${bytes} bytes\n  ${sha256}`),
		...(files.length === 0 ? ['- none'] : []),
		'',
		'Mentee Trackers taken out for the analysts (no copy is kept, because they hold personal data):',
		...trackers.map(({ month, taken_at, records }) => `- ${month}, taken out ${taken_at}, ${records} rows`),
		...(trackers.length === 0 ? ['- none'] : []),
	];
	return `${lines.join('\n')}\n`;
}

/** The checksums as `sha256sum --check` reads them. */
export function checksums(files: Sent['files']): string {
	return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}
