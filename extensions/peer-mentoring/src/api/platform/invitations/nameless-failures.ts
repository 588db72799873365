import { errorCode } from '../../../storage/platform/error-code.ts';

/** The part of Directus's mail service that hands a letter over. */
export interface MailServiceClass {
	prototype: { send: (...letter: unknown[]) => Promise<unknown> };
}

/** Directus logs what a mail server says of a letter, and that names whom it was for: only its codes are passed on. */
export function keepRecipientsOut({ prototype }: MailServiceClass): void {
	const { send } = prototype;
	prototype.send = async function (...letter) {
		try {
			return await send.apply(this, letter);
		} catch (error) {
			const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
			throw Object.assign(new Error(`The mail server took no letter (${errorCode(error)})`), { code, responseCode });
		}
	};
}
