import type { Language } from '../../../domain/language/messages.ts';
import type { UploadTexts } from '../../shared/read-upload.ts';

export const TEXTS: Record<Language, UploadTexts> = {
	'en-GB': {
		form: 'Send the photo as multipart/form-data with one file.',
		incomplete: 'The photo did not arrive complete; send it again.',
		none: 'No photo was sent: take or choose one.',
		several: 'Send one photo: it takes the place of the one before.',
		tooLarge: (megabytes) =>
			`The photo is larger than ${megabytes} MB, the most that is allowed. Take it again with an ordinary setting of the camera.`,
	},
	'cy-GB': {
		form: 'Anfonwch y llun fel multipart/form-data gydag un ffeil.',
		incomplete: 'Ni chyrhaeddodd y llun yn gyflawn; anfonwch ef eto.',
		none: 'Ni anfonwyd llun: tynnwch neu dewiswch un.',
		several: 'Anfonwch un llun: mae’n cymryd lle’r un blaenorol.',
		tooLarge: (megabytes) =>
			`Mae’r llun yn fwy na ${megabytes} MB, y mwyaf a ganiateir. Tynnwch ef eto gyda gosodiad arferol y camera.`,
	},
};
