/**
 * What stays on the device, encrypted with a key that no script can read out and that goes with everything else when its
 * owner signs out. One database for each person: nobody opens what another has left.
 */
const KEPT = 'kept';
const KEY = 'key';
const ALGORITHM = 'AES-GCM';
const NONCE_BYTES = 12;

export interface Vault {
	get<Value>(name: string): Promise<Value | undefined>;
	set(name: string, value: unknown): Promise<void>;
	remove(name: string): Promise<void>;
	/** The names of what is kept that begin so. */
	names(prefix: string): Promise<string[]>;
	close(): void;
}

interface Sealed {
	nonce: Uint8Array<ArrayBuffer>;
	text: ArrayBuffer;
}

const databaseOf = (owner: string) => `mentor-${owner}`;

/** Opens what belongs to somebody; where the browser has no safe place, what is kept lasts as long as the page. */
export async function openVault(owner: string): Promise<Vault> {
	if (!globalThis.isSecureContext || !globalThis.indexedDB) return inMemory();
	try {
		return await onDevice(await openDatabase(databaseOf(owner)));
	} catch {
		return inMemory();
	}
}

/** Nothing of theirs is left on the device. */
export async function destroyVault(owner: string): Promise<void> {
	if (!globalThis.indexedDB) return;
	const request = indexedDB.deleteDatabase(databaseOf(owner));
	await new Promise<void>((done) => {
		request.onsuccess = request.onerror = request.onblocked = () => done();
	});
}

async function onDevice(database: IDBDatabase): Promise<Vault> {
	const key = await keyIn(database);
	// Another tab that signs out must not wait for this one.
	database.onversionchange = () => database.close();
	const run = <Value>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Value>) =>
		finished(work(database.transaction(KEPT, mode).objectStore(KEPT)));
	return {
		async get<Value>(name: string) {
			const sealed = (await run('readonly', (store) => store.get(name))) as Sealed | undefined;
			return sealed && ((await open(key, sealed)) as Value);
		},
		async set(name, value) {
			const sealed = await seal(key, value);
			await run('readwrite', (store) => store.put(sealed, name));
		},
		async remove(name) {
			await run('readwrite', (store) => store.delete(name));
		},
		async names(prefix) {
			const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
			return (await run('readonly', (store) => store.getAllKeys(range))).map(String);
		},
		close: () => database.close(),
	};
}

function inMemory(): Vault {
	const kept = new Map<string, string>();
	return {
		get: async <Value>(name: string) => {
			const text = kept.get(name);
			return text === undefined ? undefined : (JSON.parse(text) as Value);
		},
		set: async (name, value) => void kept.set(name, JSON.stringify(value)),
		remove: async (name) => void kept.delete(name),
		names: async (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)).sort(),
		close: () => kept.clear(),
	};
}

function openDatabase(name: string): Promise<IDBDatabase> {
	const request = indexedDB.open(name, 1);
	request.onupgradeneeded = () => {
		request.result.createObjectStore(KEPT);
		request.result.createObjectStore(KEY);
	};
	return finished(request);
}

async function keyIn(database: IDBDatabase): Promise<CryptoKey> {
	const before = await finished(database.transaction(KEY).objectStore(KEY).get(KEY));
	if (before) return before as CryptoKey;
	const made = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
	const store = database.transaction(KEY, 'readwrite').objectStore(KEY);
	// Two tabs may begin at once: the first key counts.
	const there = await finished(store.get(KEY));
	if (there) return there as CryptoKey;
	await finished(store.put(made, KEY));
	return made;
}

async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const plain = new TextEncoder().encode(JSON.stringify(value));
	return { nonce, text: await crypto.subtle.encrypt({ name: ALGORITHM, iv: nonce }, key, plain) };
}

async function open(key: CryptoKey, { nonce, text }: Sealed): Promise<unknown> {
	const plain = await crypto.subtle.decrypt({ name: ALGORITHM, iv: nonce }, key, text);
	return JSON.parse(new TextDecoder().decode(plain));
}

function finished<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((done, failed) => {
		request.onsuccess = () => done(request.result);
		request.onerror = () => failed(request.error);
	});
}
