/** Pictures that people take: made anew from what they show, so that nothing else that was in the file is kept. */
import {
	hasTooManyPixels,
	LONGEST_SIDE,
	MOST_PIXELS,
	pictureFault,
	type PictureFault,
} from '../domain/journey/signature-photo.ts';

/** A picture that cannot be kept, and why. */
export class PictureRefused extends Error {
	readonly fault: PictureFault;

	constructor(fault: PictureFault) {
		super(fault);
		this.fault = fault;
	}
}

const QUALITY = 80;
const WHITE = '#ffffff';
let turn: Promise<unknown> = Promise.resolve();

/**
 * The picture as it is kept: a JPEG, upright, its longest side bounded, without what a camera writes beside it (place,
 * time, device); of several frames the first. One is made at a time, as each takes its room in memory.
 * @param most in bytes
 * @throws PictureRefused
 */
export async function remakePicture(content: Buffer, most?: number): Promise<Buffer> {
	const fault = pictureFault(content, most);
	if (fault) throw new PictureRefused(fault);
	const made = turn.then(() => remake(content));
	turn = made.catch(() => undefined);
	return made;
}

async function remake(content: Buffer): Promise<Buffer> {
	const { default: sharp } = await import('sharp');
	try {
		const picture = sharp(content, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 });
		const { width, height } = await picture.metadata();
		if (hasTooManyPixels({ width, height })) throw new PictureRefused('photo_too_many_pixels');
		return await picture
			.rotate()
			.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
			.flatten({ background: WHITE })
			.jpeg({ quality: QUALITY })
			.toBuffer();
	} catch (error) {
		if (error instanceof PictureRefused) throw error;
		// What sharp says of a file is of no use to whoever took the photo.
		throw new PictureRefused(/pixel limit/i.test(String(error)) ? 'photo_too_many_pixels' : 'photo_no_picture');
	}
}
