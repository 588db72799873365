import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { JourneyFigures } from '../../domain/returns/pmi/figures.ts';

/** One journey behind the figures of a submitted return, by the key of its referral. */
export interface FrozenRecord {
	referral: string;
	figures: JourneyFigures;
}

/** Everything behind the figures of a return, as one compressed file. */
export async function packRecords(records: readonly FrozenRecord[]): Promise<Buffer> {
	return promisify(gzip)(JSON.stringify(records));
}

export async function unpackRecords(packed: Buffer): Promise<FrozenRecord[]> {
	return JSON.parse((await promisify(gunzip)(packed)).toString('utf8'));
}
