/** Two ways of doing the same, measured in turn on the same data, so that what else the machine does meets both. */
export interface Measurement {
	name: string;
	/** What it was done on: `10,000 referrals`. */
	size: string;
	/** Medians in milliseconds. */
	platform: number;
	bare: number;
}

/** What a measurement is made with. */
export interface Bench {
	/** Referrals in the contract. */
	rows: number;
	/** Counted runs of each of the two; one before them is not counted. */
	runs: number;
	/** As long as many people work at once. */
	minutes: number;
	database: 'sqlite' | 'postgres';
	tell: (what: string) => void;
}

export async function inTurn(
	runs: number,
	platform: () => Promise<unknown>,
	bare: () => Promise<unknown>,
): Promise<Pick<Measurement, 'platform' | 'bare'>> {
	const times = { platform: [] as number[], bare: [] as number[] };
	for (let run = 0; run <= runs; run++) {
		for (const [which, work] of Object.entries({ platform, bare })) {
			const started = performance.now();
			await work();
			// The first time fills caches, of the database and of the compiler.
			if (run > 0) times[which as keyof typeof times].push(performance.now() - started);
		}
	}
	return { platform: median(times.platform), bare: median(times.bare) };
}

export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

export const grouped = (number: number) => number.toLocaleString('en-GB');
