import { readVariable, type Environment } from './read-variables.ts';

/** Whether everybody but a Referrer must have a second factor. */
export function secondFactorIsRequired(env: Environment): boolean {
	return readVariable('SECOND_FACTOR', env) === 'required';
}
