/** Every connection to Redis of this process, Directus's own and ours, made so that nobody waits for one that is away. */
import { Redis, type RedisOptions } from 'ioredis';

/** Longer than a busy Redis or a busy machine takes; whoever waits so long waits once, for the connection is then given up. */
const LONGEST_ANSWER = 1000;

const IMPATIENT: RedisOptions = {
	// What cannot be sent is refused at once, and not kept until Redis is back, which can be hours.
	enableOfflineQueue: false,
	maxRetriesPerRequest: 0,
	commandTimeout: LONGEST_ANSWER,
};
/** Who listens has nobody waiting, and must go on listening when Redis is back. */
const LISTENING: RedisOptions = { enableOfflineQueue: true, maxRetriesPerRequest: null };
const isListening = ({ options }: Redis): boolean => options.maxRetriesPerRequest === null;

export interface Connections {
	/** Whether every connection stands; where not, nothing may be relied on that Redis or another instance would have said. */
	stand(): boolean;
}

/**
 * Call it before anything has a connection.
 * @param gone is told once when Redis goes away, with why
 * @param back is told once when every connection stands again
 */
export function watchConnections({
	gone,
	back,
}: {
	gone: (why: string) => void;
	back: () => Promise<void>;
}): Connections {
	const known = new Set<Redis>();
	let away = false;
	const stand = () => [...known].every(({ status }) => status === 'ready');
	const lost = (why: string) => {
		if (away) return;
		away = true;
		gone(why);
	};
	const meet = (client: Redis) => {
		known.add(client);
		if (!isListening(client)) Object.assign(client.options, IMPATIENT);
		// Without a listener ioredis prints each attempt to connect again.
		client.on('error', (error: Error) => lost(error.message));
		client.on('close', () => lost('the connection has ended'));
		client.on('end', () => known.delete(client));
		client.on('ready', () => {
			if (!away || !stand()) return;
			away = false;
			void back();
		});
	};

	const { connect, sendCommand } = Redis.prototype;
	Redis.prototype.connect = function (callback) {
		if (!known.has(this)) meet(this);
		return connect.call(this, callback);
	};
	// Directus listens on a copy of the connection by which it speaks.
	Redis.prototype.duplicate = function (override) {
		const { commandTimeout: _none, ...options } = this.options;
		Object.assign(options, LISTENING, override);
		return new Redis(options);
	};
	// One that keeps its connection and answers nothing is away as well; all that waits for it is let go together.
	Redis.prototype.sendCommand = function (command, stream) {
		command.promise.catch((error: Error) => {
			if (error.message === 'Command timed out') for (const each of known) hangUp(each);
		});
		return sendCommand.call(this, command, stream);
	};
	return { stand: () => !away && stand() };
}

function hangUp(client: Redis): void {
	if (client.status === 'ready') client.disconnect(true);
}
