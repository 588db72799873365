/** A telephone number without what people write between its digits. */
export const plain = (phone: string): string => phone.replace(/[^\d+]/g, '');

/**
 * Where a letter to somebody is begun. Whoever refers types the address, and could have it sent to others as well.
 *
 * @example letterTo('a@b.org?bcc=c@d.org') // 'mailto:a@b.org%3Fbcc%3Dc%40d.org'
 */
export function letterTo(email: string): string {
	const [name = '', ...host] = email.split('@');
	return `mailto:${encodeURIComponent(name)}@${encodeURIComponent(host.join('@'))}`;
}
