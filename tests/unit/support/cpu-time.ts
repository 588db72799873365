/** What a piece of work costs of a processor, in milliseconds: what other work takes of the machine does not count. */
export async function cpuTime(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
