import { existsSync, readFileSync } from 'node:fs';
import { Document, isScalar, visit } from 'yaml';
import type { Item } from '../../directus.ts';

/**
 * A file as the formatter of the repository leaves it, under the comment that it begins with, so that a review sees
 * nothing but what was changed.
 */
export async function yamlText(path: string, content: Item, inline = false): Promise<string> {
	const document = new Document(content, { aliasDuplicateObjects: false });
	visit(document, {
		Seq: (_, list) => {
			list.flow = inline && list.items.every((item) => isScalar(item));
		},
	});
	const text = heading(path) + document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
	// Known to whoever develops here; a running platform does not need it.
	const { format, resolveConfig } = await import('prettier');
	return format(text, { ...(await resolveConfig(path)), parser: 'yaml' });
}

function heading(path: string): string {
	if (!existsSync(path)) return '';
	return /^(?:#.*\n)*/.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
}
