import type { ImportForm } from '../domain/loading/forms.ts';

/**
 * Records whose own row has a fault. Whether something that refers to them is right cannot be said yet, so that one
 * mistake is reported where it was made and not again on every row that depends on it.
 */
export class Doubts {
	private readonly keys = new Set<string>();
	private readonly forms = new Set<ImportForm>();

	/** One record, by the text that other rows name it by. */
	add(form: ImportForm, key: string): void {
		this.keys.add(`${form} ${key.toLowerCase()}`);
	}

	/** Every record of a form: some row or file of it could not be read at all. */
	addAll(form: ImportForm): void {
		this.forms.add(form);
	}

	has(form: ImportForm, key: string): boolean {
		return this.forms.has(form) || this.keys.has(`${form} ${key.toLowerCase()}`);
	}
}
