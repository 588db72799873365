/** Photos that come within the answers of a step: made anew and stored before anything of the step is written. */
import type { Step, StepPart } from '../../../domain/journey/mentor-steps.ts';
import {
	base64Of,
	isPictureAnswer,
	MOST_BYTES_IN_ANSWERS,
	PHOTO_INTERFACE,
} from '../../../domain/journey/signature-photo.ts';
import { PictureRefused, remakePicture } from '../../../files/picture.ts';
import { rowsIn } from './answers.ts';
import { partOf } from './parts.ts';
import { refusalAt, StepRefused, type StepRefusal } from './refusals.ts';
import type { Row, StepContext } from './step-context.ts';

/** A picture in an answer, and where it stands. */
interface Given {
	part: StepPart;
	row: number;
	field: string;
	answer: string;
}

/**
 * Saves with the keys of the pictures in the place of the pictures: whatever `save` does not come to name is taken away
 * again.
 * @param mayWrite asked first, where there are any: nobody's pictures are looked at who may not write
 * @throws StepRefused where something that was sent is no picture that can be kept
 */
export async function withPhotos<Result>(
	context: StepContext,
	{ step, values, mayWrite }: { step: Step; values: Row; mayWrite: () => Promise<unknown> },
	save: (values: Row) => Promise<Result>,
): Promise<Result> {
	const given = picturesIn(context, step, values);
	if (given.length === 0) return save(values);
	await mayWrite();
	const pictures: Buffer[] = [];
	const refused: StepRefusal[] = [];
	for (const { part, row, field, answer } of given) {
		try {
			pictures.push(await pictureIn(answer));
		} catch (error) {
			if (!(error instanceof PictureRefused)) throw error;
			const { forms, mentor } = context;
			const place = { part, parts: step.parts, forms, language: mentor.language, ...(part.rows && { row }) };
			refused.push(refusalAt(place, field, error.fault));
		}
	}
	if (refused.length > 0) throw new StepRefused(refused);
	return context.photos(pictures, (keys) => save(withKeys(values, given, keys)));
}

function picturesIn({ forms }: StepContext, { parts }: Step, values: Row): Given[] {
	return parts.flatMap((part) => {
		const fields = partOf(part, forms)?.fields.filter((field) => field.interface === PHOTO_INTERFACE) ?? [];
		return (rowsIn(values[part.name], part) ?? []).flatMap((answers, row) =>
			fields.flatMap(({ field }) => {
				const answer = answers[field];
				return isPictureAnswer(answer) ? [{ part, row, field, answer }] : [];
			}),
		);
	});
}

async function pictureIn(answer: string): Promise<Buffer> {
	const content = base64Of(answer);
	if (content === undefined) throw new PictureRefused('photo_no_picture');
	return remakePicture(Buffer.from(content, 'base64'), MOST_BYTES_IN_ANSWERS);
}

function withKeys(values: Row, given: readonly Given[], keys: readonly string[]): Row {
	const changed = { ...values };
	for (const [index, { part, row, field }] of given.entries()) {
		const rows = rowsIn(changed[part.name], part) ?? [];
		const named = rows.map((answers, place) => (place === row ? { ...answers, [field]: keys[index] } : answers));
		changed[part.name] = part.rows ? named : named[0];
	}
	return changed;
}
