const started = performance.now();

/** One line of what is being done now, with the seconds since the start. */
export function progress(message: string): void {
	const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
	process.stdout.write(`${seconds} s  ${message}\n`);
}
