import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { MODEL_PATH } from '../../../directus/lib/model/model-file.ts';

interface ModelField {
	collection: string;
	field: string;
	meta: { sort?: number; group?: string; hidden?: boolean; conditions?: { hidden?: boolean }[] } | null;
}

const { fields } = parse(readFileSync(MODEL_PATH, 'utf8')) as { fields: ModelField[] };

const isShown = ({ meta }: ModelField) => !meta?.hidden || meta.conditions?.some(({ hidden }) => hidden === false);

it('no two fields of a form have the same place: the Studio would order them as they were made', () => {
	const places = Map.groupBy(
		fields.filter(isShown),
		({ collection, meta }) => `${collection} ${meta?.group ?? ''} ${meta?.sort}`,
	);
	const shared = [...places].filter(([, there]) => there.length > 1);
	expect(shared.map(([place, there]) => [place, ...there.map(({ field }) => field)])).toEqual([]);
});
