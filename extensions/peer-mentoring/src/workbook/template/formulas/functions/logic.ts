import { MANY, part, rule, type Argument, type Call, type Functions } from '../call.ts';
import { doubt } from '../left.ts';
import { errorOf, FormulaError, isArea, isEqual, truthOf, type Scalar, type Value } from '../values.ts';

/** The truths of the arguments: of cells those that are numbers or truths. */
function truthsIn(parts: readonly Argument[], { cells }: Call): boolean[] {
	const truths: boolean[] = [];
	const errors = new Set<FormulaError>();
	for (const each of parts) {
		if (each.isMissing) throw doubt();
		const value = each.value();
		if (!isArea(value)) {
			if (value instanceof FormulaError) errors.add(value);
			else truths.push(truthOf(value));
			continue;
		}
		for (const held of cells.filled(value)) {
			if (held instanceof FormulaError) errors.add(held);
			else if (typeof held !== 'string') truths.push(truthOf(held));
		}
	}
	if (errors.size > 1) throw doubt();
	for (const error of errors) throw error;
	if (truths.length === 0) throw errorOf('#VALUE!');
	return truths;
}

const ofTruths = (work: (truths: boolean[]) => boolean) => rule(1, MANY, (parts, call) => work(truthsIn(parts, call)));

const isSuch = (test: (value: Scalar) => boolean) => rule(1, 1, (parts) => test(part(parts, 0).scalar()));

const isError = (value: Scalar): value is FormulaError => value instanceof FormulaError;
const isNotAvailable = (value: Scalar) => isError(value) && value.code === '#N/A';

/** An argument as the result; one that is left empty is nought. */
function result(argument: Argument | undefined): Value {
	return argument === undefined || argument.isMissing ? 0 : argument.value();
}

/** A value, or another where it is such an error. An empty cell is nought. */
const instead = (test: (value: Scalar) => boolean) =>
	rule(2, 2, (parts) => {
		const value = part(parts, 0).isMissing ? 0 : part(parts, 0).scalar();
		return test(value) ? result(parts[1]) : value;
	});

export const LOGIC: Functions = {
	IF: rule(2, 3, (parts) => {
		const isTrue = part(parts, 0).truth();
		if (isTrue) return result(parts[1]);
		return parts.length < 3 ? false : result(parts[2]);
	}),
	'_XLFN.IFS': rule(2, MANY, (parts) => {
		if (parts.length % 2 === 1) throw doubt();
		for (let index = 0; index < parts.length; index += 2) {
			if (part(parts, index).truth()) return result(parts[index + 1]);
		}
		throw errorOf('#N/A');
	}),
	'_XLFN.SWITCH': rule(3, MANY, (parts) => {
		const value = part(parts, 0).plain();
		for (let index = 1; index + 1 < parts.length; index += 2) {
			const other = part(parts, index).plain();
			if (value === null || other === null) throw doubt();
			if (isEqual(value, other)) return result(parts[index + 1]);
		}
		if (parts.length % 2 === 0) return result(parts.at(-1));
		throw errorOf('#N/A');
	}),
	CHOOSE: rule(2, MANY, (parts) => {
		const index = part(parts, 0).whole();
		if (index < 1 || index >= parts.length) throw errorOf('#VALUE!');
		return result(parts[index]);
	}),
	IFERROR: instead(isError),
	'_XLFN.IFNA': instead(isNotAvailable),
	AND: ofTruths((truths) => truths.every(Boolean)),
	OR: ofTruths((truths) => truths.some(Boolean)),
	'_XLFN.XOR': ofTruths((truths) => truths.filter(Boolean).length % 2 === 1),
	NOT: rule(1, 1, (parts) => !part(parts, 0).truth()),
	TRUE: rule(0, 0, () => true),
	FALSE: rule(0, 0, () => false),
	NA: rule(0, 0, () => errorOf('#N/A')),
	ISBLANK: isSuch((value) => value === null),
	ISNUMBER: isSuch((value) => {
		// A truth is a number to some programs.
		if (typeof value === 'boolean') throw doubt();
		return typeof value === 'number';
	}),
	ISTEXT: isSuch((value) => typeof value === 'string'),
	ISNONTEXT: isSuch((value) => typeof value !== 'string'),
	ISLOGICAL: isSuch((value) => typeof value === 'boolean'),
	ISERROR: isSuch(isError),
	ISERR: isSuch((value) => isError(value) && !isNotAvailable(value)),
	ISNA: isSuch(isNotAvailable),
};
