type Env = Record<string, unknown>;

/** Whether e-mail can be sent: `sendmail`, the default of Directus, says nothing about this machine having one. */
export function mailServerOf({ EMAIL_TRANSPORT: transport, EMAIL_SMTP_HOST: host }: Env): boolean {
	const name = String(transport ?? '').toLowerCase();
	return name === 'smtp' ? Boolean(host) : name === 'ses' || name === 'mailgun';
}

/** Where an e-mail sends its reader: the Studio, which opens on what is theirs. */
export function mailLink({ PUBLIC_URL: url }: Env): string {
	return `${String(url).replace(/\/+$/, '')}/admin`;
}
