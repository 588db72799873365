import { setTimeout as wait } from 'node:timers/promises';
import { directus, effectiveEnvironment } from '../directus.ts';
import { watchConnections } from './clients.ts';
import { beFirst, countOurselves, rememberNothing, runWhatIsDue, tellOurselves } from './stand-ins.ts';

/** How long a start waits for Redis: where both start together it is there by then. */
const FIRST_WAIT = 3000;
/** How long before what is to be forgotten is tried again. */
const AGAIN = 1000;
/** Who reads the data model first: as Directus calls it. */
const READING_THE_MODEL = 'schemaCache--preparing';

/**
 * The platform goes on while Redis is away. Directus alone would let every request wait ten seconds and then refuse it:
 * its limit of requests, what it remembers of rights, and the clocks of its flows are all there.
 */
export async function goOnWithoutRedis(): Promise<void> {
	const env = await effectiveEnvironment();
	if (!env.REDIS) return;
	const { useLogger } = await directus('logger/index');
	const logger = useLogger();
	/** Whether nothing has been missed since Redis was last away. */
	let sure = true;
	const connections = watchConnections({
		gone: (why) => {
			sure = false;
			logger.warn({ why }, 'Redis is away: each instance counts and remembers for itself until it is back');
		},
		back: async () => {
			while (connections.stand() && !sure) sure = await caughtUp();
			if (sure) logger.warn('Redis is back');
		},
	});

	const { useRedis } = await directus('redis/index');
	const { useCache } = await directus('permissions/cache');
	const { useBus } = await directus('bus/index');
	const { useLock } = await directus('lock/index');
	const { SynchronizedClock } = await directus('synchronization');
	const { rateLimiter } = await directus('middleware/rate-limiter-ip');
	const { rateLimiterGlobal } = await directus('middleware/rate-limiter-global');
	const { flushCaches } = await directus('cache');
	const redis = useRedis();
	const [bus, lock] = [useBus(), useLock()];
	rememberNothing(useCache(), () => sure && connections.stand());
	tellOurselves(bus);
	beFirst(lock);
	runWhatIsDue(SynchronizedClock.prototype);
	for (const limiter of [rateLimiter, rateLimiterGlobal]) countOurselves(limiter);

	/** Forgets what may be old, here and with the others, who may have missed something too. */
	async function caughtUp(): Promise<boolean> {
		try {
			await redis.ping();
			await lock.delete(READING_THE_MODEL);
			await flushCaches(true);
			await bus.publish('flows', { type: 'reload' });
			return connections.stand();
		} catch {
			await wait(AGAIN);
			return false;
		}
	}

	const until = Date.now() + FIRST_WAIT;
	while (redis.status !== 'ready' && Date.now() < until) await wait(50);
}
