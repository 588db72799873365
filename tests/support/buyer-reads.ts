/** Everything that the Buyer can read, read at once: to compare what it said before something happened and after. */
import {
	FIGURES,
	splitsOf,
	type FigureKey,
} from '../../extensions/peer-mentoring/src/domain/returns/figures/catalogue.ts';
import type { Client } from './client.ts';

/** What every question was answered with, as far as it can be compared. */
export type Readings = Map<string, string>;

/** When it was asked, and how it was kept: no part of what is said. */
const OF_THE_MOMENT = /"(?:as_known_at|generated_at)":"[^"]*"/g;

/**
 * @param contracts their references
 * @param months the first and the last that are asked about
 * @param every each how many-th of the splits of a figure is asked for
 */
export async function buyerReads(
	buyer: Client,
	contracts: readonly string[],
	[from, to]: readonly [string, string],
	every = 1,
): Promise<Readings> {
	const readings: Readings = new Map();
	const read = async (path: string) => {
		const { status, content } = await buyer.download(path);
		const text = content.toString('utf8').replaceAll(OF_THE_MOMENT, '');
		readings.set(path, `${status} ${text}`);
	};
	const { body } = await buyer.get('/permissions/me');
	for (const [collection, { read: allowed }] of Object.entries(body.data as Record<string, { read?: object }>)) {
		if (allowed && !collection.startsWith('directus_')) await read(`/items/${collection}?limit=-1&fields=*`);
	}
	for (const [place, path] of figuresAsked([from, to]).entries()) if (place % every === 0) await read(path);
	for (const reference of contracts) {
		await read(`/figures?count=starts&from=${from}&to=${to}&by=month&contract=${reference}`);
		await read(`/success-factors/${reference}`);
		await read(`/fte-coverage/${reference}`);
		await read(`/pmi/${reference}/${to}`);
		await read(`/pmi/${reference}/${from}`);
	}
	return readings;
}

/** Each figure as one number, and by each of its splits. */
function figuresAsked([from, to]: readonly [string, string]): string[] {
	return Object.keys(FIGURES).flatMap((count) => {
		const asked = `/figures?count=${count}&from=${from}&to=${to}`;
		const splits = splitsOf(count as FigureKey, { named: false });
		return [asked, ...splits.map((split) => `${asked}&by=${split}`)];
	});
}

/** The questions that are answered differently now. */
export const changed = (before: Readings, now: Readings) =>
	[...before].filter(([path, said]) => now.get(path) !== said).map(([path]) => path);
