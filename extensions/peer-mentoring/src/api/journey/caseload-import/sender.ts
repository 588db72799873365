import { createError } from '@directus/errors';
import type { Caller } from '../../shared/caller.ts';
import type { Language } from '../../../domain/language/messages.ts';
import type { ImportForm } from '../../../domain/loading/forms.ts';
import { TEXTS } from './texts.ts';

const NotForYouError = createError<{ reason: string }>('FORBIDDEN', ({ reason }) => reason, 403);

/** The one Supplier whose files may be loaded; `null` for the Administrator, who loads every Supplier's. */
export function supplierOf({ unrestricted, supplier }: Caller, language: Language): string | null {
	if (unrestricted) return null;
	if (supplier === null) throw new NotForYouError({ reason: TEXTS[language].noSupplier });
	return supplier;
}

/** Contracts say what a Supplier is paid: its own people do not load them. */
export function refuseContracts({ unrestricted }: Caller, forms: readonly ImportForm[], language: Language): void {
	if (!unrestricted && forms.includes('contracts')) throw new NotForYouError({ reason: TEXTS[language].contracts });
}
