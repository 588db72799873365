/** Photos made smaller on the phone, so that a poor connection carries them and a draft can keep them. */
import { MOST_BYTES_IN_ANSWERS, LONGEST_SIDE, pictureFault } from '../../domain/journey/signature-photo.ts';

/** What cannot be sent, by the words that say why. */
export class PhotoUnusable extends Error {
	readonly why: 'photo_heic' | 'photo_not_read' | 'photo_large';

	constructor(why: PhotoUnusable['why']) {
		super(why);
		this.why = why;
	}
}

/** A few seconds of a poor connection. */
const AIM = 300 * 1024;
/** Tried one after the other until it is small enough; a signature stays legible in the last. */
const TRIES = [
	{ side: LONGEST_SIDE, quality: 0.8 },
	{ side: LONGEST_SIDE, quality: 0.6 },
	{ side: 1200, quality: 0.6 },
	{ side: 900, quality: 0.5 },
];

/** A photo as it goes into an answer: a `data:` address. What this browser cannot draw goes as it is, where it can be sent. */
export async function smallerPhoto(file: Blob): Promise<string> {
	const drawn = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
	if (!drawn) return asAnswer(await asItIs(file));
	try {
		return await asAnswer(await redrawn(drawn));
	} finally {
		drawn.close();
	}
}

async function redrawn(drawn: ImageBitmap): Promise<Blob> {
	let smallest: Blob | undefined;
	for (const { side, quality } of TRIES) {
		smallest = await draw(drawn, side, quality);
		if (smallest && smallest.size <= AIM) return smallest;
	}
	if (!smallest || smallest.size > MOST_BYTES_IN_ANSWERS) throw new PhotoUnusable('photo_large');
	return smallest;
}

async function draw(drawn: ImageBitmap, side: number, quality: number): Promise<Blob | undefined> {
	const scale = Math.min(1, side / Math.max(drawn.width, drawn.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(drawn.width * scale));
	canvas.height = Math.max(1, Math.round(drawn.height * scale));
	const pen = canvas.getContext('2d');
	if (!pen) return undefined;
	pen.fillStyle = 'white';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.drawImage(drawn, 0, 0, canvas.width, canvas.height);
	return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', quality));
}

async function asItIs(file: Blob): Promise<Blob> {
	const fault = pictureFault(new Uint8Array(await file.arrayBuffer()), MOST_BYTES_IN_ANSWERS);
	if (fault === undefined) return file;
	if (fault === 'photo_too_large') throw new PhotoUnusable('photo_large');
	throw new PhotoUnusable(fault === 'photo_heic' ? 'photo_heic' : 'photo_not_read');
}

function asAnswer(blob: Blob): Promise<string> {
	return new Promise((done, failed) => {
		const reader = new FileReader();
		reader.onload = () => done(String(reader.result));
		reader.onerror = () => failed(reader.error);
		reader.readAsDataURL(blob);
	});
}
