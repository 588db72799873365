/** Keeps the app itself on the device, so that it opens without a connection. What is asked of the server it never sees. */

/** As much as is used here of what a browser gives a service worker. */
interface Lasting extends Event {
	waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
	request: Request;
	respondWith(answer: Promise<Response>): void;
}
interface Worker {
	registration: { scope: string };
	clients: { claim(): Promise<void> };
	skipWaiting(): Promise<void>;
	addEventListener(event: 'install' | 'activate', work: (event: Lasting) => void): void;
	addEventListener(event: 'fetch', work: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker;
const shell = worker.registration.scope;
const files = '__FILES__'.split(' ').map((file) => new URL(file, shell).href);
const cacheName = 'mentor-__VERSION__';

worker.addEventListener('install', (event) => {
	event.waitUntil(keep().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const address = new URL(request.url);
	if (request.method !== 'GET' || !address.href.startsWith(shell) || address.href.startsWith(`${shell}api/`)) return;
	if (request.mode === 'navigate') event.respondWith(kept(shell, request));
	else if (files.includes(address.href)) event.respondWith(kept(address.href, request));
});

async function keep(): Promise<void> {
	const cache = await caches.open(cacheName);
	// What has a hash in its name was loaded a moment ago by the page, and is what it was.
	const load = (file: string) => new Request(file, { cache: file.includes('/assets/') ? 'default' : 'no-cache' });
	await cache.addAll([shell, ...files].map(load));
}

async function forgetOlder(): Promise<void> {
	for (const name of await caches.keys()) {
		if (name.startsWith('mentor-') && name !== cacheName) await caches.delete(name);
	}
}

async function kept(address: string, request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	return (await cache.match(address)) ?? fetch(request);
}
