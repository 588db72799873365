/** What does the work of Redis within this process while it is away. Each falls back by itself where Redis fails it. */
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';

type Method = (...given: never[]) => Promise<unknown>;
type Payload = Record<string, unknown>;

/** What Directus remembers of rights: for itself, and in Redis for the others. */
export interface RightsCache {
	local: { clear(): Promise<void> };
	get(key: string): Promise<unknown>;
	set(key: string, value: unknown): Promise<void>;
	clear(): Promise<void>;
}

/**
 * Nothing is remembered meanwhile: who changes rights elsewhere could not say so here. It costs a query or two a request.
 * @param isSure whether nothing has been missed
 */
export function rememberNothing(cache: RightsCache, isSure: () => boolean): void {
	const { get, set, clear } = cache;
	cache.get = async (key) => (isSure() ? get.call(cache, key).catch(() => undefined) : undefined);
	cache.set = async (key, value) => {
		if (isSure()) await set.call(cache, key, value).catch(() => undefined);
	};
	// What could not be forgotten there is forgotten as soon as Redis is back.
	cache.clear = () => clear.call(cache).catch(() => cache.local.clear());
}

/** How instances tell each other that something has changed. */
export interface Bus {
	namespace: string;
	handlers: Record<string, Set<(payload: Payload) => void>>;
	publish(channel: string, payload: Payload): Promise<void>;
}

/** This instance is told, at least; the others are told to look again when Redis is back. */
export function tellOurselves(bus: Bus): void {
	const { publish } = bus;
	bus.publish = (channel, payload) =>
		publish.call(bus, channel, payload).catch(() => {
			for (const handler of bus.handlers[`${bus.namespace}:${channel}`] ?? []) handler(payload);
		});
}

/** Who reads the data model first, of several instances. */
export interface Lock {
	increment(key: string, amount?: number): Promise<number>;
	delete(key: string): Promise<void>;
}

/** Everybody reads it themselves. */
export function beFirst(lock: Lock): void {
	const { increment, delete: remove } = lock;
	lock.increment = (key, amount) => increment.call(lock, key, amount).catch(() => 1);
	lock.delete = (key) => remove.call(lock, key).catch(() => undefined);
}

/** When a flow is due next, so that one instance runs it. */
export interface Clock {
	key: string;
	set(timestamp: number): Promise<boolean>;
	reset(): Promise<void>;
}

/** Every instance runs what is due: what flows of ours do twice is done once, and what nobody does is missed. */
export function runWhatIsDue(clock: Clock): void {
	const { set, reset } = clock;
	const due = new Map<string, number>();
	clock.set = async function (timestamp) {
		try {
			return await set.call(this, timestamp);
		} catch {
			const isNew = timestamp > (due.get(this.key) ?? 0);
			if (isNew) due.set(this.key, timestamp);
			return isNew;
		}
	};
	clock.reset = async function () {
		due.delete(this.key);
		await (reset as Method).call(this).catch(() => undefined);
	};
}

/** Requests are counted by each instance for itself. */
export function countOurselves(limiter: RateLimiterAbstract | undefined): void {
	if (!(limiter instanceof RateLimiterRedis)) return;
	const { points, duration, keyPrefix } = limiter;
	Object.assign(limiter, { insuranceLimiter: new RateLimiterMemory({ points, duration, keyPrefix }) });
}
