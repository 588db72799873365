import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { isInheritedByObjects } from './inherited-names.ts';

/** A dashboard asks for all its panels in one request, one root field a panel. */
const MAXIMUM_ROOT_FIELDS = 60;
const MAXIMUM_FIELDS = 600;
const MAXIMUM_DEPTH = 8;

interface Size {
	roots: number;
	fields: number;
	depth: number;
}

/** Why a document is too much for one request, or undefined. An alias is a field of its own; fragments count in full. */
export function faultInSelections(document: DocumentNode): string | undefined {
	try {
		const { roots, fields, depth } = measure(document);
		if (roots > MAXIMUM_ROOT_FIELDS)
			return `A GraphQL request may have ${MAXIMUM_ROOT_FIELDS} root fields, not ${roots}.`;
		if (fields > MAXIMUM_FIELDS) return `A GraphQL request may have ${MAXIMUM_FIELDS} fields, with those of fragments.`;
		if (depth > MAXIMUM_DEPTH) return `A GraphQL request may be nested ${MAXIMUM_DEPTH} levels at most.`;
		return undefined;
	} catch (error) {
		if (error instanceof Unreadable) return error.message;
		throw error;
	}
}

class Unreadable extends Error {}

const NOTHING: Size = { roots: 0, fields: 0, depth: 0 };

function measure(document: DocumentNode): Size {
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const definition of document.definitions) {
		if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
	}
	const measured = new Map<string, Size | 'open'>();
	// Unused fragments are measured too: Directus looks at every definition.
	return document.definitions.reduce((total, definition) => {
		if (definition.kind === Kind.FRAGMENT_DEFINITION)
			return join(total, { ...ofFragment(definition.name.value), roots: 0 });
		if (definition.kind === Kind.OPERATION_DEFINITION) return join(total, ofSelections(definition.selectionSet));
		return total;
	}, NOTHING);

	function ofSelections(set: SelectionSetNode): Size {
		return set.selections.reduce((total, selection) => {
			if (selection.kind === Kind.FIELD) return join(total, ofField(selection));
			if (selection.kind === Kind.INLINE_FRAGMENT) return join(total, ofSelections(selection.selectionSet));
			return join(total, ofFragment(selection.name.value));
		}, NOTHING);
	}

	function ofField(field: FieldNode): Size {
		assertHarmless(field.name.value);
		if (field.alias) assertHarmless(field.alias.value);
		const below = field.selectionSet ? ofSelections(field.selectionSet) : NOTHING;
		return { roots: 1, fields: below.fields + 1, depth: below.depth + 1 };
	}

	/** Measured once, however often it is used, so that fragments of fragments cannot multiply the work. */
	function ofFragment(name: string): Size {
		const known = measured.get(name);
		if (known === 'open') throw new Unreadable('A GraphQL fragment contains itself.');
		if (known) return known;
		const fragment = fragments.get(name);
		if (!fragment) throw new Unreadable('The GraphQL document uses a fragment that it does not define.');
		measured.set(name, 'open');
		const size = ofSelections(fragment.selectionSet);
		measured.set(name, size);
		return size;
	}
}

function join(one: Size, other: Size): Size {
	return {
		roots: one.roots + other.roots,
		fields: one.fields + other.fields,
		depth: Math.max(one.depth, other.depth),
	};
}

function assertHarmless(name: string): void {
	if (isInheritedByObjects(name) || (name.startsWith('__') && name !== '__typename')) {
		throw new Unreadable('The GraphQL document uses a name that is not that of a field.');
	}
}
