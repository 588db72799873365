/** One file in a ZIP, as its central directory has it. */
export interface ZipEntry {
	name: string;
	/** Where its record in the central directory begins. */
	at: number;
	/** Where the file itself begins. */
	local: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;

/**
 * The files of a ZIP from its central directory, nothing unpacked.
 * @throws RangeError where there is no directory, or it does not hold what it says
 */
export function* zipEntries(zip: Buffer): Generator<ZipEntry> {
	let end = zip.length - END_SIZE;
	while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
	if (end < 0) throw new RangeError('This is not a ZIP file: it has no directory');
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('The directory of the ZIP file is broken');
		const named = zip.readUInt16LE(at + 28);
		const name = zip.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + named);
		yield { name, at, local: zip.readUInt32LE(at + 42) };
		at += ENTRY_SIZE + named + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
}
