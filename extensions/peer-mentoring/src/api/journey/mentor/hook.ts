import { defineHook } from '@directus/extensions-sdk';
import type { SchemaOverview } from '@directus/types';
import { stepFaults, type KnownModel, type StepFault } from '../../../domain/journey/mentor-steps.ts';
import type { Problem } from '../../../domain/problems.ts';
import { inTheirLanguage, RecordRefused } from '../../shared/errors.ts';

/**
 * A step that an Administrator changes in the Studio is held to what a file of a step is held to: with a name that there
 * is not, it could not be asked of anybody.
 */
export default defineHook(({ filter }) => {
	for (const event of ['create', 'update']) {
		filter(`mentor_steps.items.${event}`, (payload, _meta, context) =>
			inTheirLanguage(context, async () => {
				const { parts } = payload as { parts?: unknown };
				if (parts === undefined) return payload;
				const faults = stepFaults(partsOf(parts), modelOf(context.schema as unknown as SchemaOverview));
				if (faults.length > 0) throw new RecordRefused('mentor_steps', faults.map(problemOf));
				return payload;
			}),
		);
	}
});

/** The Studio's editor of JSON sends what it holds, or text. */
function partsOf(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

function modelOf({ collections }: SchemaOverview): KnownModel {
	const own = (collection: string) => (Object.hasOwn(collections, collection) ? collections[collection] : undefined);
	return {
		isCollection: (name) => own(name) !== undefined,
		isField: (collection, field) => Object.hasOwn(own(collection)?.fields ?? {}, field),
	};
}

function problemOf({ place, name }: StepFault): Problem {
	const index = place.find((each) => typeof each === 'number');
	if (index === undefined) return { field: 'parts', code: 'step_without_parts' };
	return { field: 'parts', code: 'step_not_right', params: { name, number: Number(index) + 1 } };
}
