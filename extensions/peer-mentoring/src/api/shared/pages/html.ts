/** A piece of a page, safe to put into another; made by {@link html} only. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A piece of a page: whatever is put in is escaped, unless it is such a piece itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(strings.reduce((page, string, index) => page + written(parts[index - 1]) + string));
}

function written(part: Part): string {
	if (part === null || part === undefined || part === false) return '';
	if (part instanceof Html) return part.text;
	if (Array.isArray(part)) return part.map(written).join('');
	return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
