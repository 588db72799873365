/** `npm run test:long` takes the large random samples in full; `npm test` takes a part of each. */
export const long = process.env.TEST_LONG === 'true';

/** How many cases to draw. */
export const sample = (full: number, usual: number): number => (long ? full : usual);
