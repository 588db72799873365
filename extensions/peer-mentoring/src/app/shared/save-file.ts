/** Hands a file to the browser as a download. */
export function saveFile(content: Blob, name: string): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** As {@link saveFile}, with the answer to a download and the name that it came with. */
export function saveAnswer({ data, headers }: { data: Blob; headers: unknown }): string {
	const disposition = String((headers as Record<string, unknown>)['content-disposition'] ?? '');
	const name = /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? 'download';
	saveFile(data, name);
	return name;
}
