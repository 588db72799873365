import type { Request, RequestHandler } from 'express';
import { answer, invalid } from './refusal.ts';

/** Deeper than any form: a nested record is four levels, a flow's options or a filter a dozen. */
const DEEPEST = 100;

/** Refuses what is nested so deep that whoever walks through it comes to the end of the stack. */
export const refuseDeepBodies: RequestHandler = (request, response, next) => {
	if (!isDeeper((request as Request).body, DEEPEST)) return next();
	answer(response, invalid(`The body is nested more than ${DEEPEST} levels deep: send it flat.`));
};

/** Level by level, without a call for each. */
export function isDeeper(value: unknown, most: number): boolean {
	let level: unknown[] = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > most) return true;
		level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
	}
	return false;
}
