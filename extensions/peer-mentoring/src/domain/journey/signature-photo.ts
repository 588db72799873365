/** A photo of the Mentee's signature, beside a wet signature as evidence of a plan's agreement (1.13, Table A). */
import type { CodeOf } from '../language/code-lists.ts';

/** The field of a plan that names the photo. */
export const PHOTO = 'signature_photo';
/** What the Studio and the mentors' app call the way in which it is asked for. */
export const PHOTO_INTERFACE = 'signature-photo';

/** The longest side of a photo as it is kept, in pixels: a page of A4 stays legible. */
export const LONGEST_SIDE = 1600;
/** The most pixels of a picture that is taken in: twice those of an ordinary phone's camera. */
export const MOST_PIXELS = 30_000_000;
/** The largest picture that is taken in by itself, in bytes. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** The largest that is sent within the answers of a step, in bytes: written out it is a third longer, and all of a request is one megabyte. */
export const MOST_BYTES_IN_ANSWERS = 600 * 1024;

/** A photo is kept beside a wet signature, and beside no other evidence. */
export function keepsPhoto(evidence: CodeOf<'plan_evidence'> | null | undefined): boolean {
	return evidence === 'wet';
}

/** What a picture is. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic';

const STARTS: readonly [PictureKind, readonly (string | undefined)[]][] = [
	['jpeg', ['\u00FF', '\u00D8', '\u00FF']],
	['png', [...'\u0089PNG\r\n\u001A\n']],
	['gif', [...'GIF8']],
	['webp', [...'RIFF', undefined, undefined, undefined, undefined, ...'WEBP']],
];
/** Where the brand of a file of the HEIF family stands, and those of iPhones. */
const BRAND_AT = 4;
const HEIC_BRAND = /^ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/;
const BRAND_LENGTH = 8;

/** What a picture is by its first bytes, never by its name; `undefined` for what is none that can be used. */
export function pictureKind(content: Uint8Array): PictureKind | undefined {
	const found = STARTS.find(([, start]) =>
		start.every((letter, place) => letter === undefined || content[place] === letter.charCodeAt(0)),
	);
	if (found) return found[0];
	const brand = String.fromCharCode(...content.subarray(BRAND_AT, BRAND_AT + BRAND_LENGTH));
	return HEIC_BRAND.test(brand) ? 'heic' : undefined;
}

/** Why a picture cannot be kept. */
export type PictureFault =
	'photo_empty' | 'photo_no_picture' | 'photo_heic' | 'photo_too_large' | 'photo_too_many_pixels';

/**
 * What can be said against a picture before anything of it is unpacked; `undefined` for nothing.
 * @param most in bytes
 */
export function pictureFault(content: Uint8Array, most = MOST_BYTES): PictureFault | undefined {
	if (content.length === 0) return 'photo_empty';
	const kind = pictureKind(content);
	if (kind === undefined) return 'photo_no_picture';
	if (content.length > most) return 'photo_too_large';
	return kind === 'heic' ? 'photo_heic' : undefined;
}

/** Whether a picture of this size in pixels would take more room than any photo does: a small file can say it is vast. */
export function hasTooManyPixels({ width, height }: { width: number; height: number }): boolean {
	return width * height > MOST_PIXELS;
}

const DATA_URL = /^data:[\w.+/-]*;base64,/;

/** Whether an answer is a picture that goes with it, rather than the key of one that is kept. */
export function isPictureAnswer(answer: unknown): answer is string {
	return typeof answer === 'string' && answer.startsWith('data:');
}

/** The bytes of a picture within an answer, in base64; `undefined` where it is written in another way. */
export function base64Of(answer: string): string | undefined {
	const [start] = DATA_URL.exec(answer) ?? [];
	return start === undefined ? undefined : answer.slice(start.length);
}
