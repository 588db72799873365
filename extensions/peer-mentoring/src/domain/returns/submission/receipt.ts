import type { SendingPart } from './sending.ts';

/** What has been sent, for the manifest and the receipt of the archive. */
export interface Sent {
	contract: string;
	supplier: string;
	/** The moment at which the archive was made. */
	made_at: string;
	files: readonly { path: string; kind: string; month: string; submitted_at: string; bytes: number; sha256: string }[];
	/** When each return went through Jaggaer, or its tracker to the analysts, corrections in their order. */
	sendings: readonly {
		part: SendingPart;
		month: string;
		version: number | null;
		sent_on: string;
		reference: string | null;
		recorded_at: string;
		reason: string | null;
	}[];
	/** The Mentee Trackers: they hold people's data, so that no copy of them is kept. */
	trackers: readonly { month: string; taken_at: string; records: number }[];
}

/** The receipt: what was sent when, each file with its checksum, as a text to attach where the contract is managed. */
export function receiptText({ contract, supplier, made_at, files, sendings, trackers }: Sent): string {
	const lines = [
		`Receipt for what has been sent under Call-Off Contract ${contract}`,
		`Supplier: ${supplier}`,
		`Made at: ${made_at}`,
		'',
		'Files (SHA-256 of each beside it; the times are those of submission):',
		...files.map(
			({ path, submitted_at, bytes, sha256 }) => `- ${path}, submitted ${submitted_at}, ${bytes} bytes\n  ${sha256}`,
		),
		...(files.length === 0 ? ['- none'] : []),
		'',
		'Sent on (the PMI through Jaggaer, the Mentee Tracker to the analysts):',
		...sendings.map(sendingLine),
		...(sendings.length === 0 ? ['- nothing is on record as sent'] : []),
		'',
		'Mentee Trackers taken out for the analysts (no copy is kept, because they hold personal data):',
		...trackers.map(({ month, taken_at, records }) => `- ${month}, taken out ${taken_at}, ${records} rows`),
		...(trackers.length === 0 ? ['- none'] : []),
	];
	return `${lines.join('\n')}\n`;
}

function sendingLine({ part, month, version, sent_on, reference, reason }: Sent['sendings'][number]): string {
	const what = part === 'pmi' ? `PMI ${month}, version ${version}` : `Mentee Tracker ${month}`;
	const corrected = reason === null ? '' : ` (corrected: ${reason})`;
	return `- ${what}, sent ${sent_on}, reference ${reference ?? 'none'}${corrected}`;
}

/** The checksums as `sha256sum --check` reads them. */
export function checksums(files: Sent['files']): string {
	return files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');
}
