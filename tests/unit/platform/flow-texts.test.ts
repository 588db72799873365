import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { flowText } from '../../../extensions/peer-mentoring/src/app/platform/home/administration/flow-texts.ts';
import { root } from '../../../directus/lib/environment.ts';

const flows = globSync(join(root, 'flows', '*.yaml')).map((path) => parse(readFileSync(path, 'utf8')));

it('every flow of the platform is called and described in Welsh', () => {
	expect(flows.length).toBeGreaterThan(4);
	const english = flows.flatMap(({ name, description }) => [name, description]);
	expect(english.filter((text) => flowText(text, 'cy-GB') === flowText(text, 'en-GB'))).toEqual([]);
});

it('what an Administrator has called otherwise stays as it is', () => {
	expect(flowText('Every Tuesday', 'cy-GB')).toBe('Every Tuesday');
	expect(flowText(null, 'cy-GB')).toBe('');
});
