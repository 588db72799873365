import ts from 'typescript';

const SPEAKERS = ['describe', 'it', 'test'];

/**
 * The names by which a test file's tests can be called: the title of a test or of a group of tests, with the groups
 * around it before it or not; and, of a test that runs once for each row of a table, a text of the table after it.
 * Titles stand as in the source (`%s` and all); what is skipped has no name.
 */
export function testNames(source: string): Set<string> {
	const file = ts.createSourceFile('test.ts', source, ts.ScriptTarget.Latest, true);
	const tables = new Map<string, ts.Expression>();
	const names = new Set<string>();
	const note = (path: readonly string[], row: readonly string[] = []) =>
		path.forEach((_, from) => names.add([...path.slice(from), ...row].join(' > ')));

	const read = (node: ts.Node, groups: readonly string[]): void => {
		if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
			tables.set(node.name.text, node.initializer);
		}
		if (!ts.isCallExpression(node)) return node.forEachChild((child) => read(child, groups));
		const said = chain(node.expression);
		const [title] = node.arguments;
		if (!SPEAKERS.includes(said[0] as string) || !title || !ts.isStringLiteralLike(title)) {
			return node.forEachChild((child) => read(child, groups));
		}
		if (said.includes('skip') || said.includes('todo')) return;
		const path = [...groups, title.text];
		note(path);
		if (ts.isCallExpression(node.expression) && said.includes('each')) {
			for (const text of textsIn(node.expression.arguments[0], tables)) note(path, [text]);
		}
		node.arguments.slice(1).forEach((child) => read(child, path));
	};
	read(file, []);
	return names;
}

/** `it.each(rows)` is `it`, `each`. */
function chain(expression: ts.Expression): string[] {
	if (ts.isIdentifier(expression)) return [expression.text];
	if (ts.isPropertyAccessExpression(expression)) return [...chain(expression.expression), expression.name.text];
	if (ts.isCallExpression(expression)) return chain(expression.expression);
	return [];
}

/** Every text of a table, also of one that has a name of its own in the file. */
function textsIn(table: ts.Node | undefined, tables: ReadonlyMap<string, ts.Expression>): string[] {
	if (!table) return [];
	if (ts.isStringLiteralLike(table)) return [table.text];
	if (ts.isIdentifier(table)) return textsIn(tables.get(table.text), tables);
	const texts: string[] = [];
	if (ts.isArrayLiteralExpression(table) || ts.isAsExpression(table) || ts.isObjectLiteralExpression(table)) {
		table.forEachChild((child) => void texts.push(...textsIn(child, new Map())));
	}
	return texts;
}
