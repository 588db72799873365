/** The page that says which control stands behind which attack. */
import type { RulesByObligation } from './rules.ts';

const HEAD = `# What holds each attack off

Each attack below is performed by the test named beside it, and fails because of the control. \`npm run test:rules -- --controls\`
takes each control out of a copy, one at a time, and sees that the attack then succeeds: half an hour, on SQLite. The list is
\`tests/security/controls.yaml\`; this page is written from it (\`UPDATE_CONTROLS=1\`).

| what holds | its control | shown by |
| --- | --- | --- |
`;

/** Nothing in a cell ends it. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();

export function controlsPage(controls: RulesByObligation): string {
	const rows = Object.entries(controls).flatMap(([attack, each]) =>
		each.map(
			({ file, test }, place) =>
				`| ${place === 0 ? cell(attack) : ''} | \`${file.split('/src/').at(-1)}\` | \`${cell(test)}\` |`,
		),
	);
	return `${HEAD}${rows.join('\n')}\n`;
}
