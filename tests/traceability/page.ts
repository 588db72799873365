import { paragraphsOf, STATUSES, type Matrix, type Obligation, type Row } from './read.ts';

const INTRODUCTION = `# Traceability

Where each obligation of the Call-Off Specification is carried, and which tests prove it. Written from \`matrix.yaml\`;
change that file, not this one, and run the test with \`UPDATE_TRACEABILITY=1\` to write this page again. The test
\`tests/unit/repository/traceability.test.ts\` fails when an obligation has no row, or a row names a test, a field or a
file that is not there.

The rule behind each obligation stands in \`rules.yaml\`, as a text of a file and what stands there when the rule is out.
\`npm run test:rules\` takes each out of a copy, one at a time, and fails where its test does not notice; \`--api\` runs those
that only the API shows as well (a minute each), names of obligations (\`-- J03 C12\`) theirs alone.

Tests are named from the folder \`tests\`: the file, the title, and where a test runs once for each row of a table, the
row.`;

const PARTS: Record<string, string> = {
	J: 'Customer journey',
	C: 'Contract',
	M: 'Management information and payment',
	P: 'Protection of data',
	L: 'Language',
};

/** The matrix as a page to read. @param nameOf the English name of a collection */
export function traceabilityPage(
	obligations: readonly Obligation[],
	{ obligations: rows, paragraphs_without_a_field: reasons }: Matrix,
	nameOf: (collection: string) => string,
): string {
	const parts = Object.entries(PARTS).flatMap(([letter, title]) => [
		`## ${title}`,
		...obligations
			.filter(({ id }) => id.startsWith(letter))
			.flatMap((each) => section(each, rows[each.id] as Row, nameOf)),
	]);
	const without = Object.entries(reasons).map(([paragraph, reason]) => `- **${paragraph}**: ${reason}`);
	return `${[
		INTRODUCTION,
		'## Standing',
		standing(obligations, rows),
		...parts,
		'## Paragraphs that no field carries',
		without.join('\n'),
	].join('\n\n')}\n`;
}

function standing(obligations: readonly Obligation[], rows: Matrix['obligations']): string {
	const letters = Object.keys(PARTS);
	const count = (letter: string, status: string) =>
		obligations.filter(({ id }) => id.startsWith(letter) && rows[id]?.status === status).length;
	const lines = letters.map((letter) => [PARTS[letter], ...STATUSES.map((status) => count(letter, status))]);
	const open = obligations.flatMap(({ id }) => {
		const row = rows[id] as Row;
		return row.missing ? [`- [${id}](#${id.toLowerCase()}), ${row.status}: ${row.missing}`] : [];
	});
	const table = [['', ...STATUSES], ['---', ...STATUSES.map(() => '---')], ...lines];
	return `${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\nWhat is missing:\n\n${open.join('\n')}`;
}

function section(each: Obligation, row: Row, nameOf: (collection: string) => string): string[] {
	const forms = Object.entries(row.forms ?? {}).map(
		([collection, fields]) => `${nameOf(collection)} (\`${collection}\`): ${fields.split(', ').map(code).join(', ')}`,
	);
	return [
		`### ${each.id}`,
		`**${each.obligation}.** (${paragraphsOf(each).join(', ')})`,
		`What the software must do: ${each.what_the_software_must_do}.`,
		`Status: **${row.status}**.${row.missing ? ` Missing: ${row.missing}` : ''}${row.note ? ` ${row.note}` : ''}`,
		...list('Forms and fields:', forms),
		...list('Carried by:', (row.software ?? []).map(code)),
		...list('Proved by:', (row.proved_by ?? []).map(code)),
	];
}

const code = (text: string) => `\`${text}\``;

function list(title: string, items: readonly string[]): string[] {
	return items.length === 0 ? [] : [`${title}\n\n${items.map((each) => `- ${each}`).join('\n')}`];
}
