/** The forms of the platform and their fields, as the reader’s Studio knows them. */
import { useStores } from '@directus/extensions-sdk';
import { isOnForm } from '../../../domain/platform/asked-on-form.ts';

export interface Named {
	value: string;
	text: string;
}

interface StudioField {
	field: string;
	name: string;
	meta: { hidden?: boolean; special?: string[] | null; conditions?: unknown[] | null } | null;
}

const isAsked = ({ meta }: StudioField) =>
	meta !== null &&
	isOnForm({ special: meta.special ?? [], hidden: meta.hidden ?? false, conditions: meta.conditions ?? [] });

export function useFormFields() {
	const { useCollectionsStore, useFieldsStore } = useStores();
	const collections = useCollectionsStore();
	const fields = useFieldsStore();
	const fieldsOf = (collection: string): Named[] =>
		(fields.getFieldsForCollectionSorted(collection) as StudioField[])
			.filter(isAsked)
			.map(({ field, name }) => ({ value: field, text: name }));
	const forms = (): Named[] =>
		(collections.databaseCollections as { collection: string; name: string }[])
			.filter(({ collection }) => !collection.startsWith('directus_') && fieldsOf(collection).length > 0)
			.map(({ collection, name }) => ({ value: collection, text: name }))
			.sort((a, b) => a.text.localeCompare(b.text));
	/** What `collection.field` is called; as it is written, where it is no field that the reader knows. */
	const nameOf = (place: string): string => {
		const [collection = '', field = ''] = place.split('.');
		const form = collections.getCollection(collection) as { name: string } | null;
		const named = fields.getField(collection, field) as StudioField | null;
		return form && named ? `${form.name}: ${named.name}` : place;
	};
	return { forms, fieldsOf, nameOf };
}
