import { createError, isDirectusError } from '@directus/errors';
import type { Response } from 'express';
import type { StepPart } from '../../../domain/journey/mentor-steps.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { problemMessage, type ProblemCode } from '../../../domain/problems.ts';
import { NotYoursError } from '../../shared/errors.ts';
import type { Forms } from './model.ts';
import { labelOf } from './parts.ts';

const NotFoundError = createError('ROUTE_NOT_FOUND', 'There is nothing here.', 404);
const OtherBodyError = createError<{ reason: string }>('ALREADY_SUBMITTED', ({ reason }) => reason, 409);

export function notFoundHere(): Error {
	return new NotFoundError();
}

/** Something else was sent before under the same key. */
export function sentBefore(language: Language): Error {
	return new OtherBodyError({ reason: problemMessage({ field: 'key', code: 'step_sent_before' }, language) });
}

/** One thing that is refused, and where it stands in the step. */
export interface StepRefusal {
	message: string;
	code: string;
	/** Which of our own messages it is, where it is one. */
	reason?: ProblemCode;
	part?: string;
	row?: number;
	field?: string;
	label?: string;
}

/** Everything that is refused of a step; nothing of it is written. */
export class StepRefused extends Error {
	readonly refusals: readonly StepRefusal[];

	constructor(refusals: readonly StepRefusal[]) {
		super('refused');
		this.refusals = refusals;
	}

	/** In Directus's shape. */
	get errors(): object[] {
		return this.refusals.map(({ message, reason: _, ...extensions }) => ({ message, extensions }));
	}
}

/** Where an error came from. */
export interface Place {
	part: StepPart;
	row?: number;
	parts: readonly StepPart[];
	forms: Forms;
	language: Language;
}

/** A refusal of ours, beside a field of a part. */
export function refusalAt(place: Place, field: string | undefined, code: ProblemCode): StepRefusal {
	const { part, row, forms, language } = place;
	const label = field && labelIn(forms, part.collection, field);
	const name = label || field || part[language === 'cy-GB' ? 'title_cy' : 'title_en'] || part.name;
	const message = problemMessage({ field: field ?? part.name, code, params: { name } }, language);
	const rowOf = row === undefined ? {} : { row };
	const fieldOf = field ? { field, ...(label && { label }) } : {};
	return { message, code: 'FAILED_VALIDATION', reason: code, part: part.name, ...rowOf, ...fieldOf };
}

interface Thrown {
	message: string;
	code: string;
	extensions: { collection?: string; field?: string; type?: string };
}

/** What Directus calls an answer that is missing. */
const MISSING = ['required', 'nnull', 'null', 'nempty'];
const OF_A_VALUE = [
	'FAILED_VALIDATION',
	'VALUE_TOO_LONG',
	'VALUE_OUT_OF_RANGE',
	'NOT_NULL_VIOLATION',
	'INVALID_FOREIGN_KEY',
];

/** The refusals in what a write has thrown; `undefined` for anything that is no refusal of an answer. */
export function refusalsIn(error: unknown, place: Place): StepRefusal[] | undefined {
	const errors = Array.isArray(error) ? error : [error];
	if (errors.length === 0 || !errors.every((each) => isDirectusError(each) && isOfAnAnswer(each as unknown as Thrown)))
		return undefined;
	return (errors as unknown as Thrown[]).map((each) => inWords(each, place));
}

function isOfAnAnswer({ code }: Thrown): boolean {
	return OF_A_VALUE.includes(code) || code === 'RECORD_NOT_UNIQUE';
}

function inWords(thrown: Thrown, place: Place): StepRefusal {
	const { message, code, extensions } = thrown;
	const { field, type } = extensions;
	const at = placeOf(place, extensions);
	const beside = at.part.collection === field ? undefined : field;
	const isRequired = message === problemMessage({ field: field ?? '', code: 'required' }, place.language);
	if (isRequired || code === 'NOT_NULL_VIOLATION' || (code === 'FAILED_VALIDATION' && MISSING.includes(String(type))))
		return refusalAt(at, beside, 'answer_missing');
	// What our own rules say is in the reader's words already; what Directus says by itself is not.
	const isOurs = code === 'FAILED_VALIDATION' && type === 'refused';
	const refusal = refusalAt(at, beside, 'answer_not_possible');
	return isOurs ? { ...refusal, message, reason: undefined } : refusal;
}

/** The part that asks for the field, where it is another one of the same step; a list of records is a part itself. */
function placeOf(place: Place, { collection, field }: Thrown['extensions']): Place {
	const asks = ({ fields }: StepPart) => field !== undefined && fields.includes(field);
	if (field === undefined || asks(place.part)) return place;
	const same = place.parts.filter((part) => part.collection === (collection ?? place.part.collection));
	const other = same.find(asks) ?? place.parts.find((part) => part.collection === field);
	return other && other !== place.part ? { ...place, part: other, row: undefined } : place;
}

export function labelIn(forms: Forms, collection: string, field: string): string | undefined {
	const found = forms.fields.get(collection)?.find((each) => each.field === field);
	return found && labelOf(found, forms.language);
}

/** Answers with what the work gives, or with why it was refused, in the words of whoever asked. */
export async function refusing(
	response: Response,
	{ language }: { language: Language },
	work: () => Promise<object>,
): Promise<void> {
	try {
		response.json({ data: await work() });
	} catch (error) {
		if (error instanceof StepRefused) return void response.status(400).json({ errors: error.errors });
		if (!(error instanceof NotYoursError) && !isDirectusError(error, 'FORBIDDEN')) throw error;
		const message = problemMessage({ field: 'id', code: 'not_one_of_yours' }, language);
		response.status(403).json({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
	}
}
