import ts from 'typescript';
import { filledIn, type Entry } from './entry.ts';

/** Calls and classes that take the English and then the Welsh. */
const PAIRING = new Set(['text', 'Misasked', 'HolidaysUnknownError']);
const NAMES = [
	['en-GB', 'cy-GB'],
	['en', 'cy'],
] as const;

/** The texts of a file of code. @param offset where the code begins in the file, of which it may be a part */
export function codeEntries(file: string, code: string, offset = 0): Entry[] {
	const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
	const entries: Entry[] = [];
	const seen = new Map<string, number>();

	const add = (place: readonly string[], english: string, welsh: Welsh) => {
		const name = place.join('.');
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		const { node, text } = welsh;
		entries.push({
			key: `${file}#${name}${count === 1 ? '' : `[${count}]`}`,
			...{ file, english, welsh: text },
			at: node && [offset + node.getStart(tree), offset + node.getEnd()],
			write: (changed) => (node && ts.isTemplateExpression(node) ? asTemplate(changed) : asLiteral(changed)),
		});
	};

	/** What stands at the same place in both languages. */
	const pair = (place: readonly string[], english: ts.Node, welsh: ts.Node): void => {
		const [en, cy] = [inner(english), inner(welsh)];
		if (ts.isObjectLiteralExpression(en) && ts.isObjectLiteralExpression(cy)) {
			for (const [name, value] of propertiesOf(en)) {
				const other = propertiesOf(cy).get(name);
				if (other) pair([...place, name], value, other);
			}
			return;
		}
		const [said, told] = [wordsOf(en, tree), wordsOf(cy, tree)];
		if (said && told) return add(place, said.text, told);
		const ours = ts.isFunctionLike(cy) || ts.isConditionalExpression(cy);
		if (ours) add(place, en.getText(tree), { node: null, text: cy.getText(tree) });
	};

	const walk = (node: ts.Node, place: readonly string[]): void => {
		const here = nameOf(node) ? [...place, nameOf(node) as string] : place;
		if (ts.isObjectLiteralExpression(node)) {
			const properties = propertiesOf(node);
			for (const [en, cy] of NAMES) {
				const [english, welsh] = [properties.get(en), properties.get(cy)];
				if (english && welsh) return pair(here, english, welsh);
			}
		}
		if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression)) {
			const [english, welsh] = node.arguments ?? [];
			if (PAIRING.has(node.expression.text) && english && welsh) return pair(here, english, welsh);
		}
		ts.forEachChild(node, (child) => walk(child, here));
	};
	walk(tree, []);
	return entries;
}

interface Welsh {
	node: ts.Node | null;
	text: string;
}

/** What a text is in once the words of types around it are left out. */
function inner(node: ts.Node): ts.Node {
	if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
		return inner(node.expression);
	}
	// A text with something filled in is a function of one expression.
	return ts.isArrowFunction(node) && wordsLike(node.body) ? node.body : node;
}

const wordsLike = (node: ts.Node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** A literal, or a template whose gaps are plain names: `{name}` stands for each. */
function wordsOf(node: ts.Node, tree: ts.SourceFile): Welsh | undefined {
	if (ts.isStringLiteralLike(node)) return { node, text: node.text };
	if (!ts.isTemplateExpression(node)) return undefined;
	const parts = node.templateSpans.map(({ expression, literal }) => ({
		gap: expression.getText(tree),
		after: literal.text,
	}));
	const text = node.head.text + parts.map(({ gap, after }) => `{${gap}}${after}`).join('');
	const plain = parts.every(({ gap }) => !/[`{}]/.test(gap)) && filledIn(text).length === parts.length;
	return { node: plain ? node : null, text: plain ? text : node.getText(tree) };
}

function propertiesOf(node: ts.ObjectLiteralExpression): Map<string, ts.Node> {
	return new Map(
		node.properties.flatMap((property) =>
			ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
				? [[property.name.text, property.initializer] as const]
				: [],
		),
	);
}

function nameOf(node: ts.Node): string | undefined {
	const named = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isFunctionDeclaration(node);
	const name = named ? node.name : undefined;
	return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const asLiteral = (text: string) => `'${escaped(text).replaceAll("'", "\\'")}'`;
const asTemplate = (text: string) =>
	`\`${escaped(text)
		.replaceAll('`', '\\`')
		.replaceAll('${', '\\${')
		.replaceAll(/\{([^{}]*)\}/g, '${$1}')}\``;
