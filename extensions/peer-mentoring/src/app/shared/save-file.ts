/** A file as the server sent it, with the name that it came with. */
export interface Download {
	content: Blob;
	name: string;
}

export function nameIn(headers: Headers): string {
	return /filename="?([^";]+)"?/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'download';
}

/** Hands a file to the browser as a download. */
export function saveFile({ content, name }: Download): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
