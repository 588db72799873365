/** A photo of a signature: what it may be before anything of it is unpacked, and what is made of it (Table A). */
import sharp from 'sharp';
import { describe, expect, it, test } from 'vitest';
import {
	base64Of,
	hasTooManyPixels,
	isPictureAnswer,
	keepsPhoto,
	MOST_BYTES_IN_ANSWERS,
	MOST_PIXELS,
	pictureFault,
	pictureKind,
} from '../../../extensions/peer-mentoring/src/domain/journey/signature-photo.ts';
import { PictureRefused, remakePicture } from '../../../extensions/peer-mentoring/src/files/picture.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const PAPER = { channels: 3, background: '#f4f0e8' } as const;
const paper = (width: number, height: number) => sharp({ create: { width, height, ...PAPER } });

test.each([
	['electronic', false],
	['wet', true],
	['other', false],
	[null, false],
] as const)('beside the evidence %s a photo is kept: %s', (evidence, kept) => {
	expect(keepsPhoto(evidence)).toBe(kept);
});

test.each([
	['a JPEG', '\u00FF\u00D8\u00FF\u00E0', 'jpeg'],
	['a PNG', '\u0089PNG\r\n\u001A\n', 'png'],
	['a GIF', 'GIF89a', 'gif'],
	['a WebP', 'RIFF\u0001\u0002\u0003\u0004WEBPVP8 ', 'webp'],
	['a sound of the same family', 'RIFF\u0001\u0002\u0003\u0004WAVEfmt ', undefined],
	['an iPhone’s HEIC', '\0\0\0\u0018ftypheic', 'heic'],
	['a HEIF without more said', '\0\0\0\u0018ftypmif1', 'heic'],
	['a film', '\0\0\0\u0018ftypisom', undefined],
	['a drawing that is a page of text', '<svg xmlns="http://www.w3.org/2000/svg">', undefined],
	['a PDF', '%PDF-1.7', undefined],
	['two bytes of a JPEG', '\u00FF\u00D8', undefined],
	['nothing', '', undefined],
] as const)('%s is known by its first bytes', (_what, start, kind) => {
	expect(pictureKind(bytes(start))).toBe(kind);
});

test.each([
	['nothing', '', undefined, 'photo_empty'],
	['text', 'Jane Doe', undefined, 'photo_no_picture'],
	['a HEIC', '\0\0\0\u0018ftypheic', undefined, 'photo_heic'],
	['a large HEIC', '\0\0\0\u0018ftypheic', 4, 'photo_too_large'],
	['a large text', 'Jane Doe', 4, 'photo_no_picture'],
	['a JPEG of the largest size', '\u00FF\u00D8\u00FF\u00E0', 4, undefined],
	['a JPEG of one byte more', '\u00FF\u00D8\u00FF\u00E0\0', 4, 'photo_too_large'],
] as const)('against %s is said what is wrong', (_what, content, most, fault) => {
	expect(pictureFault(bytes(content), most)).toBe(fault);
});

test('thirty million pixels are taken in, and one row more is not', () => {
	expect(hasTooManyPixels({ width: 6000, height: MOST_PIXELS / 6000 })).toBe(false);
	expect(hasTooManyPixels({ width: 6000, height: MOST_PIXELS / 6000 + 1 })).toBe(true);
});

test.each([
	['data:image/jpeg;base64,/9j/', true, '/9j/'],
	['data:;base64,/9j/', true, '/9j/'],
	['data:image/svg+xml,<svg>', true, undefined],
	['0b8a3c52-1111-4222-8333-444455556666', false, undefined],
	[null, false, undefined],
] as const)('the answer %s', (answer, isPicture, content) => {
	expect(isPictureAnswer(answer)).toBe(isPicture);
	expect(base64Of(String(answer))).toBe(content);
});

test('a picture within the answers fits, written out, into the megabyte of a request', () => {
	expect(Math.ceil(MOST_BYTES_IN_ANSWERS / 3) * 4).toBeLessThan(1024 * 1024 - 100_000);
});

describe('a picture as it is kept', () => {
	it('is an upright JPEG of a bounded size, without what a camera writes beside it', async () => {
		const taken = await paper(2400, 1200)
			.withExif({
				IFD0: { Make: 'Phone of Zebedee' },
				IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
			})
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		const marked = await sharp(taken)
			.keepExif()
			.withExifMerge({ IFD0: { Artist: 'Zebedee' } })
			.jpeg()
			.toBuffer();
		expect(await sharp(marked).metadata()).toMatchObject({ width: 2400, orientation: 6, exif: expect.any(Buffer) });
		const kept = await remakePicture(marked);
		const { format, width, height, exif, orientation, xmp, icc, iptc } = await sharp(kept).metadata();
		expect({ format, width, height }).toEqual({ format: 'jpeg', width: 800, height: 1600 });
		expect([exif, orientation, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined, undefined]);
		expect(kept.includes('Zebedee')).toBe(false);
	});

	it('is not made larger than it was, and what was see-through is paper', async () => {
		const clear = { width: 300, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const;
		const kept = sharp(await remakePicture(await sharp({ create: clear }).png().toBuffer()));
		expect(await kept.metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
		expect([...(await kept.raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
	});

	it('is the first of several frames', async () => {
		const frames = await Promise.all(
			['#ff0000', '#0000ff'].map((background) =>
				sharp({ create: { width: 20, height: 20, channels: 3, background } })
					.png()
					.toBuffer(),
			),
		);
		const moving = await sharp(frames, { join: { animated: true } })
			.gif()
			.toBuffer();
		expect((await sharp(moving).metadata()).pages).toBe(2);
		const kept = sharp(await remakePicture(moving));
		expect(await kept.metadata()).toMatchObject({ width: 20, height: 20 });
		const [red = 0, , blue = 0] = await kept.raw().toBuffer();
		expect(red > 200 && blue < 60).toBe(true);
	});

	it.each([
		['a bomb of few bytes', async () => paper(9000, 9000).png().toBuffer(), 'photo_too_many_pixels'],
		['half of a JPEG', async () => half(await paper(900, 900).jpeg().toBuffer()), 'photo_no_picture'],
		['a JPEG in name only', async () => Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2]), 'photo_no_picture'],
		['an SVG that names a file', async () => Buffer.from('<svg><image href="/etc/passwd"/></svg>'), 'photo_no_picture'],
	])('is none of %s', async (_what, made, fault) => {
		const refused = await remakePicture(await made()).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(PictureRefused);
		expect(refused).toMatchObject({ fault });
	});
});

const half = (content: Buffer) => content.subarray(0, content.length / 2);
