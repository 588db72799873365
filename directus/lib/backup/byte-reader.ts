/** Reads a stream by so many bytes at a time, or by lines. */
export class ByteReader {
	private readonly source: AsyncIterator<Uint8Array>;
	private held: Buffer = Buffer.alloc(0);

	constructor(source: AsyncIterable<Uint8Array>) {
		this.source = source[Symbol.asyncIterator]();
	}

	/** Exactly so many bytes; `undefined` where the stream ended before the first of them. */
	async take(length: number): Promise<Buffer | undefined> {
		while (this.held.length < length) {
			if (await this.more()) continue;
			if (this.held.length === 0 && length > 0) return undefined;
			throw new CutShort();
		}
		const taken = this.held.subarray(0, length);
		this.held = this.held.subarray(length);
		return taken;
	}

	/** As {@link take}, where something has to follow. */
	async need(length: number): Promise<Buffer> {
		const taken = await this.take(length);
		if (!taken) throw new CutShort();
		return taken;
	}

	/** Up to the next line feed, which is not part of it. @param most a line that is longer is none of ours */
	async line(most: number): Promise<string | undefined> {
		for (;;) {
			const end = this.held.indexOf(0x0a);
			if (end >= 0) {
				const line = (await this.need(end)).toString('utf8');
				await this.need(1);
				return line;
			}
			if (this.held.length > most || !(await this.more())) return undefined;
		}
	}

	/** Everything that is left. */
	async *rest(): AsyncGenerator<Buffer> {
		do {
			if (this.held.length > 0) yield this.held;
			this.held = Buffer.alloc(0);
		} while (await this.more());
	}

	private async more(): Promise<boolean> {
		const { value, done } = await this.source.next();
		if (done) return false;
		this.held = Buffer.concat([this.held, value]);
		return true;
	}
}

/** The file ends before what it says it holds. */
export class CutShort extends Error {
	constructor() {
		super('The backup is cut short: it ends before it is whole. Copy it again, or take another one.');
	}
}
