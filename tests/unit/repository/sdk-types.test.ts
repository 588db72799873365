import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SDK_TYPES_PATH, sdkTypes } from '../../../directus/lib/sdk-types.ts';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';

const published = readFileSync(SDK_TYPES_PATH, 'utf8');

it('the published types of the collections are what `npm run types` writes', () => {
	expect(published === sdkTypes(readFileSync(MODEL_PATH, 'utf8'))).toBe(true);
});

it('they know keys, choices, relations, lists and what may be empty', () => {
	const [, sessions = ''] = published.split('export interface Sessions {');
	expect(sessions).toMatch(/^\tid: string;$/m);
	expect(sessions).toMatch(/^\tmode: 'face_to_face' \| 'digital';$/m);
	expect(sessions).toMatch(/^\tmentee: Mentees \| string;$/m);
	expect(sessions).toMatch(/^\tminutes: number \| null;$/m);
	const [, mentees = ''] = published.split('export interface Mentees {');
	expect(mentees).toMatch(/^\tsessions: Sessions\[\] \| string\[\];$/m);
});

it('README shows the example that is compiled with everything else, and run by a test', () => {
	const example = readFileSync('directus/example.ts', 'utf8');
	expect(readFileSync('README.md', 'utf8')).toContain(`\n\`\`\`ts\n${example}\`\`\`\n`);
});
