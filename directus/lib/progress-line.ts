const FIRST_SHOWN_AFTER = 2000;

/**
 * What a long command is doing, on one line that is written over; line by line where the output is a file. Silent for
 * the first two seconds: most commands are done by then.
 */
export class ProgressLine {
	private readonly started = performance.now();
	private shown = false;
	private lastStep = '';

	/** `step` is what is being done, `detail` how far it has come. */
	tell(step: string, detail = ''): void {
		const elapsed = performance.now() - this.started;
		if (elapsed < FIRST_SHOWN_AFTER) return;
		const text = `${(elapsed / 1000).toFixed(1).padStart(6)} s  ${step}${detail && `: ${detail}`}`;
		if (process.stderr.isTTY) {
			process.stderr.write(`\r\u001b[K${text}`);
			this.shown = true;
		} else if (step !== this.lastStep) process.stderr.write(`${text}\n`);
		this.lastStep = step;
	}

	/** Takes the line away, so that what is printed next stands by itself. */
	clear(): void {
		if (this.shown) process.stderr.write('\r\u001b[K');
		this.shown = false;
	}
}
