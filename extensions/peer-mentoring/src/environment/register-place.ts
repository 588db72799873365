import { join } from 'node:path';
import { readVariables, type Environment } from './read-variables.ts';

/** Where the register of erasures and withdrawals stands, and what it may be sealed with; the first that is set seals. */
export interface RegisterPlace {
	path: string;
	keys: { name: string; key: string }[];
}

export function registerPlace(env: Environment): RegisterPlace {
	const { DATA_DIR, ERASURE_REGISTER, BACKUP_KEY } = readVariables(env);
	const keys = [
		{ name: 'BACKUP_KEY', key: BACKUP_KEY },
		{ name: 'SECRET', key: String(env.SECRET ?? '') },
	];
	return { path: ERASURE_REGISTER || join(DATA_DIR, 'erasures.register'), keys: keys.filter(({ key }) => key !== '') };
}
