import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type HoldsToken = (request: IncomingMessage) => boolean;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request carries `METRICS_TOKEN`; none does where there is none. */
export function tokenHolder(token: string): HoldsToken {
	const wanted = digest(`Bearer ${token}`);
	return ({ headers }) => token !== '' && timingSafeEqual(digest(headers.authorization ?? ''), wanted);
}
