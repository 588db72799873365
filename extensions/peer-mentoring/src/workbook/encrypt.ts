import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What the worker runs. It loads the package by its path: a bundle has no file of its own for a worker. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads');
const { encrypt } = require(workerData.tool);
parentPort.once('message', ({ content, password }) => {
	const encrypted = new Uint8Array(encrypt(Buffer.from(content.buffer), { password }));
	parentPort.postMessage(encrypted, [encrypted.buffer]);
});
`;

/**
 * A workbook as a file that opens with a password only (ECMA-376 agile: AES-256, SHA-512, 100,000 rounds). The work is
 * done in a thread of its own, so that everybody else is answered meanwhile, and nothing is written to disk.
 */
export function encryptWorkbook(content: Buffer, password: string, signal?: AbortSignal): Promise<Buffer> {
	return new Promise((done, failed) => {
		signal?.throwIfAborted();
		const tool = createRequire(import.meta.url).resolve('officecrypto-tool');
		const worker = new Worker(WORKER, { eval: true, workerData: { tool }, env: {}, execArgv: [] });
		const stop = () => worker.terminate();
		signal?.addEventListener('abort', stop);
		worker.once('message', (encrypted: Uint8Array) => {
			done(Buffer.from(encrypted.buffer));
			void stop();
		});
		worker.once('error', failed);
		worker.once('exit', () => {
			signal?.removeEventListener('abort', stop);
			// Says nothing where the file has been handed over already.
			failed(signal?.aborted ? signal.reason : new Error('The encryption ended without a result'));
		});
		const whole = new Uint8Array(content);
		worker.postMessage({ content: whole, password }, [whole.buffer]);
	});
}
