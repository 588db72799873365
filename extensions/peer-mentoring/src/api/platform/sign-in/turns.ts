/** Lets so many of the same name in at once; the others wait their turn. */
export class Turns {
	private readonly inside = new Map<string, number>();
	private readonly waiting = new Map<string, (() => void)[]>();

	/**
	 * Waits for a turn and takes it.
	 *
	 * @param room how many may be inside now, one at least; whoever may not come in at all is told by its error
	 * @returns how to leave
	 */
	async take(name: string, room: () => Promise<number>): Promise<() => void> {
		for (;;) {
			// Counted before the room is asked for: whoever leaves in the meantime has left its failure behind.
			this.count(name, 1);
			const allowed = await room().catch((error: unknown) => {
				this.leave(name);
				throw error;
			});
			if ((this.inside.get(name) ?? 0) <= allowed) return () => this.leave(name);
			this.count(name, -1);
			await new Promise<void>((turn) => {
				this.waiting.set(name, [...(this.waiting.get(name) ?? []), turn]);
			});
		}
	}

	private leave(name: string): void {
		this.count(name, -1);
		const [next, ...others] = this.waiting.get(name) ?? [];
		if (others.length > 0) this.waiting.set(name, others);
		else this.waiting.delete(name);
		next?.();
	}

	private count(name: string, change: number): void {
		const number = (this.inside.get(name) ?? 0) + change;
		if (number > 0) this.inside.set(name, number);
		else this.inside.delete(name);
	}
}
