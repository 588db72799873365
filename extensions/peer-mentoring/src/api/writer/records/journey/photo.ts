import { keepsPhoto, PHOTO } from '../../../../domain/journey/signature-photo.ts';
import { refusal } from '../../../shared/errors.ts';
import type { Payload } from '../../../shared/plain-record.ts';
import { isJustStored } from '../../../shared/signature-photos.ts';

/**
 * What becomes of the photo of a plan's signature with a write: what the platform has just stored for it takes its place,
 * nothing else does, and it goes with the wet signature that it shows.
 * @param plan as it would become
 * @param before the plan as it is; none of a new one
 * @returns what is written of it beside the rest
 */
export function photoAfter(collection: string, plan: Payload, before?: Payload): Payload {
	if (collection !== 'action_plans') return {};
	const there = before?.[PHOTO] ?? null;
	const wanted = plan[PHOTO] ?? null;
	if (wanted !== there && wanted !== null && !isJustStored(wanted))
		throw refusal(collection, PHOTO, 'photo_not_from_here');
	if (keepsPhoto(plan.evidence as never)) return {};
	if (wanted !== null && wanted !== there) throw refusal(collection, PHOTO, 'photo_without_wet_signature');
	return wanted === null ? {} : { [PHOTO]: null };
}
