type Env = Record<string, unknown>;

/** Whether e-mail can be sent: `sendmail`, the default of Directus, says nothing about this machine having one. */
export function mailServerOf({ EMAIL_TRANSPORT: transport, EMAIL_SMTP_HOST: host }: Env): boolean {
	const name = String(transport ?? '').toLowerCase();
	return name === 'smtp' ? Boolean(host) : name === 'ses' || name === 'mailgun';
}

/** The address of the Studio, without a slash at its end. */
export function studioAddress({ PUBLIC_URL: url }: Env): string {
	return `${String(url).replace(/\/+$/, '')}/admin`;
}
