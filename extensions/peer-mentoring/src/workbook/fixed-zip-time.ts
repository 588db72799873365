import { zipEntries } from '../files/zip-directory.ts';

/** 1 January 1980, the first day that a ZIP file can name. */
const DOS_MIDNIGHT = 0;
const DOS_DAY = 0x21;

/**
 * Sets the time of every file in a ZIP to the same moment, in place. The writer stamps them with the current time,
 * which would give the same workbook another SHA-256 each time it is made.
 */
export function withFixedZipTime(zip: Buffer): Buffer {
	for (const { at, local } of zipEntries(zip)) {
		stamp(zip, at + 12);
		stamp(zip, local + 10);
	}
	return zip;
}

function stamp(zip: Buffer, at: number): void {
	zip.writeUInt16LE(DOS_MIDNIGHT, at);
	zip.writeUInt16LE(DOS_DAY, at + 2);
}
