import { isNearMiss } from './near-miss.ts';
import { PREFIXES, VARIABLES, type Variable, type VariableName, type Variables } from './variables.ts';

export type Environment = Readonly<Record<string, unknown>>;

const NAMES = Object.keys(VARIABLES) as VariableName[];

/**
 * The platform's own variables, each as what it stands for; what is not set, or set to nothing, has its default.
 * @throws one sentence for each that is not right
 */
export function readVariables(env: Environment): Variables {
	const faults = NAMES.flatMap((name) => faultOf(name, env) ?? []);
	if (faults.length > 0) throw new Error(faults.join('\n'));
	return Object.fromEntries(NAMES.map((name) => [name, valueOf(name, env)])) as unknown as Variables;
}

/** One of them, where the others are of no concern yet. */
export function readVariable<Name extends VariableName>(name: Name, env: Environment): Variables[Name] {
	const fault = faultOf(name, env);
	if (fault) throw new Error(fault);
	return valueOf(name, env) as Variables[Name];
}

/** A sentence for every variable that looks as if it were the platform's, and does nothing. */
export function strayVariables(env: Environment): string[] {
	return Object.keys(env).flatMap((name) => {
		if (name in VARIABLES) return [];
		const meant = NAMES.find((known) => isNearMiss(name, known));
		if (meant) return [`${name} is no variable of the platform and does nothing. Is ${meant} meant?`];
		const prefix = PREFIXES.find((each) => name.startsWith(each));
		return prefix
			? [`${name} is no variable of the platform and does nothing. README lists those that there are.`]
			: [];
	});
}

function textOf(name: VariableName, env: Environment): string {
	return String(env[name] ?? '').trim();
}

function valueOf(name: VariableName, env: Environment): unknown {
	const variable: Variable<unknown> = VARIABLES[name];
	const text = textOf(name, env);
	return text === '' ? variable.default : variable.read(text);
}

function faultOf(name: VariableName, env: Environment): string | undefined {
	if (valueOf(name, env) !== undefined) return undefined;
	const { right, hint, secret }: Variable<unknown> = VARIABLES[name];
	const text = textOf(name, env);
	if (secret) return `${name} is not as it must be: ${right}.`;
	const told = hint?.(text);
	return `${name} is "${text}"; it must be ${right}.${told ? ` (${told}.)` : ''}`;
}
