import { defineHook } from '@directus/extensions-sdk';
import { whenNoted } from '../../shared/pending.ts';
import { signaturePhotos } from '../../shared/signature-photos.ts';

/** A photo that its plan does not name any more goes, and so does one that no plan has come to name. */
export default defineHook((_events, context) => {
	const photos = signaturePhotos(context);
	whenNoted('photo', photos.dropUnlessUsed);
	whenNoted('new-photo', photos.dropIfLeft);
});
