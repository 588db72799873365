import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { MOST_BYTES, PHOTO } from '../../../domain/journey/signature-photo.ts';
import { PictureRefused, remakePicture } from '../../../files/picture.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { FILES } from '../../../storage/platform/records.ts';
import type { RoleName } from '../../shared/caller.ts';
import { NotYoursError, refusals } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { noteRead } from '../../shared/read-log.ts';
import { readUpload } from '../../shared/read-upload.ts';
import { sendStream } from '../../shared/send-stream.ts';
import { signaturePhotos } from '../../shared/signature-photos.ts';
import { TEXTS } from './texts.ts';

const PLANS = 'action_plans';
/** Who has plans to change, and to read; which of them says the permission for the plan itself. */
const WRITERS: readonly RoleName[] = ['Peer Mentor', 'Supplier Manager'];
const READERS: readonly RoleName[] = [...WRITERS, 'Supplier MI', 'Data Protection Officer'];

interface Plans {
	readByQuery(query: object): Promise<Record<string, unknown>[]>;
	updateOne(key: string, change: object): Promise<unknown>;
}

/**
 * The photo of the signature under a plan (Table A): whoever may read the plan's evidence sees it, whoever may change the
 * evidence changes it, and nobody reaches it in another way.
 */
export default defineEndpoint({
	id: 'signature-photo',
	handler: (router, context) => {
		const { services, getSchema } = context;
		const knex = context.database as unknown as Knex;
		const photos = signaturePhotos(context);

		/** A plan as far as the caller may read it, and the service through which they may write it. */
		const planOf = async ({ params, accountability }: AuthenticatedRequest) => {
			const id = uuidIn(params.id);
			const options = { schema: await getSchema(), knex, accountability };
			const plans = new services.ItemsService(PLANS, options as never) as unknown as Plans;
			const query = { filter: { id: { _eq: id ?? null } }, fields: ['id', PHOTO], limit: 1 };
			const [plan] = id === undefined ? [] : await plans.readByQuery(query);
			if (id === undefined || !plan) throw new NotYoursError();
			return { id, plans, photo: uuidIn(plan[PHOTO]) };
		};

		router.get(
			'/:id',
			handler(async (request, response) => {
				await allowedTo(knex, request, READERS);
				const { photo } = await planOf(request);
				if (photo === undefined) throw new NotYoursError();
				await noteRead(FILES, [photo]);
				const content = await photos.open(photo);
				response.set({
					'content-type': 'image/jpeg',
					'content-disposition': 'inline; filename="signature.jpg"',
					'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
					'cross-origin-resource-policy': 'same-origin',
					'x-content-type-options': 'nosniff',
					'cache-control': 'private, no-store',
				});
				await sendStream(response, content);
			}),
		);
		router.post(
			'/:id',
			handler(async (request, response) => {
				const { language } = await allowedTo(knex, request, WRITERS);
				const content = await readUpload(request, MOST_BYTES, TEXTS[language]);
				const { id, plans } = await planOf(request);
				const picture = await remakePicture(content).catch((error: unknown) => {
					if (!(error instanceof PictureRefused)) throw error;
					throw refusals(PLANS, [{ field: PHOTO, code: error.fault }], language);
				});
				await photos.storedFor([picture], ([key]) => plans.updateOne(id, { [PHOTO]: key }));
				response.json({ data: { bytes: picture.length } });
			}),
		);
		router.delete(
			'/:id',
			handler(async (request, response) => {
				await allowedTo(knex, request, WRITERS);
				const { id, plans } = await planOf(request);
				await plans.updateOne(id, { [PHOTO]: null });
				response.status(204).end();
			}),
		);
	},
});
