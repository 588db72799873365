const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** 1 January 1980, the first day that a ZIP file can name. */
const DOS_MIDNIGHT = 0;
const DOS_DAY = 0x21;

/**
 * Sets the time of every file in a ZIP to the same moment, in place. The writer stamps them with the current time,
 * which would give the same workbook another SHA-256 each time it is made.
 */
export function withFixedZipTime(zip: Buffer): Buffer {
	let end = zip.length - END_SIZE;
	while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
	if (end < 0) throw new RangeError('The workbook is not a ZIP file: it has no directory');
	let entry = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		stamp(zip, entry + 12);
		stamp(zip, zip.readUInt32LE(entry + 42) + 10);
		entry += ENTRY_SIZE + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
	}
	return zip;
}

function stamp(zip: Buffer, at: number): void {
	zip.writeUInt16LE(DOS_MIDNIGHT, at);
	zip.writeUInt16LE(DOS_DAY, at + 2);
}
