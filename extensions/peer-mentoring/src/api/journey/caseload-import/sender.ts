import { createError } from '@directus/errors';
import type { Caller } from '../../shared/caller.ts';
import type { ImportForm } from '../../../domain/loading/forms.ts';

const SupplierMissingError = createError(
	'FORBIDDEN',
	'Your account belongs to no Supplier yet; ask an Administrator to set it.',
	403,
);
const ContractsError = createError(
	'FORBIDDEN',
	'The part contracts is loaded by an Administrator; send the other files without it.',
	403,
);

/** The one Supplier whose files may be loaded; `null` for the Administrator, who loads every Supplier's. */
export function supplierOf({ unrestricted, supplier }: Caller): string | null {
	if (unrestricted) return null;
	if (supplier === null) throw new SupplierMissingError();
	return supplier;
}

/** Contracts say what a Supplier is paid: its own people do not load them. */
export function refuseContracts({ unrestricted }: Caller, forms: readonly ImportForm[]): void {
	if (!unrestricted && forms.includes('contracts')) throw new ContractsError();
}
